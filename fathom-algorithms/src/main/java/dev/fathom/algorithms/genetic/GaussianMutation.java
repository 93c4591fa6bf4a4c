package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Adds normal numbers to some coordinates.
///
/// @param sigma standard deviation in natural steps, `(0, ∞)`
/// @param probability with which each coordinate is changed, `(0, 1]`
public record GaussianMutation(double sigma, double probability) implements Operator {

    public GaussianMutation {
        Mutations.check(probability);
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("mutations cannot have the deviation " + sigma + ". Maybe 0.03?");
        }
    }

    /// Changes every coordinate.
    public GaussianMutation(double sigma) {
        this(sigma, 1);
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Tensor x = parents.x();
        Tensor changed = x.substrate()
                .gaussian(x.rows(), x.columns(), noise.fork(0))
                .times(sigma)
                .plus(x);
        return Mutations.some(x, changed, probability, noise.fork(1));
    }
}
