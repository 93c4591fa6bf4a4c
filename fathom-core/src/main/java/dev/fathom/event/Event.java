package dev.fathom.event;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.space.Space;
import java.util.Optional;
import java.util.function.Supplier;

/// What happens during a run.
public sealed interface Event {

    /// The run begins or goes on.
    ///
    /// @param budget evaluations, or `Shape.UNLIMITED`
    /// @param workers pending evaluations allowed
    /// @param replayed evaluations taken from the journal
    /// @param goal how losses are to be read
    /// @param space what is searched
    record Started(String optimizer, long budget, int workers, long seed, long replayed, Goal goal, Space<?> space)
            implements Event {}

    /// A point was handed out.
    record Asked(long id, Object parameters) implements Event {}

    /// A result came back.
    ///
    /// @param seconds time of this evaluation; 0 if unknown
    record Told(long id, Object parameters, Outcome outcome, double seconds) implements Event {}

    /// A result is better than all before it.
    ///
    /// @param losses in the user's sense
    record Improved(long id, Object parameters, double[] losses) implements Event {

        /// The first loss.
        public double value() {
            return losses[0];
        }
    }

    /// A population was learned. Comes after the results of its rows.
    ///
    /// @param number generations learned so far by this search, from 1
    /// @param size its rows
    /// @param center makes, while the event is handled, the middle of what the search samples from next, standard
    ///     coordinates `[d]`, see [Space#decode]; empty for searches that have none
    record Generation(long number, int size, Supplier<Optional<double[]>> center) implements Event {}

    /// A whole population was evaluated at once; its rows are not told one by one.
    ///
    /// @param number generations of the run so far, from 1
    /// @param rows n
    /// @param losses `[n·m]`, row by row, in the user's sense; NaN where an evaluation failed
    /// @param violations `[n]`, sums of the violated constraints, 0 where feasible
    /// @param failures failed rows among them
    record Evaluated(long number, int rows, double[] losses, double[] violations, int failures) implements Event {}

    /// A search was finished and another one begins.
    record Restarted(String finished, String next) implements Event {}

    /// The run ends.
    record Stopped(String reason, long evaluations) implements Event {}
}
