package dev.fathom.algorithms.linear;

import org.jspecify.annotations.Nullable;

/// Inverses of general square matrices.
public final class Inverse {

    private static final double SINGULAR = 1e-12;

    private Inverse() {}

    /// A⁻¹ by Gauss and Jordan's elimination with the largest pivot of each column, after division of the rows by their
    /// largest entries.
    ///
    /// @param a A `[n][n]`
    /// @return `[n][n]`; null if A is not finite, singular, or so nearly so that a pivot falls below 1e-12
    public static double @Nullable [][] of(double[][] a) {
        int n = a.length;
        double[][] rows = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            double size = Vectors.largest(a[i]);
            for (int j = 0; j < n; j++) {
                rows[i][j] = a[i][j] / size;
            }
            rows[i][n + i] = 1 / size;
        }
        for (int k = 0; k < n; k++) {
            if (!pivot(rows, k)) {
                return null;
            }
            eliminate(rows, k);
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    /// Brings the largest entry of column k at or below the diagonal onto it, and makes it 1.
    private static boolean pivot(double[][] rows, int k) {
        int best = k;
        for (int i = k + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                best = i;
            }
        }
        double[] row = rows[best];
        rows[best] = rows[k];
        rows[k] = row;
        double pivot = row[k];
        if (!(Math.abs(pivot) > SINGULAR)) {
            return false;
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= pivot;
        }
        return true;
    }

    private static void eliminate(double[][] rows, int k) {
        for (int i = 0; i < rows.length; i++) {
            double factor = rows[i][k];
            if (i != k && factor != 0) {
                Vectors.add(-factor, rows[k], k, rows[i], k, rows[i].length - k);
            }
        }
    }
}
