package dev.fathom;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.Optional;
import java.util.Set;

/// A small search over tensors: the mean moves to that of the better half, the deviation shrinks.
public record Averaging(int lambda) implements Vectorized<Averaging.State> {

    record State(Tensor mean, Tensor sigma, int lambda) {}

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.LEARNS_PROPOSAL);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int rows = shape.start().scale(lambda);
        return new State(starts.plus(0), starts.times(0).plus(shape.start().spread()), rows);
    }

    @Override
    public int size(State state) {
        return state.lambda();
    }

    @Override
    public Tensor sample(State state, int rows, Noise noise) {
        int k = state.mean().rows();
        int d = state.mean().columns();
        return state.mean().substrate().gaussian(k * rows, d, noise).affine(state.sigma(), state.mean());
    }

    @Override
    public State update(State state, Population told, Noise noise) {
        int half = told.perSearch() / 2;
        Tensor w = told.ranks().less(told.ranks().substrate().column(half)).times(1.0 / half);
        Tensor mean = told.x().weightedSums(w, told.searches());
        return new State(mean, state.sigma().times(0.95), state.lambda());
    }

    @Override
    public Optional<String> finished(State state) {
        return state.sigma().at(0, 0) < 1e-3 ? Optional.of("the deviation is small") : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend(State state) {
        return Optional.of(state.mean().rows(0, 1).toArray());
    }
}
