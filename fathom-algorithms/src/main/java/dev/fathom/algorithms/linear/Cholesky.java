package dev.fathom.algorithms.linear;

/// Solves A p = b for symmetric matrices that should be positive definite: where A is not, a multiple of the identity
/// is added.
public final class Cholesky {

    private static final double FIRST = 1e-6;
    private static final double LEAST_PIVOT = 1e-14;
    private static final int TRIES = 30;

    private Cholesky() {}

    /// The solution of (A + μI) p = b with the least μ of a growing sequence that begins at 0, relative to the mean of
    /// A's diagonal, for which A + μI is positive definite.
    ///
    /// @param a A [n][n], symmetric and finite
    /// @param b [n]
    /// @return p [n]; all 0 if no μ served
    public static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] l = new double[n][n];
        double scale = meanDiagonal(a);
        double mu = 0;
        for (int i = 0; i < TRIES; i++) {
            if (decompose(a, mu, l)) {
                return substitute(l, b);
            }
            mu = mu == 0 ? FIRST * scale : 10 * mu;
        }
        return new double[n];
    }

    private static double meanDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i][i]);
        }
        return sum > 0 ? sum / a.length : 1;
    }

    /// A + μI = L Lᵀ
    private static boolean decompose(double[][] a, double mu, double[][] l) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] + (i == j ? mu : 0);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j && !(sum > LEAST_PIVOT)) {
                    return false;
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return true;
    }

    private static double[] substitute(double[][] l, double[] b) {
        int n = b.length;
        double[] p = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                p[i] -= l[i][k] * p[k];
            }
            p[i] /= l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                p[i] -= l[k][i] * p[k];
            }
            p[i] /= l[i][i];
        }
        return p;
    }
}
