/// Evolution strategies for many columns: what they learn of the shape of a function fits into a few vectors.
package dev.fathom.algorithms.largescale;
