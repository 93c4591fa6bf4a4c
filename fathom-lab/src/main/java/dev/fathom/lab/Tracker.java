package dev.fathom.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Follows one run: which targets were reached when, and the best delta on the way. Costs a comparison per evaluation.
final class Tracker {

    private static final int[] STEPS = {1, 2, 5};

    private final double[] targets;
    private final long[] hits;
    private final double[] times;
    private final Map<Long, Double> checkpoints = new LinkedHashMap<>();
    private long checkpoint;
    private int step;
    private long unit;

    private int next;
    private long evaluations;
    private double best = Double.POSITIVE_INFINITY;

    /// @param targets descending
    Tracker(double[] targets, int dimension) {
        this.targets = targets;
        hits = new long[targets.length];
        times = new double[targets.length];
        Arrays.fill(times, Double.NaN);
        unit = dimension;
        checkpoint = dimension;
    }

    /// Counts an evaluation.
    ///
    /// @param delta how far it lies above the optimum; `+∞` or NaN if it counts for nothing
    /// @param clock when it was finished
    void add(double delta, double clock) {
        evaluations++;
        if (delta < best) {
            best = delta;
            while (next < targets.length && delta <= targets[next]) {
                hits[next] = evaluations;
                times[next] = clock;
                next++;
            }
        }
        if (evaluations == checkpoint) {
            checkpoints.put(evaluations, best);
            advance();
        }
    }

    private void advance() {
        step = (step + 1) % STEPS.length;
        unit = step == 0 ? unit * 10 : unit;
        checkpoint = unit * STEPS[step];
    }

    /// Whether the last target is reached.
    boolean isSolved() {
        return next == targets.length;
    }

    long evaluations() {
        return evaluations;
    }

    double best() {
        return best;
    }

    long[] hits() {
        return hits;
    }

    double[] times() {
        return times;
    }

    Map<Long, Double> checkpoints() {
        return checkpoints;
    }
}
