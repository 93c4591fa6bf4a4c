package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;
import static dev.fathom.algorithms.linear.Vectors.norm;
import static dev.fathom.algorithms.linear.Vectors.scale;

import dev.fathom.algorithm.Batch;
import java.util.Arrays;

/// One generation of CMA-ES: how mean, paths, step size and covariance move. Equation numbers are those of Hansen,
/// "The CMA evolution strategy: a tutorial" (2016, arXiv 1604.00772).
final class CmaUpdate {

    private CmaUpdate() {}

    /// y_{i:λ} = A⁻¹(x_{i:λ} − m)/σ and ‖C^{-1/2} y_{i:λ}‖ = ‖D⁻¹Bᵀ y_{i:λ}‖, drawn in where it is too long.
    static void takeSteps(CmaEs.State s, Batch told) {
        int d = s.p.d();
        double[] x = s.elite == null ? told.x() : s.elite.arrange(told, s.p.mu());
        for (int i = 0; i < s.p.lambda(); i++) {
            for (int j = 0; j < d; j++) {
                s.steps[i * d + j] = (x[i * d + j] - s.mean[j]) / (s.sigma * s.scale[j]);
            }
            drawIn(s, i);
        }
    }

    private static void drawIn(CmaEs.State s, int i) {
        int d = s.p.d();
        double limit = square(Math.sqrt(d) + 5);
        double length = 0;
        for (int k = 0; k < d; k++) {
            length += square(dot(s.axes.vectors(), k * d, s.steps, i * d, d) / s.lengths[k]);
        }
        s.squaredLengths[i] = Math.min(length, limit);
        if (length > limit) {
            double factor = Math.sqrt(limit / length);
            for (int j = i * d; j < (i + 1) * d; j++) {
                s.steps[j] *= factor;
            }
        }
    }

    static void moveMean(CmaEs.State s) {
        int d = s.p.d();
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < s.p.mu(); i++) {
            add(s.p.weights()[i], s.steps, i * d, s.shift, 0, d); // ⟨y⟩_w = Σ w_i y_{i:λ}, (41)
        }
        add(s.sigma, s.shift, 0, s.mean, 0, d); // m ← m + σ⟨y⟩_w, (42) with c_m = 1
    }

    /// p_σ ← (1 − c_σ) p_σ + √(c_σ(2 − c_σ)μ_eff) C^{-1/2}⟨y⟩_w, (43)
    static void movePathSigma(CmaEs.State s) {
        int d = s.p.d();
        double[] b = s.axes.vectors();
        Arrays.fill(s.whitened, 0);
        for (int k = 0; k < d; k++) {
            add(dot(b, k * d, s.shift, 0, d) / s.lengths[k], b, k * d, s.whitened, 0, d);
        }
        double c = s.p.cSigma();
        scale(s.pathSigma, 1 - c);
        add(Math.sqrt(c * (2 - c) * s.p.muEff()), s.whitened, 0, s.pathSigma, 0, d);
    }

    /// σ ← σ exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1)), (44)
    static void adaptSigma(CmaEs.State s, StepSize rule) {
        double exponent = s.p.cSigma() / s.p.dSigma() * rule.excess(s.pathSigma, s.p.chi());
        s.sigma *= StrictMath.exp(Math.min(1, exponent));
    }

    /// p_c ← (1 − c_c) p_c + h_σ √(c_c(2 − c_c)μ_eff) ⟨y⟩_w, (45)
    ///
    /// @return h_σ: false while p_σ is long, when the step size should change before the covariance
    static boolean movePathC(CmaEs.State s) {
        int d = s.p.d();
        double unbiased = Math.sqrt(1 - StrictMath.pow(1 - s.p.cSigma(), 2.0 * (s.generation + 1)));
        boolean moving = norm(s.pathSigma) / unbiased < (1.4 + 2.0 / (d + 1)) * s.p.chi();
        double c = s.p.cC();
        scale(s.pathC, 1 - c);
        if (moving) {
            add(Math.sqrt(c * (2 - c) * s.p.muEff()), s.shift, 0, s.pathC, 0, d);
        }
        return moving;
    }

    /// C ← (1 + c_1 δ(h_σ) − c_1 − c_μ Σw_j) C + c_1 p_c p_cᵀ + c_μ Σ w°_i y_{i:λ} y_{i:λ}ᵀ, (47), lower triangle
    static void adaptCovariance(CmaEs.State s, boolean moving) {
        int d = s.p.d();
        double delta = moving ? 0 : s.p.cC() * (2 - s.p.cC());
        double keep = 1 + s.p.c1() * delta - s.p.c1() - s.p.cMu() * sum(s.p.weights());
        double[] rate = rates(s);
        for (int r = 0; r < d; r++) {
            int row = r * d;
            for (int j = row; j <= row + r; j++) {
                s.covariance[j] *= keep;
            }
            add(s.p.c1() * s.pathC[r], s.pathC, 0, s.covariance, row, r + 1);
            for (int i = 0; i < rate.length; i++) {
                add(rate[i] * s.steps[i * d + r], s.steps, i * d, s.covariance, row, r + 1);
            }
        }
    }

    /// c_μ w°_i, where w°_i = w_i for positive weights, else w_i d/‖C^{-1/2} y_{i:λ}‖², (46)
    private static double[] rates(CmaEs.State s) {
        double[] rate = s.squaredLengths;
        for (int i = 0; i < rate.length; i++) {
            double w = s.p.weights()[i];
            rate[i] = s.p.cMu() * (w >= 0 ? w : w * s.p.d() / Math.max(rate[i], 1e-100));
        }
        return rate;
    }

    /// C ← E C E with the diagonal E that brings every σ√C_jj into the limits; correlations stay.
    static void limitDeviations(CmaEs.State s, double narrowest, double widest) {
        int d = s.p.d();
        double[] factor = s.whitened;
        for (int j = 0; j < d; j++) {
            double deviation = s.sigma * Math.sqrt(s.covariance[j * d + j]);
            factor[j] = Math.min(Math.max(deviation, narrowest), widest) / deviation;
        }
        for (int r = 0; r < d; r++) {
            for (int j = 0; j <= r; j++) {
                s.covariance[r * d + j] *= factor[r] * factor[j];
            }
        }
    }

    /// C = B D² Bᵀ.
    static void decompose(CmaEs.State s) {
        int d = s.p.d();
        s.decomposed = s.generation;
        if (!Double.isFinite(s.sigma * sum(s.covariance)) || !s.axes.decompose(s.covariance)) {
            s.finished = "the covariance matrix is not finite";
            return;
        }
        Arrays.fill(s.scaledAxes, 0);
        for (int k = 0; k < d; k++) {
            s.lengths[k] = Math.sqrt(s.axes.values()[k]);
            add(s.lengths[k], s.axes.vectors(), k * d, s.scaledAxes, k * d, d);
        }
    }

    /// Moves a factor between σ² and C so that det C = 1; C must be decomposed.
    static void normalize(CmaEs.State s) {
        int d = s.p.d();
        double logs = 0;
        for (double length : s.lengths) {
            logs += StrictMath.log(length);
        }
        double factor = StrictMath.exp(logs / d);
        s.sigma *= factor;
        scale(s.covariance, 1 / square(factor));
        scale(s.axes.values(), 1 / square(factor));
        scale(s.lengths, 1 / factor);
        scale(s.scaledAxes, 1 / factor);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
