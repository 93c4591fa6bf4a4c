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
