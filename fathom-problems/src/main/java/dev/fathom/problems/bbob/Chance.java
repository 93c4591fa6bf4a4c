package dev.fathom.problems.bbob;

import dev.fathom.math.Rng;

/// Where noise is drawn from.
interface Chance {

    /// A number in (0, 1], uniformly distributed.
    double uniform();

    /// A number with the standard normal distribution.
    double normal();

    /// Draws from that generator.
    static Chance of(Rng rng) {
        return new Chance() {
            @Override
            public double uniform() {
                return 1 - rng.nextDouble();
            }

            @Override
            public double normal() {
                return rng.nextGaussian();
            }
        };
    }
}
