package dev.fathom.problems;

import dev.fathom.math.Rng;
import java.util.Arrays;

/// Formulas of d digits in 0 … a - 1, which are to become 0, 1, …, a - 1, 0, 1, … Source of the first three: Doerr and
/// Neumann (editors), "Theory of Evolutionary Computation", 2020, for a = 2 and the target 1, 1, …
final class Digits {

    private Digits() {}

    /// The target, [d].
    static double[] target(int d, int arity) {
        double[] target = new double[d];
        Arrays.setAll(target, i -> i % arity);
        return target;
    }

    /// Number of wrong digits. Minimum 0.
    static double oneMax(double[] x, int arity) {
        return x.length - right(x, arity);
    }

    /// Number of digits from the first wrong one on. Minimum 0.
    static double leadingOnes(double[] x, int arity) {
        int i = 0;
        while (i < x.length && x[i] == i % arity) {
            i++;
        }
        return x.length - i;
    }

    /// With o right digits and m = ⌊d/4⌋: d - m - o where o = d or o ≤ d - m, else o: the last m digits must become
    /// right at once. Minimum -m.
    static double jump(double[] x, int arity) {
        int d = x.length;
        int gap = d / 4;
        int right = right(x, arity);
        return right == d || right <= d - gap ? d - gap - right : right;
    }

    private static int right(double[] x, int arity) {
        int right = 0;
        for (int i = 0; i < x.length; i++) {
            right += x[i] == i % arity ? 1 : 0;
        }
        return right;
    }

    /// Least squares over bits: f(x) = Σ ((A (x - x°))ᵢ / 100)², where A [d×d] is uniform in [0, 1) and the bits x° are
    /// random. Minimum 0 at x°. After the function named after Bonnans in the Nevergrad project, whose right side is
    /// random, so that its minimum is unknown.
    ///
    /// @param matrix A by rows
    /// @param best x°
    record Bits(double[][] matrix, double[] best) {

        static Bits draw(int d, long instance) {
            Rng rng = Rng.of(instance).fork("bonnans");
            double[][] matrix = new double[d][d];
            for (double[] row : matrix) {
                Arrays.setAll(row, j -> rng.nextDouble());
            }
            double[] best = new double[d];
            Arrays.setAll(best, j -> j == 0 || rng.nextBoolean() ? 1 : 0);
            return new Bits(matrix, best);
        }

        double value(double[] x) {
            double sum = 0;
            for (double[] row : matrix) {
                double error = 0;
                for (int j = 0; j < x.length; j++) {
                    error += row[j] * (x[j] - best[j]);
                }
                sum += error / 100 * (error / 100);
            }
            return sum;
        }
    }
}
