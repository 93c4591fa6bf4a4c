package dev.fathom.problems;

import dev.fathom.Objective;
import java.util.function.ToDoubleFunction;

/// A function of d real numbers to be minimized, the box in which it is customarily searched, and what is known of its
/// minimum there.
///
/// Arrays are copied on the way in and out.
///
/// @param name the full name, from which [Problems#of] makes the same problem again
/// @param low lower bounds, [d]
/// @param high upper bounds, [d], each above its lower bound
/// @param function the formula; a pure function of x [d], safe to call from several threads at once
/// @param optimum one global minimizer in the box, [d]
/// @param minimum the value at the optimum, up to rounding
public record TestProblem(
        String name,
        double[] low,
        double[] high,
        ToDoubleFunction<double[]> function,
        double[] optimum,
        double minimum) {

    /// Fractional parts of its multiples are spread evenly.
    private static final double GOLDEN = 0.6180339887498949;

    /// Copies the arrays.
    ///
    /// @throws IllegalArgumentException if the lengths differ, or if not low < high and low ≤ optimum ≤ high in each
    ///     column
    public TestProblem {
        low = low.clone();
        high = high.clone();
        optimum = optimum.clone();
        if (low.length == 0 || low.length != high.length || low.length != optimum.length) {
            throw new IllegalArgumentException(name + ": low, high and optimum have lengths " + low.length + ", "
                    + high.length + " and " + optimum.length + ". Maybe make them equal and positive.");
        }
        for (int i = 0; i < low.length; i++) {
            requireInside(name, i, low[i], optimum[i], high[i]);
        }
    }

    private static void requireInside(String name, int i, double low, double optimum, double high) {
        if (!(low < high && low <= optimum && optimum <= high)) {
            throw new IllegalArgumentException(name + ": in column " + i + " the optimum " + optimum + " is not in ["
                    + low + ", " + high + "]. Maybe two bounds are exchanged.");
        }
    }

    /// Where a search begins, [d]: the middle of the box, unless the optimum is there, which would be found by luck;
    /// then a point
    /// of the box between a fifth and four fifths of each side, another share in each column.
    public double[] start() {
        double[] start = new double[dimension()];
        boolean lucky = true;
        for (int j = 0; j < start.length; j++) {
            start[j] = (low[j] + high[j]) / 2;
            lucky &= Math.abs(start[j] - optimum[j]) <= 1e-3 * (high[j] - low[j]);
        }
        for (int j = 0; j < start.length && lucky; j++) {
            double share = (j + 1) * GOLDEN % 1;
            start[j] = low[j] + (0.2 + 0.6 * share) * (high[j] - low[j]);
        }
        return start;
    }

    /// Lower bounds, [d].
    @Override
    public double[] low() {
        return low.clone();
    }

    /// Upper bounds, [d].
    @Override
    public double[] high() {
        return high.clone();
    }

    /// One global minimizer, [d].
    @Override
    public double[] optimum() {
        return optimum.clone();
    }

    /// Number of columns d, at least 1.
    public int dimension() {
        return low.length;
    }

    /// The value at x [d]; x may lie outside the box.
    ///
    /// @throws IllegalArgumentException if x has not d numbers
    public double value(double[] x) {
        if (x.length != dimension()) {
            throw new IllegalArgumentException(name + " takes " + dimension() + " numbers, but got " + x.length
                    + ". Maybe name another dimension, as in \"sphere:d" + Math.max(x.length, 1) + "\".");
        }
        return function.applyAsDouble(x);
    }

    /// How far the value at x [d] lies above the minimum.
    ///
    /// @throws IllegalArgumentException if x has not d numbers
    public double regret(double[] x) {
        return value(x) - minimum;
    }

    /// The function in the form in which studies take it.
    public Objective<double[]> objective() {
        return Objective.of(this::value);
    }

    @Override
    public String toString() {
        return name;
    }
}
