/// Evolutionary search whose individuals are refined by an inner search within a few columns at a time.
package dev.fathom.algorithms.enomad;
