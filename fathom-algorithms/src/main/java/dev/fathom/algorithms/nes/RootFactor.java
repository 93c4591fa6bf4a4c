package dev.fathom.algorithms.nes;

import dev.fathom.algorithms.linear.Eigensystem;
import dev.fathom.algorithms.linear.Inverse;
import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// A factor B of a covariance BBᵀ, and its inverse.
final class RootFactor {

    private final int d;
    private final double[] b;
    private double[][] inverse;
    private final double[] work;

    /// The identity.
    ///
    /// @param d number of columns
    RootFactor(int d) {
        this.d = d;
        b = new double[d * d];
        inverse = new double[d][d];
        work = new double[d * d];
        for (int j = 0; j < d; j++) {
            b[j * d + j] = 1;
            inverse[j][j] = 1;
        }
    }

    /// (B z)_j for z `[d]` from place `from`.
    double rowTimes(int j, double[] z, int from) {
        return Vectors.dot(b, j * d, z, from, d);
    }

    /// (B⁻¹ y)_j.
    double inverseRowTimes(int j, double[] y) {
        return Vectors.dot(inverse[j], 0, y, 0, d);
    }

    /// BBᵀ `[d×d]`, lower triangle.
    double[] square() {
        double[] square = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                square[i * d + j] = Vectors.dot(b, i * d, b, j * d, d);
            }
        }
        return square;
    }

    /// Diagonal of BBᵀ `[d]`.
    double[] variances() {
        double[] variances = new double[d];
        for (int i = 0; i < d; i++) {
            variances[i] = Vectors.dot(b, i * d, b, i * d, d);
        }
        return variances;
    }

    /// uᵀBBᵀu for directions u, one per row `[d]`.
    double[] variancesAlong(double[] u) {
        multiply(u, b, work);
        double[] variances = new double[d];
        for (int k = 0; k < d; k++) {
            variances[k] = Vectors.dot(work, k * d, work, k * d, d);
        }
        return variances;
    }

    /// B ← B exp(G).
    ///
    /// @param lower symmetric G `[d×d]`, of which the lower triangle is read
    /// @return whether G could be decomposed
    boolean multiplyExp(double[] lower) {
        Eigensystem g = new Eigensystem(d);
        if (!g.decompose(lower)) {
            return false;
        }
        double[] exp = new double[d * d];
        double[] u = g.vectors();
        for (int k = 0; k < d; k++) {
            double value = StrictMath.exp(g.values()[k]);
            for (int i = 0; i < d; i++) {
                Vectors.add(value * u[k * d + i], u, k * d, exp, i * d, d);
            }
        }
        multiply(b, exp, work);
        System.arraycopy(work, 0, b, 0, b.length);
        return true;
    }

    /// B ← Q B/det(Q)^{1/d}, where Q stretches the chosen directions by γ.
    ///
    /// @param u orthonormal directions, one per row `[d×d]`
    /// @return det(Q)^{1/d}
    double stretch(double[] u, boolean[] chosen, double gamma) {
        int count = 0;
        multiply(u, b, work); // uᵀB
        for (int k = 0; k < d; k++) {
            if (chosen[k]) {
                count++;
                for (int i = 0; i < d; i++) {
                    Vectors.add((gamma - 1) * u[k * d + i], work, k * d, b, i * d, d);
                }
            }
        }
        double root = StrictMath.pow(gamma, (double) count / d);
        Vectors.scale(b, 1 / root);
        return root;
    }

    /// Computes B⁻¹ anew.
    ///
    /// @return whether B is regular
    boolean invert() {
        double[][] rows = new double[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = Arrays.copyOfRange(b, i * d, (i + 1) * d);
        }
        double[][] result = Inverse.of(rows);
        inverse = result == null ? inverse : result;
        return result != null;
    }

    private void multiply(double[] a, double[] c, double[] target) {
        Arrays.fill(target, 0);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                Vectors.add(a[i * d + k], c, k * d, target, i * d, d);
            }
        }
    }
}
