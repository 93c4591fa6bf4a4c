package dev.fathom.examples;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Another algorithm that has finished when PyPop7 restarts its evolution strategies: when the best value of its run
/// gained less than 1e-12 within ⌊10 + ⌈30 d/λ⌉⌋ generations.
///
/// @param algorithm what searches
record Stagnating<T>(Generational<T> algorithm) implements Generational<Stagnating.State<T>> {

    private static final double GAIN = 1e-12;

    /// @param inner of the algorithm
    /// @param window generations to look back
    /// @param best value of the run after each generation
    record State<T>(T inner, int window, List<Double> best) {}

    @Override
    public Set<Trait> traits() {
        return algorithm.traits();
    }

    @Override
    public State<T> start(Shape shape, Rng rng) {
        T inner = algorithm.start(shape, rng);
        double first = algorithm.size(inner) / shape.start().population(); // the window is that of the first run
        return new State<>(inner, 10 + (int) Math.ceil(30.0 * shape.dimension() / first), new ArrayList<>());
    }

    @Override
    public int size(State<T> s) {
        return algorithm.size(s.inner);
    }

    @Override
    public void sample(State<T> s, Batch out, Rng rng) {
        algorithm.sample(s.inner, out, rng);
    }

    @Override
    public State<T> update(State<T> s, Batch told, Rng rng) {
        double last = s.best.isEmpty() ? Double.POSITIVE_INFINITY : s.best.getLast();
        s.best.add(Math.min(last, told.f(0)));
        return new State<>(algorithm.update(s.inner, told, rng), s.window, s.best);
    }

    @Override
    public Optional<String> finished(State<T> s) {
        int n = s.best.size();
        return n >= s.window && s.best.get(n - s.window) - s.best.getLast() < GAIN
                ? Optional.of("the best value stagnates")
                : algorithm.finished(s.inner);
    }
}
