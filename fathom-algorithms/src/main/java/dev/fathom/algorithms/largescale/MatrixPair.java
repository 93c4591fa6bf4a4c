package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

import java.util.Arrays;

/// A matrix M and its inverse, both changed by symmetric factors: M ← M B with B = keep I + Σ f_i v_i v_iᵀ.
///
/// Kept are M and N = M⁻ᵀ, so that both are multiplied from the right, row by row: N ← N B⁻¹. B⁻¹ is built up term by
/// term after Sherman and Morrison: B⁻¹ = I/keep − Σ g_i u_i u_iᵀ. All costs are O(d²) per vector.
final class MatrixPair {

    private final int d;
    /// M `[d×d]`, row by row.
    final double[] m;
    /// N = M⁻ᵀ `[d×d]`, row by row.
    final double[] n;

    /// The identity.
    MatrixPair(int d) {
        this.d = d;
        m = new double[d * d];
        n = new double[d * d];
        for (int j = 0; j < d; j++) {
            m[j * d + j] = 1;
            n[j * d + j] = 1;
        }
    }

    /// y_k ← M z_k for the first `count` rows.
    void multiply(double[] z, double[] y, int count) {
        for (int r = 0; r < d; r++) {
            for (int k = 0; k < count; k++) {
                y[k * d + r] = dot(m, r * d, z, k * d, d);
            }
        }
    }

    /// z_k ← M⁻¹y_k = Σ_r y_kr N_r for the first `count` rows.
    ///
    /// @param at where the first row of z begins
    void solve(double[] y, double[] z, int at, int count) {
        Arrays.fill(z, at, at + count * d, 0);
        for (int r = 0; r < d; r++) {
            for (int k = 0; k < count; k++) {
                add(y[k * d + r], n, r * d, z, at + k * d, d);
            }
        }
    }

    /// M ← M (keep I + Σ f_i v_i v_iᵀ)
    ///
    /// @param factors f_i, `≥ 0`
    /// @param terms v_i, one per row
    void adapt(double keep, double[] factors, double[] terms) {
        multiplyRows(m, keep, factors, terms);
        double[] u = new double[terms.length];
        double[] g = new double[factors.length];
        for (int i = 0; i < g.length; i++) {
            int at = i * d;
            add(1 / keep, terms, at, u, at, d);
            for (int j = 0; j < i; j++) {
                add(g[j] * dot(u, j * d, terms, at, d), u, j * d, u, at, d);
            }
            g[i] = -factors[i] / (1 + factors[i] * dot(terms, at, u, at, d));
        }
        multiplyRows(n, 1 / keep, g, u);
    }

    /// Every row a of a matrix becomes keep a + Σ f_i (a v_i) v_i.
    private void multiplyRows(double[] matrix, double keep, double[] factors, double[] vectors) {
        double[] along = new double[factors.length];
        for (int row = 0; row < matrix.length; row += d) {
            for (int i = 0; i < along.length; i++) {
                along[i] = factors[i] * dot(matrix, row, vectors, i * d, d);
            }
            for (int j = row; j < row + d; j++) {
                matrix[j] *= keep;
            }
            for (int i = 0; i < along.length; i++) {
                add(along[i], vectors, i * d, matrix, row, d);
            }
        }
    }

    /// The largest standard deviation of a column: the length of the longest row of M.
    double width() {
        double widest = 0;
        for (int row = 0; row < m.length; row += d) {
            widest = Math.max(widest, dot(m, row, m, row, d));
        }
        return Math.sqrt(widest);
    }

    /// A bound on the ratio of the longest to the shortest axis that is at most d times too large: ‖M‖_F ‖M⁻¹‖_F / d.
    double condition() {
        return Math.sqrt(dot(m, 0, m, 0, m.length)) * Math.sqrt(dot(n, 0, n, 0, n.length)) / d;
    }
}
