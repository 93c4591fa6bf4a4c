package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// What mutations share.
final class Mutations {

    private Mutations() {}

    static void check(double probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "mutations cannot have the probability " + probability + ". Maybe 1, or 1 over the dimension?");
        }
    }

    /// Each number changed with a probability.
    static Tensor some(Tensor x, Tensor changed, double probability, Noise noise) {
        if (probability == 1) {
            return changed;
        }
        Tensor u = x.substrate().uniform(x.rows(), x.columns(), noise);
        return u.less(x.substrate().full(1, 1, probability)).choose(changed, x);
    }
}
