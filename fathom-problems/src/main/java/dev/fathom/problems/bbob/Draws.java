package dev.fathom.problems.bbob;

import java.util.stream.IntStream;

/// The random numbers from which the suites make their instances: a minimal-standard generator with Bays-Durham
/// shuffling. They belong to the definition of the functions and serve nothing else.
///
/// Source: Hansen, Finck, Ros and Auger, "Real-Parameter Black-Box Optimization Benchmarking 2009: Noiseless Functions
/// Definitions", RR-6829, 2009; Press et al., "Numerical Recipes in C", 1992, ran1.
final class Draws {

    private static final long MODULUS = 2147483647;
    private static final int TABLE = 32;
    private static final double NEVER_ZERO = 1e-99;

    private Draws() {}

    /// n numbers in (0, 1], uniformly distributed.
    static double[] uniform(int n, long seed) {
        long s = Math.max(1, Math.abs(seed));
        long[] table = new long[TABLE];
        for (int i = TABLE + 7; i >= 0; i--) {
            s = next(s);
            if (i < TABLE) {
                table[i] = s;
            }
        }
        double[] draws = new double[n];
        long current = table[0];
        for (int k = 0; k < n; k++) {
            s = next(s);
            int slot = (int) (current / 67108865);
            current = table[slot];
            table[slot] = s;
            draws[k] = current == 0 ? NEVER_ZERO : current / (double) MODULUS;
        }
        return draws;
    }

    private static long next(long s) {
        long t = s / 127773;
        long next = 16807 * (s - t * 127773) - 2836 * t;
        return next < 0 ? next + MODULUS : next;
    }

    /// n numbers with the standard normal distribution: √(-2 log uₖ) cos 2πuₙ₊ₖ.
    static double[] gaussian(int n, long seed) {
        double[] u = uniform(2 * n, seed);
        double[] draws = new double[n];
        for (int k = 0; k < n; k++) {
            double g = Math.sqrt(-2 * StrictMath.log(u[k])) * StrictMath.cos(2 * Math.PI * u[n + k]);
            draws[k] = g == 0 ? NEVER_ZERO : g;
        }
        return draws;
    }

    /// f_opt as most functions take it: a Cauchy number with two decimals in [-1000, 1000].
    static double minimum(long seed) {
        double a = gaussian(1, seed)[0];
        double b = gaussian(1, seed + 1)[0];
        return Math.clamp(Transformations.round(100 * 100 * a / b) / 100, -1000, 1000);
    }

    /// x_opt as most functions take it: four decimals between -side/2 and side/2, none of them 0, [d].
    static double[] place(int d, long seed, double side) {
        double[] x = uniform(d, seed);
        for (int i = 0; i < d; i++) {
            x[i] = side * Math.floor(1e4 * x[i]) / 1e4 - side / 2;
            x[i] = x[i] == 0 ? -1e-5 : x[i];
        }
        return x;
    }

    /// The places, from 0, at which the numbers stand in ascending order: a random permutation of n.
    static int[] order(int n, long seed) {
        double[] u = uniform(n, seed);
        return IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(u[a], u[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// A rotation of Rᵈ: the columns are normal numbers, made orthonormal by the modified Gram-Schmidt method.
    static Dense rotation(int d, long seed) {
        double[] g = gaussian(d * d, seed);
        double[][] columns = new double[d][d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(g, i * d, columns[i], 0, d);
            for (int j = 0; j < i; j++) {
                subtract(columns[i], dot(columns[i], columns[j]), columns[j]);
            }
            double length = Math.sqrt(dot(columns[i], columns[i]));
            for (int row = 0; row < d; row++) {
                columns[i][row] /= length;
            }
        }
        return Dense.ofColumns(columns);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] b) {
        for (int i = 0; i < b.length; i++) {
            from[i] -= factor * b[i];
        }
    }
}
