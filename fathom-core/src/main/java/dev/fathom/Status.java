package dev.fathom;

import java.time.Duration;
import java.util.OptionalDouble;

/// Where a run stands: what stopping rules and progress displays look at.
///
/// @param evaluations results so far, failures included
/// @param failures failed evaluations among them
/// @param best the best first loss in the user's sense, empty before the first feasible result
/// @param sinceImprovement results since the best one
/// @param elapsed time of the run, earlier sessions of a continued run included
/// @param direction whether small or large values of the first loss are good
public record Status(
        long evaluations,
        long failures,
        OptionalDouble best,
        long sinceImprovement,
        Duration elapsed,
        Direction direction) {

    /// Whether the best loss is at least as good as `target`.
    public boolean reaches(double target) {
        return best.isPresent()
                && (direction == Direction.MINIMIZE ? best.getAsDouble() <= target : best.getAsDouble() >= target);
    }
}
