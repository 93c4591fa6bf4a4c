package dev.fathom.examples;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;

/// An algorithm of your own: steps around the best row, longer after a success and shorter after a failure.
///
/// @param grow factor on the step after a success
/// @param shrink factor on the step after a failure
public record OwnAlgorithm(double grow, double shrink) implements Incremental<OwnAlgorithm.State> {

    /// The best row so far and the length of the next step.
    public record State(Row best, double step) {}

    @Override
    public State start(Shape shape, Rng rng) {
        return new State(new Row(-1, shape.start().x(), 0), shape.start().spread());
    }

    @Override
    public void propose(State state, Row out, Rng rng) {
        for (int j = 0; j < out.x.length; j++) {
            out.x[j] = state.best.x[j] + state.step * rng.nextGaussian();
        }
    }

    @Override
    public State learn(State state, Row told, Rng rng) {
        return told.compareTo(state.best) < 0
                ? new State(told, state.step * grow)
                : new State(state.best, Math.max(1e-12, state.step * shrink));
    }
}
