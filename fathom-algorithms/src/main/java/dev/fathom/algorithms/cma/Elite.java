package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Batch;

/// The best row so far, which takes the first place of a generation that has no better one.
///
/// As in pycma (option CMA_elitist), the other rows with positive weights move one place down, and the last of them has
/// no weight; rows with negative weights keep theirs.
final class Elite {

    private final double[] best;
    private double violation = Double.POSITIVE_INFINITY;
    private double f = Double.POSITIVE_INFINITY;

    /// @param d number of columns
    Elite(int d) {
        best = new double[d];
    }

    /// Rows in the order in which they are weighted, `[n×d]`; remembers the best one.
    ///
    /// @param told best first
    /// @param mu number of positive weights
    double[] arrange(Batch told, int mu) {
        if (isBetter(told)) {
            double[] rows = told.x().clone();
            System.arraycopy(best, 0, rows, 0, best.length);
            System.arraycopy(told.x(), 0, rows, best.length, (mu - 1) * best.length);
            return rows;
        }
        System.arraycopy(told.x(), 0, best, 0, best.length);
        violation = told.violation(0);
        f = told.f(0);
        return told.x();
    }

    /// Feasible before infeasible, then by violation or value.
    private boolean isBetter(Batch told) {
        return violation < told.violation(0) || (violation == told.violation(0) && f < told.f(0));
    }
}
