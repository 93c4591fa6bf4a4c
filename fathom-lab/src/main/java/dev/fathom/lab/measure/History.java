package dev.fathom.lab.measure;

import dev.fathom.lab.Run;
import java.util.Arrays;

/// How the best loss of one run fell: after `evaluations[i]` evaluations it was `values[i]`, and stayed there until
/// `evaluations[i + 1]`.
///
/// @param algorithm the optimizer's name
/// @param problem what was solved, with instance and seed: histories are compared where this is equal
/// @param dimension d, number of variables
/// @param evaluations counted from 1, strictly ascending, [n]
/// @param values the losses found there; the record keeps the best so far, not-a-number counts as `+∞`, [n]
public record History(String algorithm, String problem, int dimension, long[] evaluations, double[] values) {

    /// Copies the arrays and replaces each value by the best so far.
    ///
    /// @throws IllegalArgumentException if lengths differ, nothing is there, or evaluations do not ascend
    public History {
        evaluations = evaluations.clone();
        values = values.clone();
        if (evaluations.length != values.length || values.length == 0) {
            throw new IllegalArgumentException(algorithm + " on " + problem + ": " + evaluations.length
                    + " evaluations and " + values.length + " values. Maybe an empty run?");
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            best = values[i] < best ? values[i] : best;
            values[i] = best;
            if (evaluations[i] < 1 || (i > 0 && evaluations[i] <= evaluations[i - 1])) {
                throw new IllegalArgumentException(algorithm + " on " + problem + ": evaluation " + evaluations[i]
                        + " stands at place " + i + ", but they must ascend from 1. Maybe sort them?");
            }
        }
    }

    /// What a row of `runs.csv` tells of the history of its loss above the minimum: the targets reached, and the final
    /// loss. Before the first target the loss is unknown and counts as `+∞`.
    ///
    /// @param targets the levels that the hits belong to, descending, as many as the run has hits
    public static History of(Run run, double[] targets) {
        long[] hits = run.hits();
        long last = Math.max(1, run.evaluations());
        long[] at = new long[hits.length + 2];
        double[] values = new double[hits.length + 2];
        int n = 0;
        at[n] = 1;
        values[n++] = Double.POSITIVE_INFINITY;
        for (int j = 0; j < hits.length; j++) {
            if (hits[j] > 0) {
                n += at[n - 1] < hits[j] ? 1 : 0;
                at[n - 1] = hits[j];
                values[n - 1] = targets[j];
            }
        }
        n += at[n - 1] < last ? 1 : 0;
        at[n - 1] = Math.max(at[n - 1], last);
        values[n - 1] = run.bestDelta();
        String problem = run.function() + ":i" + run.instance() + ":d" + run.dimension();
        return new History(run.algorithm(), problem, run.dimension(), Arrays.copyOf(at, n), Arrays.copyOf(values, n));
    }

    /// The numbers of the evaluations, [n].
    @Override
    public long[] evaluations() {
        return evaluations.clone();
    }

    /// The best losses so far, [n].
    @Override
    public double[] values() {
        return values.clone();
    }

    /// The best loss after so many evaluations; `+∞` before the first.
    public double after(double count) {
        double value = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length && evaluations[i] <= count; i++) {
            value = values[i];
        }
        return value;
    }

    /// The evaluation that first reached a loss at or below the level; `+∞` if none did.
    public double reached(double level) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= level) {
                return evaluations[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
