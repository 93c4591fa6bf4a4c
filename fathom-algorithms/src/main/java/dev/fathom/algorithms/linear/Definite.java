package dev.fathom.algorithms.linear;

/// Symmetric matrices as upper triangles `A [n][n]`, of which only `A[i][j]` with `j ≥ i` is read and written: sums of
/// products, and the factorization `A = RᵀR` of positive definite ones (Golub and Van Loan, "Matrix Computations",
/// section 4.2).
///
/// Four rows are added at a time, in a fixed order; whole rows, so that the loops vectorize without changing a bit.
public final class Definite {

    private static final int WIDTH = 4;

    private Definite() {}

    /// `A[i][j] += Σ_s left[s][i]·right[s][j]` for `j ≥ i`, where the sum is symmetric in i and j.
    ///
    /// @param left `[k][n]`
    /// @param right `[k][n]`, may be `left`
    /// @param a `A [n][n]`
    public static void addProducts(double[][] left, double[][] right, double[][] a) {
        int n = a.length;
        int s = 0;
        for (; s + WIDTH <= left.length; s += WIDTH) {
            for (int i = 0; i < n; i++) {
                add(left, right, s, i, a[i], i);
            }
        }
        for (; s < left.length; s++) {
            for (int i = 0; i < n; i++) {
                add(left[s][i], right[s], a[i], i);
            }
        }
    }

    /// `P[i][j] += Σ_s left[s][i]·right[s][j]` for all i and j.
    ///
    /// @param left `[k][p]`
    /// @param right `[k][n]`
    /// @param product `P [p][n]`
    public static void addAllProducts(double[][] left, double[][] right, double[][] product) {
        int s = 0;
        for (; s + WIDTH <= left.length; s += WIDTH) {
            for (int i = 0; i < product.length; i++) {
                add(left, right, s, i, product[i], 0);
            }
        }
        for (; s < left.length; s++) {
            for (int i = 0; i < product.length; i++) {
                add(left[s][i], right[s], product[i], 0);
            }
        }
    }

    /// Four products of column i of `left` with rows of `right`.
    private static void add(double[][] left, double[][] right, int s, int i, double[] target, int from) {
        add4(
                left[s][i],
                right[s],
                left[s + 1][i],
                right[s + 1],
                left[s + 2][i],
                right[s + 2],
                left[s + 3][i],
                right[s + 3],
                target,
                from);
    }

    private static void add4(
            double f0,
            double[] r0,
            double f1,
            double[] r1,
            double f2,
            double[] r2,
            double f3,
            double[] r3,
            double[] target,
            int from) {
        for (int j = from; j < target.length; j++) {
            target[j] += (f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j]);
        }
    }

    private static void add(double factor, double[] row, double[] target, int from) {
        for (int j = from; j < target.length; j++) {
            target[j] += factor * row[j];
        }
    }

    /// Copies the upper triangle to the lower one.
    public static void mirror(double[][] a) {
        for (int i = 1; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = a[j][i];
            }
        }
    }

    /// Replaces A by R.
    ///
    /// @param least part of its diagonal entry that a pivot must keep, `[0, 1)`: A counts as singular below
    /// @return whether A is positive definite in this sense; a half-done R remains otherwise
    public static boolean factor(double[][] a, double least) {
        int n = a.length;
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i][i];
        }
        for (int first = 0; first < n; first += WIDTH) {
            int end = Math.min(n, first + WIDTH);
            for (int k = first; k < end; k++) {
                for (int s = first; s < k; s++) {
                    add(-a[s][k], a[s], a[k], k);
                }
                if (!(a[k][k] > least * diagonal[k]) || !(a[k][k] > 0)) {
                    return false;
                }
                divide(a[k], k);
            }
            for (int i = end; i < n; i++) {
                add4(
                        -a[first][i],
                        a[first],
                        -a[first + 1][i],
                        a[first + 1],
                        -a[first + 2][i],
                        a[first + 2],
                        -a[first + 3][i],
                        a[first + 3],
                        a[i],
                        i);
            }
        }
        return true;
    }

    /// Solves RᵀR x = b.
    ///
    /// @param r as made by [#factor(double[][], double)]
    /// @param b b `[n]`, becomes x
    public static void solve(double[][] r, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            b[i] /= r[i][i];
            add(-b[i], r[i], b, i + 1);
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] = (b[i] - Vectors.dot(r[i], i + 1, b, i + 1, n - i - 1)) / r[i][i];
        }
    }

    /// The diagonal of A⁻¹ `[n]`.
    ///
    /// @param r as made by [#factor(double[][], double)]
    public static double[] inverseDiagonal(double[][] r) {
        int n = r.length;
        double[][] inverse = inverse(r);
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = Vectors.dot(inverse[i], i, inverse[i], i, n - i);
        }
        return diagonal;
    }

    /// R⁻¹ `[n][n]`, an upper triangle with zeros below.
    ///
    /// @param r as made by [#factor(double[][], double)]
    public static double[][] inverse(double[][] r) {
        int n = r.length;
        double[][] inverse = new double[n][n]; // negative until its row is divided
        for (int i = n - 1; i >= 0; i--) {
            double[] row = inverse[i];
            row[i] = -1;
            int k = i + 1;
            for (; k + WIDTH <= n; k += WIDTH) {
                add4(
                        r[i][k],
                        inverse[k],
                        r[i][k + 1],
                        inverse[k + 1],
                        r[i][k + 2],
                        inverse[k + 2],
                        r[i][k + 3],
                        inverse[k + 3],
                        row,
                        k);
            }
            for (; k < n; k++) {
                add(r[i][k], inverse[k], row, k);
            }
            for (int j = i; j < n; j++) {
                row[j] /= -r[i][i];
            }
        }
        return inverse;
    }

    /// `bᵀA⁻¹b` of several vectors b.
    ///
    /// @param r as made by [#factor(double[][], double)]
    /// @param b `[n][k]`, one in each column; is overwritten
    /// @return `[k]`
    public static double[] inverseForms(double[][] r, double[][] b) {
        double[] sums = new double[b[0].length];
        for (int i = 0; i < b.length; i++) {
            double[] row = b[i];
            int k = 0;
            for (; k + WIDTH <= i; k += WIDTH) {
                add4(-r[k][i], b[k], -r[k + 1][i], b[k + 1], -r[k + 2][i], b[k + 2], -r[k + 3][i], b[k + 3], row, 0);
            }
            for (; k < i; k++) {
                add(-r[k][i], b[k], row, 0);
            }
            for (int s = 0; s < row.length; s++) {
                row[s] /= r[i][i];
                sums[s] += row[s] * row[s];
            }
        }
        return sums;
    }

    private static void divide(double[] row, int from) {
        double root = Math.sqrt(row[from]);
        for (int j = from; j < row.length; j++) {
            row[j] /= root;
        }
    }
}
