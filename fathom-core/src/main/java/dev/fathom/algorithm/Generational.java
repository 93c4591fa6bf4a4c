package dev.fathom.algorithm;

import dev.fathom.math.Rng;
import java.util.Optional;

/// An algorithm that samples a population and learns from whole generations.
///
/// Contract: `sample` fills batches of any size, also 1 (the engine asks for single rows to replace points that break a
/// constraint, and beyond a generation while workers are idle). `update` receives exactly `size(state)` rows, sorted
/// best
/// first, at least one of them with values. They need not be the rows of the last `sample` only: late rows of an older
/// state and told
/// points may be among them, so `update` computes from `x`, not from remembered noise. A state may be changed in place
/// and returned.
///
/// @param <S> what changes: a record or a small final class
public non-sealed interface Generational<S> extends Algorithm {

    /// The state before the first generation.
    S start(Shape shape, Rng rng);

    /// Number of rows of the next generation, λ ≥ 1.
    int size(S state);

    /// Fills all rows of `out` with new points.
    void sample(S state, Batch out, Rng rng);

    /// Learns from a generation.
    ///
    /// @param told `size(state)` rows, best first
    S update(S state, Batch told, Rng rng);

    /// Learns from a point that this algorithm did not propose; ignored by default.
    default S inform(S state, Row told, Rng rng) {
        return state;
    }

    /// Why the search cannot get further from here, such as a step size below its tolerance; empty while it can.
    default Optional<String> finished(S state) {
        return Optional.empty();
    }

    /// The rows that it keeps with their results, in standard coordinates: parents, or an archive of elites. Empty for
    /// searches that keep none.
    default Optional<Population> population(S state) {
        return Optional.empty();
    }

    /// The point it believes best, in standard coordinates; empty to leave it to the archive.
    default Optional<double[]> recommend(S state) {
        return Optional.empty();
    }
}
