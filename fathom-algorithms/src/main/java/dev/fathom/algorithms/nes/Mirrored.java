package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;

/// Tools of strategies that draw rows in pairs z and −z.
final class Mirrored {

    private Mirrored() {}

    /// 4 + ⌊3 ln d⌋ or `population`, scaled by the start, at least the workers, and even.
    static int size(int population, Shape shape) {
        int base = population > 0 ? population : 4 + (int) (3 * StrictMath.log(shape.dimension()));
        int lambda = shape.population(base);
        return lambda + lambda % 2;
    }

    /// Fills rows with N(0, I), each second one the negative of the one before it.
    static void fill(double[] rows, int d, Rng rng) {
        for (int at = 0; at < rows.length; at += 2 * d) {
            rng.fillGaussian(rows, at, d);
            for (int j = at; j < at + d && j + d < rows.length; j++) {
                rows[j + d] = -rows[j];
            }
        }
    }

    /// Scales row z down to the length √d + 5, which rows drawn from N(0, I) do not reach.
    static void drawIn(double[] z, int from, int d) {
        double length = Math.sqrt(Vectors.dot(z, from, z, from, d));
        double limit = Math.sqrt(d) + 5;
        if (length > limit) {
            for (int j = from; j < from + d; j++) {
                z[j] *= limit / length;
            }
        }
    }

    /// Number of rows with values.
    static int feasible(Batch told) {
        int count = 0;
        while (count < told.size() && told.f(count) < Double.POSITIVE_INFINITY) {
            count++;
        }
        return count;
    }

    /// (1 − c) p + √(c(2 − c) μ_eff) Σ w_k z_k for the path p.
    static void cumulate(double[] path, double c, DistanceWeights w, double[] z) {
        Vectors.scale(path, 1 - c);
        double gain = Math.sqrt(c * (2 - c) * w.muEff());
        for (int k = 0; k < w.lambda(); k++) {
            Vectors.add(gain * w.rank()[k], z, k * path.length, path, 0, path.length);
        }
    }
}
