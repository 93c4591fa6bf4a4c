package dev.fathom.algorithms.enomad;

import dev.fathom.math.Rng;

/// How a child takes its coordinates from two parents.
public sealed interface Crossover {

    /// Each coordinate from the first parent with the same probability.
    ///
    /// @param rate that probability, `[0, 1]`
    record Uniform(double rate) implements Crossover {
        public Uniform {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("crossover rate must be in [0, 1], but is " + rate + ". Maybe 0.5?");
            }
        }
    }

    /// Each coordinate from the first parent with probability `(w₁ / (w₁ + w₂))^exponent`, where w are the weights of
    /// both in the selection.
    ///
    /// @param exponent `[0, ∞)`; 1 is fair
    record Fitness(double exponent) implements Crossover {
        public Fitness {
            if (!(exponent >= 0 && exponent < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "crossover exponent must be finite and not negative, but is " + exponent + ". Maybe 1?");
            }
        }
    }

    /// The probability of a coordinate to come from the first parent.
    ///
    /// @param first weight of the first parent, positive
    /// @param second weight of the second parent, positive
    default double share(double first, double second) {
        return switch (this) {
            case Uniform uniform -> uniform.rate();
            case Fitness fitness -> StrictMath.pow(first / (first + second), fitness.exponent());
        };
    }

    /// A child, `[d]`.
    ///
    /// @param share probability of a coordinate to come from `one`
    static double[] mix(double[] one, double[] other, double share, Rng rng) {
        double[] child = other.clone();
        for (int j = 0; j < child.length; j++) {
            if (rng.nextDouble() < share) {
                child[j] = one[j];
            }
        }
        return child;
    }
}
