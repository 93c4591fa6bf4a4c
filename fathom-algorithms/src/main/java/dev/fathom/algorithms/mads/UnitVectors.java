package dev.fathom.algorithms.mads;

import dev.fathom.math.Rng;

/// Where the random directions of a run come from.
@FunctionalInterface
interface UnitVectors {

    /// The next direction, `[n]`, of length 1.
    double[] next(int n);

    /// Uniform on the sphere.
    static UnitVectors random(Rng rng) {
        return n -> {
            double[] q = new double[n];
            double length = 0;
            while (!(length > 0)) {
                for (int j = 0; j < n; j++) {
                    q[j] = rng.nextGaussian();
                }
                length = length(q);
            }
            return scaled(q, 1 / length);
        };
    }

    /// The length of a vector.
    static double length(double[] q) {
        double sum = 0;
        for (double value : q) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /// A multiple of a vector, in place.
    static double[] scaled(double[] q, double factor) {
        for (int j = 0; j < q.length; j++) {
            q[j] *= factor;
        }
        return q;
    }
}
