package dev.fathom.torch;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.Optional;
import java.util.Set;

/// A small search over tensors: mean and deviation move to those of the better half.
///
/// @param population λ
public record Halving(int population) implements Vectorized<Halving.State> {

    /// N(μ, diag σ²), each `[k×d]`.
    public record State(Tensor mean, Tensor sigma, int lambda) {}

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.LEARNS_PROPOSAL);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        Tensor sigma = starts.substrate()
                .full(starts.rows(), starts.columns(), shape.start().spread());
        return new State(starts.plus(0), sigma, shape.start().scale(population));
    }

    @Override
    public int size(State state) {
        return state.lambda();
    }

    @Override
    public Tensor sample(State state, int rows, Noise noise) {
        Tensor mean = state.mean();
        return mean.substrate()
                .gaussian(mean.rows() * rows, mean.columns(), noise)
                .affine(state.sigma(), mean);
    }

    @Override
    public State update(State state, Population told, Noise noise) {
        int half = told.perSearch() / 2;
        int k = told.searches();
        Tensor w = told.ranks().less(told.ranks().substrate().full(1, 1, half)).times(1.0 / half);
        Tensor mean = told.x().weightedSums(w, k);
        Tensor variance = told.x().minus(mean).weightedSquares(w, k);
        return new State(mean, variance.sqrt().times(1.2), state.lambda());
    }

    @Override
    public Optional<String> finished(State state) {
        return state.sigma().at(0, 0) < 1e-9 ? Optional.of("the deviation is small") : Optional.empty();
    }
}
