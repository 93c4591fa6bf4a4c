package dev.fathom;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Counts the results of a run.
final class Scores {

    private final Goal goal;
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private long evaluations;
    private long failures;
    private long bestAt;
    private double best = Double.NaN;

    Scores(Goal goal) {
        this.goal = goal;
    }

    void add(Outcome outcome) {
        evaluations++;
        switch (outcome) {
            case Outcome.Failed failed -> {
                failures++;
                reasons.merge(failed.reason(), 1L, Long::sum);
            }
            case Outcome.Values values -> {
                double loss = values.losses()[0];
                boolean feasible = true;
                for (double constraint : values.constraints()) {
                    feasible &= constraint <= 0;
                }
                if (feasible && !(goal.sign(0) * loss >= goal.sign(0) * best)) {
                    best = loss;
                    bestAt = evaluations;
                }
            }
        }
    }

    Status status(Duration elapsed) {
        return new Status(
                evaluations,
                failures,
                Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best),
                evaluations - bestAt,
                elapsed,
                goal.directions().getFirst());
    }

    /// The most frequent reason of failure.
    String commonestFailure() {
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }

    long evaluations() {
        return evaluations;
    }

    long failures() {
        return failures;
    }
}
