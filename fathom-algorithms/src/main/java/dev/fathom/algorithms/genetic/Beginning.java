package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Where searches begin.
///
/// @param domain where the columns range
/// @param starts first guesses `[k×d]`
/// @param spread of the first points, see [Domain#first]
public record Beginning(Domain domain, Tensor starts, double spread) {

    static Beginning of(Shape shape, Tensor starts) {
        Tensor copy = starts.plus(0); // of this state
        return new Beginning(
                Domain.of(shape, starts.substrate()), copy, shape.start().spread());
    }

    /// First points `[k·rows × d]`.
    Tensor sample(int rows, Noise noise) {
        return domain.first(starts, rows, spread, noise);
    }
}
