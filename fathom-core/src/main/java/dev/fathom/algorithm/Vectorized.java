package dev.fathom.algorithm;

import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;

/// A generational algorithm written over whole populations as tensors, so that the same text serves heap arrays and
/// devices, and `k` searches side by side as well as one.
///
/// Contract: everything is computed with the verbs of [Tensor] on the substrate of the tensors given; numbers of each
/// search depend on its own rows alone. The state is a record (in an exported package, public) whose components hold
/// its
/// tensors, so that a scope can keep them. The rows told need not be those of the last sample, so `update` computes
/// from
/// `x`. States are not changed, but followed by others.
///
/// Where rows are asked and told one by one it works like any other [Generational], on the heap.
///
/// @param <S> the state
public interface Vectorized<S extends Record> extends Generational<S> {

    /// The state before the first generation of `k` searches.
    ///
    /// @param shape what all of them know; its own start counts for spread and population factor alone
    /// @param starts where they begin `[k×d]`
    S start(Shape shape, Tensor starts, Noise noise);

    /// λ, the rows of the next generation of each search.
    @Override
    int size(S state);

    /// New points, search by search.
    ///
    /// @param rows for each search, usually λ
    /// @return `[k·rows × d]`
    Tensor sample(S state, int rows, Noise noise);

    /// Learns from a generation.
    ///
    /// @param told λ rows of each search, in any order
    S update(S state, Population told, Noise noise);

    @Override
    default S start(Shape shape, Rng rng) {
        return start(shape, Heap.single().row(shape.start().x()), Noise.of(rng));
    }

    @Override
    default void sample(S state, Batch out, Rng rng) {
        double[] x = Heap.array(sample(state, out.size(), Noise.of(rng)));
        System.arraycopy(x, 0, out.x(), 0, x.length);
    }

    @Override
    default S update(S state, Batch told, Rng rng) {
        return update(state, told.population(), Noise.of(rng));
    }
}
