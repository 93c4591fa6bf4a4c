/// Whole populations as matrices: the vocabulary, and the substrate of heap arrays.
package dev.fathom.tensor;
