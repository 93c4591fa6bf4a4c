package dev.fathom.internal.engine;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.Optional;

/// Runs an [Incremental] algorithm: every result is learned at once.
final class IncrementalSearcher<S> implements Searcher {

    private final Incremental<S> algorithm;
    private final Rng rng;
    private final int notes;
    private final boolean learns;
    private S state;

    IncrementalSearcher(Incremental<S> algorithm, Shape shape, Rng rng) {
        this.algorithm = algorithm;
        this.rng = rng;
        notes = algorithm.notes(shape);
        learns = !algorithm.traits().contains(Trait.ONE_SHOT);
        state = algorithm.start(shape, rng);
    }

    @Override
    public int notes() {
        return notes;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void propose(Row out) {
        algorithm.propose(state, out, rng);
    }

    @Override
    public boolean replace(Row out) {
        propose(out);
        return true;
    }

    @Override
    public void learn(Row told) {
        if (learns) {
            state = algorithm.learn(state, told, rng);
        }
    }

    @Override
    public void inform(Row told) {
        if (learns) {
            state = algorithm.inform(state, told, rng);
        }
    }

    @Override
    public Optional<String> finished() {
        return algorithm.finished(state);
    }

    @Override
    public Optional<double[]> recommend() {
        return algorithm.traits().contains(Trait.DENOISES) ? algorithm.recommend(state) : Optional.empty();
    }
}
