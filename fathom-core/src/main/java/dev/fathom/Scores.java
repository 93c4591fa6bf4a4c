package dev.fathom;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Counts the results of a run.
final class Scores {

    /// Reasons may all differ, for example by a number in them.
    private static final int MOST_REASONS = 1_000;

    private final Goal goal;
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private long evaluations;
    private long failures;
    private long bestAt;
    private double best = Double.NaN;
    private final Gains gains = new Gains();

    Scores(Goal goal) {
        this.goal = goal;
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed failed -> {
                evaluations++;
                fail(failed.reason(), 1);
            }
            case Outcome.Values values -> {
                boolean feasible = true;
                for (double constraint : values.constraints()) {
                    feasible &= constraint <= 0;
                }
                add(values.losses()[0], feasible);
            }
        }
    }

    private void fail(String reason, int times) {
        failures += times;
        if (reasons.size() < MOST_REASONS || reasons.containsKey(reason)) {
            reasons.merge(reason, (long) times, Long::sum);
        }
    }

    void add(double loss, boolean feasible) {
        evaluations++;
        if (feasible) {
            consider(loss, evaluations);
        }
    }

    /// Counts a whole population, which improves on the best loss once at most, with its best row.
    void add(Judged population) {
        if (population.failures() > 0) {
            String reason = population.failure();
            fail(reason == null ? "failed" : reason, population.failures());
        }
        double least = population.least();
        if (least < Double.POSITIVE_INFINITY && !(least >= goal.sign(0) * best)) {
            consider(goal.sign(0) * least, evaluations + population.leastRow() + 1);
        }
        evaluations += population.rows();
    }

    private void consider(double loss, long evaluation) {
        if (!(goal.sign(0) * loss >= goal.sign(0) * best)) {
            best = loss;
            bestAt = evaluation;
            gains.add(evaluation, goal.sign(0) * loss);
        }
    }

    /// Forgets everything.
    void reset() {
        reasons.clear();
        evaluations = 0;
        failures = 0;
        bestAt = 0;
        best = Double.NaN;
        gains.clear();
    }

    Status status(Duration elapsed) {
        return new Status(
                evaluations,
                failures,
                Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best),
                evaluations - bestAt,
                amount -> evaluations - gains.last(amount),
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
