/// Registered names.
package dev.fathom.algorithms.catalog;
