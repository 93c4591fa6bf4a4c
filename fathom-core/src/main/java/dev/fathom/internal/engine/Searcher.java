package dev.fathom.internal.engine;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Row;
import java.util.Optional;

/// One running search: what the engine needs of an algorithm of any shape, or of several of them together.
///
/// Composite searchers reserve the last of their note slots for the number of the member that proposed a row.
public interface Searcher extends AutoCloseable {

    /// How many note slots its rows need.
    int notes();

    /// Whether it can propose from what it has learned, without filling in.
    boolean ready();

    /// Writes a point into `out.x`; always succeeds.
    void propose(Row out);

    /// Writes another point in place of one that breaks a constraint.
    ///
    /// @return false if it insists on its point
    boolean replace(Row out);

    /// Learns from a row that it proposed.
    void learn(Row told);

    /// Learns from a row that it did not propose.
    void inform(Row told);

    /// Why it cannot get further; empty while it can.
    Optional<String> finished();

    /// The point it believes best where evaluations are noisy.
    Optional<double[]> recommend();

    /// The rows that it keeps, in standard coordinates; empty if it keeps none.
    default Optional<Population> population() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
