package dev.fathom;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.DoubleToLongFunction;

/// Where a run stands: what stopping rules and progress displays look at.
///
/// @param evaluations results so far, failures included
/// @param failures failed evaluations among them
/// @param best the best first loss in the user's sense, empty before the first feasible result
/// @param sinceImprovement results since the best one
/// @param sinceGain results since the best loss was last better by more than an amount than the time before, for each
///     amount `≥ 0`; for 0 it is `sinceImprovement`
/// @param elapsed time of the run, earlier sessions of a continued run included
/// @param direction whether small or large values of the first loss are good
public record Status(
        long evaluations,
        long failures,
        OptionalDouble best,
        long sinceImprovement,
        DoubleToLongFunction sinceGain,
        Duration elapsed,
        Direction direction) {

    /// Whether the best loss is at least as good as `target`.
    public boolean reaches(double target) {
        return best.isPresent()
                && (direction == Direction.MINIMIZE ? best.getAsDouble() <= target : best.getAsDouble() >= target);
    }
}
