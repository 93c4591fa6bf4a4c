package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

import java.util.Arrays;

/// How one generation moves m and Σ = σ²C, and a part of that move.
///
/// The covariance before it must be decomposed, and is after it.
final class CmaChange {

    private final int d;
    private final double[] oldMean;
    private final double[] oldCovariance;
    private double oldSigma;
    /// Σ^{-1/2} of the old distribution, apart from 1/σ; symmetric.
    private final double[] root;
    private final double[] mean;
    private final double[] covariance;
    private final double[] product;

    /// @param d number of columns
    CmaChange(int d) {
        this.d = d;
        oldMean = new double[d];
        oldCovariance = new double[d * d];
        root = new double[d * d];
        mean = new double[d];
        covariance = new double[d * d];
        product = new double[d * d];
    }

    /// Remembers the distribution.
    void before(CmaEs.State s) {
        System.arraycopy(s.mean, 0, oldMean, 0, d);
        System.arraycopy(s.covariance, 0, oldCovariance, 0, d * d);
        oldSigma = s.sigma;
        Arrays.fill(root, 0);
        double[] b = s.axes.vectors();
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < d; i++) {
                add(b[k * d + i] / s.lengths[k], b, k * d, root, i * d, d); // C^{-1/2} = B D⁻¹ Bᵀ
            }
        }
    }

    /// Computes the changes in local coordinates.
    void after(CmaEs.State s) {
        for (int i = 0; i < d; i++) {
            product[i] = (s.mean[i] - oldMean[i]) / oldSigma;
        }
        for (int i = 0; i < d; i++) {
            mean[i] = dot(root, i * d, product, 0, d);
        }
        double growth = s.sigma / oldSigma * (s.sigma / oldSigma);
        double[] difference = covariance;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double change = growth * s.covariance[i * d + j] - oldCovariance[i * d + j];
                difference[i * d + j] = change;
                difference[j * d + i] = change;
            }
        }
        multiply(difference, root, product);
        multiply(root, product, covariance);
        for (int i = 0; i < d * d; i++) {
            covariance[i] /= Math.sqrt(2);
        }
    }

    /// Σ^{-1/2}Δm `[d]`.
    double[] mean() {
        return mean;
    }

    /// Σ^{-1/2}ΔΣ Σ^{-1/2}/√2 `[d×d]`.
    double[] covariance() {
        return covariance;
    }

    /// m ← m_old + η_m Δm, Σ ← Σ_old + η_Σ ΔΣ, and σ = det(Σ)^{1/(2d)}.
    void apply(CmaEs.State s, double rateMean, double rateCovariance) {
        double growth = s.sigma / oldSigma * (s.sigma / oldSigma);
        for (int i = 0; i < d; i++) {
            s.mean[i] = oldMean[i] + rateMean * (s.mean[i] - oldMean[i]);
        }
        for (int i = 0; i < d * d; i++) {
            double change = growth * s.covariance[i] - oldCovariance[i];
            s.covariance[i] = oldCovariance[i] + rateCovariance * change; // of Σ/σ_old²
        }
        s.sigma = oldSigma;
        CmaUpdate.decompose(s);
        CmaUpdate.normalize(s);
    }

    /// C = A B for matrices with symmetric A.
    private void multiply(double[] a, double[] b, double[] target) {
        Arrays.fill(target, 0);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                add(a[i * d + k], b, k * d, target, i * d, d);
            }
        }
    }
}
