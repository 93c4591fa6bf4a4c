package dev.fathom.algorithms.linear;

/// Weights of the μ best rows, logarithmic in their rank.
///
/// @param weights `w [μ]`, positive, decreasing, of sum 1
/// @param mass μ_eff = 1/Σw², variance effective selection mass
public record LogWeights(double[] weights, double mass) {

    /// w_i ∝ ln((λ+1)/2) − ln i, with μ + 1/2 in place of (λ+1)/2 where more than half of the rows count.
    ///
    /// @param lambda λ ≥ 1
    /// @param parents μ in `1 … λ`, or 0 for ⌊λ/2⌋
    public static LogWeights of(int lambda, int parents) {
        int mu = parents > 0 ? Math.min(parents, lambda) : Math.max(1, lambda / 2);
        double top = Math.max((lambda + 1) / 2.0, mu + 0.5);
        double[] w = new double[mu];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < mu; i++) {
            w[i] = StrictMath.log(top) - StrictMath.log(i + 1);
            sum += w[i];
            squares += w[i] * w[i];
        }
        for (int i = 0; i < mu; i++) {
            w[i] /= sum;
        }
        return new LogWeights(w, sum * sum / squares);
    }
}
