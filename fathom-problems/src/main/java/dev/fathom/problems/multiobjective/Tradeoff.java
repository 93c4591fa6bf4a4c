package dev.fathom.problems.multiobjective;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// A problem of m objectives, all to be minimized, whose front is known. Arrays are not copied.
///
/// @param low lower bounds, [d]
/// @param high upper bounds, [d]
/// @param losses from x [d] to the losses, [m]
/// @param ideal the least value of each objective, [m]
/// @param nadir no less in any objective than any point of the front, [m]; where the front is known, its greatest
/// values
/// @param points about so many points of the front, [n][m]; none where the front has no known form
public record Tradeoff(
        double[] low,
        double[] high,
        UnaryOperator<double[]> losses,
        double[] ideal,
        double[] nadir,
        IntFunction<double[][]> points) {

    /// Variables in [0, 1], ideal point 0.
    static Tradeoff unit(int d, UnaryOperator<double[]> losses, double[] nadir, IntFunction<double[][]> points) {
        return new Tradeoff(new double[d], filled(d, 1), losses, new double[nadir.length], nadir, points);
    }

    /// Number of objectives, at least 2.
    public int objectives() {
        return ideal.length;
    }

    /// From where hypervolumes are measured, [m]: as far behind the nadir as a tenth of the way from the ideal point to
    /// it. Where the ideal point is 0 this is 1.1 times the nadir.
    public double[] reference() {
        double[] reference = new double[ideal.length];
        for (int j = 0; j < reference.length; j++) {
            reference[j] = nadir[j] + (nadir[j] - ideal[j]) / 10;
        }
        return reference;
    }

    static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }
}
