package dev.fathom.event;

import dev.fathom.Outcome;

/// What happens during a run.
public sealed interface Event {

    /// The run begins or goes on.
    ///
    /// @param budget evaluations, or `Shape.UNLIMITED`
    /// @param workers pending evaluations allowed
    /// @param replayed evaluations taken from the journal
    record Started(String optimizer, long budget, int workers, long seed, long replayed) implements Event {}

    /// A point was handed out.
    record Asked(long id, Object parameters) implements Event {}

    /// A result came back.
    ///
    /// @param seconds time of this evaluation; 0 if unknown
    record Told(long id, Object parameters, Outcome outcome, double seconds) implements Event {}

    /// A result is better than all before it.
    ///
    /// @param value its first loss in the user's sense
    record Improved(long id, Object parameters, double value) implements Event {}

    /// A population was learned.
    ///
    /// @param number generations learned so far by this search, from 1
    /// @param size its rows
    record Generation(long number, int size) implements Event {}

    /// A whole population was evaluated at once; its rows are not told one by one.
    ///
    /// @param number generations of the run so far, from 1
    /// @param rows n
    /// @param losses `[n·m]`, row by row, in the user's sense; NaN where an evaluation failed
    /// @param failures failed rows among them
    record Evaluated(long number, int rows, double[] losses, int failures) implements Event {}

    /// A search was finished and another one begins.
    record Restarted(String finished, String next) implements Event {}

    /// The run ends.
    record Stopped(String reason, long evaluations) implements Event {}
}
