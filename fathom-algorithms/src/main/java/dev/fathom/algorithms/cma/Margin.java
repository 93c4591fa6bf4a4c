package dev.fathom.algorithms.cma;

import dev.fathom.math.Normal;

/// Keeps every value next to the mean's probable in one discrete column of N(m, σ²ACA): section 4 of Hamano, Saito,
/// Nomura and Shirakawa, "CMA-ES with margin: lower-bounding marginal probability for mixed-integer black-box
/// optimization" (GECCO 2022).
///
/// Beyond the outermost cuts, and with two values, the probability to lie on the other side of the cut is at least α;
/// between two cuts, the probability to lie beyond each is at least α/2.
final class Margin {

    /// Least and largest probability of a side, so that its quantile is finite and not 0.
    private static final double LEAST = 1e-10;

    private Margin() {}

    /// Corrects m_j and A_jj.
    ///
    /// @param spread σ√C_jj
    static void correct(double[] mean, double[] scale, int j, double spread, Cuts cuts, double alpha) {
        double low = cuts.below(mean[j]);
        double up = cuts.above(mean[j]);
        double deviation = spread * scale[j];
        if (low < mean[j] && mean[j] <= up && low < up) {
            inner(mean, scale, j, low, up, deviation, alpha);
        } else {
            outer(mean, j, mean[j] <= up ? up : low, deviation, alpha);
        }
    }

    /// m ← ℓ + sign(m − ℓ) min(|m − ℓ|, √χ²_ppf(1 − 2α) σ A √C), (12)
    private static void outer(double[] mean, int j, double cut, double deviation, double alpha) {
        double reach = -Normal.quantile(alpha) * deviation;
        mean[j] = Math.min(Math.max(mean[j], cut - reach), cut + reach);
    }

    /// The m and A with which the three probabilities are raised to α/2 and then scaled to the sum 1, (15)–(22).
    private static void inner(
            double[] mean, double[] scale, int j, double low, double up, double deviation, double alpha) {
        double half = alpha / 2;
        double below = Normal.cdf((low - mean[j]) / deviation);
        double beyond = Normal.cdf((mean[j] - up) / deviation);
        if (below >= half && beyond >= half) {
            return;
        }
        double within = 1 - below - beyond;
        double raisedBelow = Math.max(below, half);
        double raisedBeyond = Math.max(beyond, half);
        double sum = raisedBelow + raisedBeyond + within;
        double share = (1 - sum) / (sum - 3 * half);
        double left = reach(raisedBelow + share * (raisedBelow - half));
        double right = reach(raisedBeyond + share * (raisedBeyond - half));
        scale[j] *= (up - low) / ((left + right) * deviation); // ℓ_up − ℓ_low = (left + right) σ A √C
        mean[j] = (low * right + up * left) / (left + right);
    }

    /// By how many standard deviations a cut is away, beyond which lies a share.
    private static double reach(double share) {
        return -Normal.quantile(Math.min(Math.max(share, LEAST), 0.5 - LEAST));
    }
}
