package dev.fathom.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Follows one run: which targets were reached when, when it was solved to which precision, and the best delta on the
/// way.
/// Costs a comparison per evaluation.
final class Tracker {

    private static final int[] STEPS = {1, 2, 5};

    private final double[] targets;
    private final long[] hits;
    private final double[] times;
    private final double[] levels;
    private final long[] solved;
    private final Map<Long, Double> checkpoints = new LinkedHashMap<>();
    private long checkpoint;
    private int step;
    private long unit;

    private int next;
    private int nextLevel;
    private long evaluations;
    private double best = Double.POSITIVE_INFINITY;
    private double first = Double.NaN;

    /// @param targets descending
    /// @param levels deltas that solve the problem, descending, see [Decrease]; may be empty
    Tracker(double[] targets, double[] levels, int dimension) {
        this.targets = targets;
        this.levels = levels;
        solved = new long[levels.length];
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
        if (Double.isNaN(first) && Double.isFinite(delta)) {
            first = delta;
        }
        if (delta < best) {
            best = delta;
            while (nextLevel < levels.length && delta <= levels[nextLevel]) {
                solved[nextLevel++] = evaluations;
            }
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

    /// The first finite delta; NaN if there was none.
    double first() {
        return first;
    }

    /// The evaluation that first reached each level, 0 for never.
    long[] solved() {
        return solved;
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
