package dev.fathom.algorithms.nes;

import dev.fathom.algorithms.linear.Vectors;

/// What DX-NES-IC and CR-FM-NES share: weights by rank, while the mean travels multiplied by exp(α‖z‖), and learning
/// rates of the step size, after Nomura, Sakai, Fukushima and Ono, "Distance-weighted exponential natural evolution
/// strategy for implicitly constrained black-box function optimization" (CEC 2021), section III.
///
/// @param d number of columns
/// @param raw ŵ_k = max(0, ln(λ/2 + 1) − ln k), k = 1 … λ
/// @param rank ŵ_k/Σŵ − 1/λ, which sum to 0
/// @param muEff μ_eff = 1/Σ(ŵ_k/Σŵ)²
/// @param hInverse h⁻¹(d)
/// @param chi E‖N(0, I)‖
record DistanceWeights(int d, double[] raw, double[] rank, double muEff, double hInverse, double chi) {

    static DistanceWeights of(int d, int lambda) {
        double[] raw = new double[lambda];
        double sum = 0;
        for (int k = 0; k < lambda; k++) {
            raw[k] = Math.max(0, StrictMath.log(lambda / 2.0 + 1) - StrictMath.log(k + 1));
            sum += raw[k];
        }
        double[] rank = new double[lambda];
        double squares = 0;
        for (int k = 0; k < lambda; k++) {
            rank[k] = raw[k] / sum - 1.0 / lambda;
            squares += raw[k] / sum * (raw[k] / sum);
        }
        double chi = Math.sqrt(d) * (1 - 1 / (4.0 * d) + 1 / (21.0 * d * d));
        return new DistanceWeights(d, raw, rank, 1 / squares, hInverse(d), chi);
    }

    int lambda() {
        return raw.length;
    }

    /// c_σ, learning rate of the path.
    double cSigma() {
        return (muEff + 2) / (d + muEff + 5);
    }

    /// Weights for a travelling mean: ŵ_k exp(α‖z_k‖)/Σ − 1/λ with α = h⁻¹ min(1, √(λ/d)) √(λ_F/λ).
    ///
    /// @param z one row after the other, best first
    /// @param feasible λ_F, number of rows with values
    double[] byDistance(double[] z, int feasible) {
        int n = lambda();
        double alpha = hInverse * Math.min(1, Math.sqrt((double) n / d)) * Math.sqrt((double) feasible / n);
        double[] weights = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double length = Math.sqrt(Vectors.dot(z, k * d, z, k * d, d));
            weights[k] = raw[k] * StrictMath.exp(alpha * (length - chi)); // a common factor, so that nothing overflows
            sum += weights[k];
        }
        for (int k = 0; k < n; k++) {
            weights[k] = weights[k] / sum - 1.0 / n;
        }
        return weights;
    }

    /// How fast the mean moves, judged by the length of its path.
    Phase phase(double[] path) {
        double length = Vectors.norm(path);
        return length >= chi ? Phase.MOVING : length >= 0.1 * chi ? Phase.STAGNATING : Phase.CONVERGING;
    }

    /// η_σ of a phase.
    double etaSigma(Phase phase, int feasible) {
        return switch (phase) {
            case MOVING -> 1;
            case STAGNATING -> StrictMath.tanh((0.024 * feasible + 0.7 * d + 20) / (d + 12));
            case CONVERGING -> 2 * StrictMath.tanh((0.025 * feasible + 0.75 * d + 10) / (d + 4));
        };
    }

    /// What the mean does.
    enum Phase {
        MOVING,
        STAGNATING,
        CONVERGING
    }

    /// The positive root of h(a) = ((1 + a²) exp(a²/2)/0.24 − 10) − d by bisection.
    private static double hInverse(int d) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            double a = (low + high) / 2;
            boolean above = (1 + a * a) * StrictMath.exp(a * a / 2) / 0.24 - 10 > d;
            low = above ? low : a;
            high = above ? a : high;
        }
        return low;
    }
}
