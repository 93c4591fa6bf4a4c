/// Searches that fit simple models to what they have seen: parabolas along the columns, quadratic functions.
package dev.fathom.algorithms.model;
