package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Mirrors some coordinates at the middle of their range, at the initial value without bounds: 0 becomes 1 and 1
/// becomes 0 for numbers in [0, 1], and the score of an option its opposite.
///
/// @param probability with which each coordinate is changed, `(0, 1]`
public record FlipMutation(double probability) implements Operator {

    public FlipMutation {
        Mutations.check(probability);
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Tensor x = parents.x();
        Domain domain = parents.domain();
        Tensor ends = domain.low().times(2).plus(domain.width());
        return Mutations.some(x, x.times(-1).plus(ends), probability, noise);
    }
}
