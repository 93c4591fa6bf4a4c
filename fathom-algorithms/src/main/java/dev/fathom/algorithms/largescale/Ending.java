package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.linear.Vectors;
import org.jspecify.annotations.Nullable;

/// When such a strategy cannot get further: the rules of appendix B.3 of Hansen, "The CMA evolution strategy: a
/// tutorial" (2016), that need no covariance matrix.
///
/// Values are compared by what ranks a row: its violation where it is infeasible, its objective otherwise.
final class Ending {

    private static final double GROWTH = 1e4;

    private final double sigma0;
    private final double tolerance;
    private final double[] best;
    private int count;

    Ending(int d, int lambda, double sigma0, double tolerance) {
        this.sigma0 = sigma0;
        this.tolerance = tolerance;
        best = new double[10 + (int) Math.ceil(30.0 * d / lambda)];
    }

    /// Why the search has finished after the generation `told`, or null.
    ///
    /// @param width about the largest standard deviation in any direction
    @Nullable
    String reason(Batch told, double[] mean, double width) {
        best[count % best.length] = rank(told, 0);
        count++;
        if (!Double.isFinite(width) || !Double.isFinite(Vectors.largest(mean))) {
            return "the search distribution is not finite";
        }
        if (width < tolerance * sigma0) {
            return "all standard deviations are below " + tolerance + " times the initial one";
        }
        if (width > GROWTH * sigma0) {
            return "the standard deviation grew by more than the factor 1e4: the initial step was far too small";
        }
        if (!moves(mean, 0.1 * width)) {
            return "a step of 0.1 standard deviations does not change the mean";
        }
        return count < best.length ? null : values(told);
    }

    private @Nullable String values(Batch told) {
        double low = best[0];
        double high = best[0];
        for (double value : best) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low == high) {
            return "the best value was the same in " + best.length + " generations";
        }
        for (int i = 0; i < told.size() && Double.isFinite(rank(told, i)); i++) {
            low = Math.min(low, rank(told, i));
            high = Math.max(high, rank(told, i));
        }
        return high - low < tolerance
                ? "the values of " + best.length + " generations differ by less than " + tolerance
                : null;
    }

    private static boolean moves(double[] mean, double step) {
        for (double m : mean) {
            if (m != m + step) {
                return true;
            }
        }
        return false;
    }

    private static double rank(Batch told, int i) {
        return told.violation(i) > 0 ? told.violation(i) : told.f(i);
    }
}
