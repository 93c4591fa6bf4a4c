package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Row;
import org.jspecify.annotations.Nullable;

/// An evaluated point.
///
/// @param x on the variables' own scales, `[d]`
/// @param row its result
/// @param f the objective, `+∞` if the evaluation failed
/// @param h violation of the constraints: 0 if feasible, `+∞` if it failed or violates an extreme barrier
/// @param step from the centre it was made at, `[d]`; null for a start
record Point(double[] x, Row row, double f, double h, double @Nullable [] step) {

    boolean isFeasible() {
        return h <= 0;
    }

    /// Whether it may enter a barrier at all.
    boolean isUsable() {
        return f < Double.POSITIVE_INFINITY && h < Double.POSITIVE_INFINITY;
    }

    /// Whether it is better than another infeasible point in f or h, and in neither worse; among feasible ones, better
    /// in
    /// f. A feasible and an infeasible point do not dominate one another.
    boolean dominates(Point other) {
        return isFeasible() == other.isFeasible() && f <= other.f && h <= other.h && (f < other.f || h < other.h);
    }

    Point withViolation(double other) {
        return new Point(x, row, f, other, step);
    }
}
