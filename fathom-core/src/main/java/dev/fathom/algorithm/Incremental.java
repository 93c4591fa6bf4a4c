package dev.fathom.algorithm;

import dev.fathom.math.Rng;
import java.util.Optional;

/// An algorithm that learns from one result at a time, in any order, while others are pending.
///
/// Contract: `propose` may be called any number of times before the first `learn`. Each row proposed comes back at most
/// once. A told row is not changed by the engine afterwards, so a state may keep it. Rows are compared by their natural
/// order, which ranks feasibility and failures. A state may be changed in place and returned.
///
/// @param <S> what changes: a small final class or a record
public non-sealed interface Incremental<S> extends Algorithm {

    /// The state before the first proposal.
    S start(Shape shape, Rng rng);

    /// Writes the next point into `out.x` (all of it) and what it wants to remember into `out.notes`.
    void propose(S state, Row out, Rng rng);

    /// Learns from the result of a row that it proposed.
    S learn(S state, Row told, Rng rng);

    /// Learns from a point that it did not propose; ignored by default. The row carries no notes of this algorithm.
    default S inform(S state, Row told, Rng rng) {
        return state;
    }

    /// Why the search cannot get further from here; empty while it can.
    default Optional<String> finished(S state) {
        return Optional.empty();
    }

    /// The point it believes best, in standard coordinates; empty to leave it to the archive.
    default Optional<double[]> recommend(S state) {
        return Optional.empty();
    }
}
