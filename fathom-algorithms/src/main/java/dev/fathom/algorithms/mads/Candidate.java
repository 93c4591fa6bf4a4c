package dev.fathom.algorithms.mads;

import org.jspecify.annotations.Nullable;

/// A point that a search or a poll wants to be evaluated.
///
/// @param x on the variables' own scales, `[d]`, on the mesh and within bounds where it has to be
/// @param centre the frame centre it was made at; null for a start
record Candidate(double[] x, @Nullable Point centre) {

    /// From the centre to the point, `[d]`; null for a start.
    double @Nullable [] step() {
        return centre == null ? null : difference(x, centre.x());
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            difference[j] = a[j] - b[j];
        }
        return difference;
    }
}
