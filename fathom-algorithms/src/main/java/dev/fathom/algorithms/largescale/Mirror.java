package dev.fathom.algorithms.largescale;

import dev.fathom.math.Rng;

/// What makes rows cheap: mirror images and signs in place of normal numbers.
final class Mirror {

    private Mirror() {}

    /// The row at `to` becomes 2m − x, where x is the row at `from`.
    static void reflect(double[] mean, double[] x, int from, int to) {
        for (int j = 0; j < mean.length; j++) {
            x[to + j] = mean[j] - (x[from + j] - mean[j]);
        }
    }

    /// Fills with independent signs ±1, 64 of one random number.
    static void signs(double[] target, Rng rng) {
        for (int from = 0; from < target.length; from += Long.SIZE) {
            long bits = rng.nextLong();
            int to = Math.min(from + Long.SIZE, target.length);
            for (int j = from; j < to; j++) {
                target[j] = 1 - 2 * ((bits >>> (j - from)) & 1);
            }
        }
    }
}
