package dev.fathom.torch;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.Set;

/// A search with another population than its own.
///
/// @param factor on its population
record Sized<S extends Record>(Vectorized<S> algorithm, double factor) implements Vectorized<S> {

    /// @param rows about how many rows a generation shall have
    static <S extends Record> Sized<S> of(Vectorized<S> algorithm, int rows, Shape shape, Tensor start) {
        int base = algorithm.size(algorithm.start(shape, start, new Noise(0)));
        return new Sized<>(algorithm, (rows + 0.5) / base);
    }

    @Override
    public Set<Trait> traits() {
        return algorithm.traits();
    }

    @Override
    public S start(Shape shape, Tensor starts, Noise noise) {
        return algorithm.start(shape.withStart(shape.start().withPopulation(factor)), starts, noise);
    }

    @Override
    public int size(S state) {
        return algorithm.size(state);
    }

    @Override
    public Tensor sample(S state, int rows, Noise noise) {
        return algorithm.sample(state, rows, noise);
    }

    @Override
    public S update(S state, Population told, Noise noise) {
        return algorithm.update(state, told, noise);
    }
}
