package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When a CMA-ES cannot get further: appendix B.3 of Hansen, "The CMA evolution strategy: a tutorial" (2016).
///
/// Values are compared by what ranks a row: its violation where it is infeasible, its objective otherwise.
/// Deviation: stagnation is looked for after every tenth of the generations it looks back on, not after each one.
final class Termination {

    private static final double CONDITION = 1e14;
    private static final double GROWTH = 1e4;
    private static final int LONGEST = 20_000;

    private final double sigma0;
    private final double tolerance;
    private final int recent;
    private final int shortest;
    private final boolean patient;
    private double[] best = new double[64];
    private double[] median = new double[64];
    private int count;
    private int due;

    /// @param flat for how many more generations the best value may stay the same
    /// @param patient whether a search goes on although values stagnate
    Termination(int d, int lambda, double sigma0, double tolerance, int flat, boolean patient) {
        this.sigma0 = sigma0;
        this.tolerance = tolerance;
        this.patient = patient;
        recent = 10 + (int) Math.ceil(30.0 * d / lambda) + flat;
        shortest = 120 + 30 * d / lambda;
        due = shortest;
    }

    /// Why the search has finished after the generation `told`, or null.
    @Nullable
    String reason(CmaEs.State s, Batch told) {
        record(told);
        String numbers = numbers(s);
        return numbers != null ? numbers : values(told);
    }

    private @Nullable String numbers(CmaEs.State s) {
        double[] squares = s.axes.values();
        double least = squares[0];
        double largest = squares[0];
        for (double square : squares) {
            least = Math.min(least, square);
            largest = Math.max(largest, square);
        }
        if (!(least > 0) || !(s.sigma > 0) || !Double.isFinite(s.sigma * Math.sqrt(largest))) {
            return "the covariance matrix is no longer positive: eigenvalues from " + least + " to " + largest
                    + ", step size " + s.sigma;
        }
        if (largest > CONDITION * least) {
            return "the condition number of the covariance matrix is above 1e14";
        }
        if (s.sigma * Math.sqrt(largest) > GROWTH * sigma0) {
            return "the standard deviation grew by more than the factor 1e4: the initial step was far too small";
        }
        if (isNarrow(s)) {
            return "all standard deviations are below " + tolerance + " times the initial one";
        }
        return hasNoEffect(s) ? "a step of 0.1 standard deviations does not change the mean" : null;
    }

    private @Nullable String values(Batch told) {
        if (count >= recent) {
            double range = range(best, count - recent, count);
            if (range == 0) {
                return "the best value was the same in " + recent + " generations";
            }
            if (Math.max(range, rangeOf(told)) < tolerance) {
                return "the values of " + recent + " generations differ by less than " + tolerance;
            }
        }
        return isStagnating() ? "neither best nor median values of generations improve" : null;
    }

    /// TolX: σ√C_jj and σ p_c below the tolerance everywhere.
    private boolean isNarrow(CmaEs.State s) {
        int d = s.p.d();
        double widest = Vectors.largest(s.pathC);
        for (int j = 0; j < d; j++) {
            widest = Math.max(widest, Math.sqrt(s.covariance[j * d + j]));
        }
        return s.sigma * widest < tolerance * sigma0;
    }

    /// NoEffectAxis, one axis per generation, and NoEffectCoord.
    private static boolean hasNoEffect(CmaEs.State s) {
        int d = s.p.d();
        int axis = (int) (s.generation % d) * d;
        boolean moved = false;
        for (int j = 0; j < d; j++) {
            double width = Math.sqrt(s.covariance[j * d + j]);
            if (s.mean[j] == s.mean[j] + 0.2 * s.sigma * width) {
                return true;
            }
            moved |= s.mean[j] != s.mean[j] + 0.1 * s.sigma * s.scaledAxes[axis + j];
        }
        return !moved;
    }

    /// Stagnation: over the last fifth of all generations, but at least 120 + 30 d/λ and at most 20,000, the medians
    /// of the latest 30 % are not better than those of the first 30 %.
    private boolean isStagnating() {
        if (patient || count < due) {
            return false;
        }
        int length = Math.min(count, Math.max(shortest, count / 5));
        due = count + length / 10;
        return !improves(best, length) && !improves(median, length);
    }

    private boolean improves(double[] history, int length) {
        int part = (int) (0.3 * length);
        return middle(history, count - part, count) < middle(history, count - length, count - length + part);
    }

    private static double middle(double[] history, int from, int to) {
        double[] part = Arrays.copyOfRange(history, from, to);
        Arrays.sort(part);
        return part[part.length / 2];
    }

    private void record(Batch told) {
        if (count == LONGEST) {
            count = LONGEST / 2;
            System.arraycopy(best, LONGEST - count, best, 0, count);
            System.arraycopy(median, LONGEST - count, median, 0, count);
            due = count;
        }
        if (count == best.length) {
            best = Arrays.copyOf(best, 2 * count);
            median = Arrays.copyOf(median, 2 * count);
        }
        best[count] = rank(told, 0);
        median[count] = rank(told, told.size() / 2);
        count++;
    }

    private static double rank(Batch told, int i) {
        return told.violation(i) > 0 ? told.violation(i) : told.f(i);
    }

    /// Largest minus smallest value of the rows that did not fail.
    private static double rangeOf(Batch told) {
        double low = rank(told, 0);
        double high = low;
        for (int i = 1; i < told.size() && Double.isFinite(rank(told, i)); i++) {
            low = Math.min(low, rank(told, i));
            high = Math.max(high, rank(told, i));
        }
        return high - low;
    }

    private static double range(double[] values, int from, int to) {
        double low = values[from];
        double high = low;
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return high - low;
    }
}
