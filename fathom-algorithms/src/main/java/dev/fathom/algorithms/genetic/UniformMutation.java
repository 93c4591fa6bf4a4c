package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Draws some coordinates anew, from [Domain#draw]: for whole numbers between bounds, every value is as likely.
///
/// @param probability with which each coordinate is changed, `(0, 1]`
public record UniformMutation(double probability) implements Operator {

    public UniformMutation {
        Mutations.check(probability);
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Tensor x = parents.x();
        Tensor drawn = parents.domain().draw(x.rows(), noise.fork(0));
        return Mutations.some(x, drawn, probability, noise.fork(1));
    }
}
