package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;

/// The results of the generation before, with which the new one is compared. Only order matters: feasible rows are
/// better than others, which are ordered by their violation.
final class PreviousGeneration {

    private double[] values = {};
    private double[] violations = {};

    /// Whether there is one of the same size.
    boolean fits(Batch told) {
        return values.length == told.size();
    }

    void remember(Batch told) {
        if (!fits(told)) {
            values = new double[told.size()];
            violations = new double[told.size()];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = told.f(i);
            violations[i] = told.violation(i);
        }
    }

    /// Σ w_i (R_i − r_i), where R_i and r_i are the ranks of the i-th best of the old and of the new generation among
    /// as many of both as there are weights. Equal results share their ranks.
    double rankGain(Batch told, double[] weights) {
        int n = weights.length;
        int old = 0;
        int fresh = 0;
        int rank = 1;
        double gain = 0;
        while (old < n || fresh < n) {
            int order = fresh == n ? 1 : old == n ? -1 : compare(told, fresh, old);
            double shared = order == 0 ? rank + 0.5 : rank;
            if (order >= 0) {
                gain += weights[old++] * shared;
            }
            if (order <= 0) {
                gain -= weights[fresh++] * shared;
            }
            rank += order == 0 ? 2 : 1;
        }
        return gain;
    }

    /// Σ w_i over the ranks i at which the new generation is better than the old one.
    double improvedShare(Batch told, double[] weights) {
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            share += compare(told, i, i) < 0 ? weights[i] : 0;
        }
        return share;
    }

    /// Negative if the new row is better than the old one.
    private int compare(Batch told, int fresh, int old) {
        double now = Math.max(told.violation(fresh), 0);
        double before = Math.max(violations[old], 0);
        return now != before ? Double.compare(now, before) : ordered(told.f(fresh), values[old]);
    }

    private static int ordered(double now, double before) {
        return now < before ? -1 : now > before ? 1 : 0;
    }
}
