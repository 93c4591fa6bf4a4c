package dev.fathom.lab;

import dev.fathom.math.Rng;

/// How long simulated evaluations take, in units of their mean.
public enum Durations {
    /// Always 1.
    CONSTANT {
        @Override
        double draw(Rng rng) {
            return 1;
        }
    },
    /// Uniform in `[0, 2)`.
    UNIFORM {
        @Override
        double draw(Rng rng) {
            return 2 * rng.nextDouble();
        }
    },
    /// Exponential with mean 1: most are short, some are several times longer.
    EXPONENTIAL {
        @Override
        double draw(Rng rng) {
            return -StrictMath.log1p(-rng.nextDouble());
        }
    },
    /// exp(N(0, 1) - 1/2): median 0.6, mean 1, one in a hundred takes longer than 6.
    LOGNORMAL {
        @Override
        double draw(Rng rng) {
            return StrictMath.exp(rng.nextGaussian() - 0.5);
        }
    };

    /// One duration, `[0, ∞)`, with mean 1.
    abstract double draw(Rng rng);
}
