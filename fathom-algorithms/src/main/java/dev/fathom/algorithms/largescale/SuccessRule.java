package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;

/// Adapts σ by how the ranks of a generation compare with those of the one before.
///
/// With recombination weights over the parents it is the rank-based success rule of Li and Zhang (2018), with equal
/// weights over the whole population the population success rule of Loshchilov (2014). The first generation, which has
/// none to be compared with, leaves σ as it is.
final class SuccessRule {

    private final PreviousGeneration previous = new PreviousGeneration();
    private final double[] weights;
    private final double rate;
    private final double target;
    private final double damping;
    private double s;

    /// @param weights of sum 1
    /// @param rate c_σ, `(0, 1)`
    /// @param target q*, the success at which σ stays
    /// @param damping d_σ, `(0, ∞)`
    SuccessRule(double[] weights, double rate, double target, double damping) {
        this.weights = weights;
        this.rate = rate;
        this.target = target;
        this.damping = damping;
    }

    /// s ← (1 − c_σ) s + c_σ (q − q*), where q = Σ w_i (R_i − r_i)/n; exp(s/d_σ), at most e
    double factor(Batch told) {
        if (previous.fits(told)) {
            double q = previous.rankGain(told, weights) / weights.length;
            s = (1 - rate) * s + rate * (q - target);
        }
        previous.remember(told);
        return StrictMath.exp(Math.min(1, s / damping));
    }
}
