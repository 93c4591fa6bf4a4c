package dev.fathom.algorithms.quadratic;

import org.jspecify.annotations.Nullable;

/// Where models have their least values.
///
/// @param feasible the lowest point found, `x [n]`, at which the models of all constraints are at most 0; null if none
///     was found
/// @param infeasible if there is a feasible point: one that trades a violation of the constraints for a lower
/// objective;
///     otherwise the point of least violation found, `Σ max(0, c_j)²`; null if there are no constraints, or none
///     that costs anything
@SuppressWarnings("ArrayRecordComponent")
public record Solution(double @Nullable [] feasible, double @Nullable [] infeasible) {}
