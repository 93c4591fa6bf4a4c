/// Samples drawn or laid out in advance.
package dev.fathom.algorithms.sampling;
