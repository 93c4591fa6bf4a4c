package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;
import java.util.Arrays;

/// The normal distribution N(m, AᵀA) with an upper triangular factor A, and what is computed with A.
final class TriangularNormal {

    private static final double CONDITION = 1e14;
    private static final int HALVINGS = 30;

    private final int d;
    private final double[] mean;
    private double[] a;
    private double[] next;
    private final double[] inverseRow;
    private boolean exhausted;

    /// N(start, sigma² I).
    TriangularNormal(double[] start, double sigma) {
        d = start.length;
        mean = start.clone();
        a = new double[d * d];
        next = new double[d * d];
        inverseRow = new double[d];
        for (int k = 0; k < d; k++) {
            a[k * d + k] = sigma;
        }
    }

    /// Number of columns.
    int d() {
        return d;
    }

    /// m `[d]`, the array itself.
    double[] mean() {
        return mean;
    }

    /// A `[d×d]`, upper triangular, the array itself until the next move.
    double[] factor() {
        return a;
    }

    /// Root mean square of the standard deviations of the columns.
    double sigma() {
        return norm(a) / Math.sqrt(d);
    }

    /// Whether the last move of A had to be given up.
    boolean isExhausted() {
        return exhausted;
    }

    /// Fills `x [n×d]`: x = m + Aᵀz.
    void sample(Batch out, Rng rng) {
        double[] x = out.x();
        for (int at = 0; at < x.length; at += d) {
            System.arraycopy(mean, 0, x, at, d);
            for (int i = 0; i < d; i++) {
                Vectors.add(rng.nextGaussian(), a, i * d + i, x, at + i, d - i);
            }
        }
    }

    /// z = A⁻ᵀ(x − m), drawn in to the length √d + 5, which its own rows do not reach.
    ///
    /// @param x row at `from`
    /// @param z `[d]`
    void whiten(double[] x, int from, double[] z) {
        for (int j = 0; j < d; j++) {
            z[j] = x[from + j] - mean[j];
        }
        for (int i = 0; i < d; i++) {
            z[i] /= a[i * d + i];
            Vectors.add(-z[i], a, i * d + i + 1, z, i + 1, d - i - 1);
        }
        Vectors.scale(z, Math.min(1, (Math.sqrt(d) + 5) / Vectors.norm(z)));
    }

    /// w = A⁻¹z.
    void solve(double[] z, double[] w) {
        for (int i = d - 1; i >= 0; i--) {
            int right = i * d + i + 1;
            w[i] = (z[i] - Vectors.dot(a, right, w, i + 1, d - i - 1)) / a[i * d + i];
        }
    }

    /// m ← m + step, A ← A + change; the change of A is halved until no diagonal element changes its sign and the
    /// condition number stays below 1e14.
    ///
    /// @param step `[d]`
    /// @param change `[d×d]`, upper triangular
    void move(double[] step, double[] change) {
        Vectors.add(1, step, 0, mean, 0, d);
        double factor = 1;
        for (int i = 0; i <= HALVINGS; i++) {
            System.arraycopy(a, 0, next, 0, a.length);
            Vectors.add(factor, change, 0, next, 0, a.length);
            if (isSound()) {
                double[] old = a;
                a = next;
                next = old;
                return;
            }
            factor /= 2;
        }
        exhausted = true;
    }

    private boolean isSound() {
        for (int i = 0; i < d; i++) {
            if (!(next[i * d + i] * a[i * d + i] > 0)) {
                return false;
            }
        }
        return norm(next) * inverseNorm() < CONDITION;
    }

    /// ‖A⁻¹‖ of the next A in Frobenius' norm, row after row of the inverse: e_i = A⁻¹(i,·) A.
    private double inverseNorm() {
        double squares = 0;
        for (int i = 0; i < d; i++) {
            Arrays.fill(inverseRow, 0);
            inverseRow[i] = 1;
            for (int j = i; j < d; j++) {
                inverseRow[j] /= next[j * d + j];
                Vectors.add(-inverseRow[j], next, j * d + j + 1, inverseRow, j + 1, d - j - 1);
            }
            squares += Vectors.dot(inverseRow, i, inverseRow, i, d - i);
        }
        return Math.sqrt(squares);
    }

    private static double norm(double[] values) {
        return Vectors.norm(values);
    }
}
