/// Loops and decompositions over flat arrays that several algorithms share.
package dev.fathom.algorithms.linear;
