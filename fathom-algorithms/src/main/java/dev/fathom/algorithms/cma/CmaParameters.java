package dev.fathom.algorithms.cma;

/// The strategy parameters of CMA-ES: table 1 of Hansen, "The CMA evolution strategy: a tutorial" (2016, arXiv
/// 1604.00772).
///
/// @param d number of columns
/// @param lambda λ, rows of a generation
/// @param weights `w [λ]`, decreasing; the positive ones sum to 1, the negative ones are 0 without the active update
/// @param mu number of positive weights
/// @param muEff μ_eff, variance effective selection mass of the positive weights
/// @param cSigma c_σ, learning rate of the path of the step size
/// @param dSigma d_σ, damping of the step size
/// @param cC c_c, learning rate of the path of the covariance
/// @param c1 c_1, learning rate of the rank-one update
/// @param cMu c_μ, learning rate of the rank-μ update
/// @param chi E‖N(0, I)‖
record CmaParameters(
        int d,
        int lambda,
        double[] weights,
        int mu,
        double muEff,
        double cSigma,
        double dSigma,
        double cC,
        double c1,
        double cMu,
        double chi) {

    private static final double ALPHA_COV = 2;

    /// The defaults.
    ///
    /// @param active whether the worst rows have negative weights
    static CmaParameters of(int d, int lambda, boolean active) {
        return of(d, lambda, active, false, 5);
    }

    /// Others.
    ///
    /// @param separable whether the covariance is diagonal, which allows larger rates
    /// @param offset what the denominator of c_σ has beside d and μ_eff; 5 in the tutorial
    static CmaParameters of(int d, int lambda, boolean active, boolean separable, double offset) {
        double[] raw = raw(lambda);
        int mu = lambda / 2; // w' > 0 for i < (λ+1)/2
        double muEff = mass(raw, 0, mu);
        double cSigma = (muEff + 2) / (d + muEff + offset); // (55)
        double dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (d + 1)) - 1) + cSigma; // (55)
        double cC = separable ? separableCc(d, muEff) : (4 + muEff / d) / (d + 4 + 2 * muEff / d); // (56)
        double c1 = separable ? 1 / (d + 2 * Math.sqrt(d) + muEff / d) : ALPHA_COV / (square(d + 1.3) + muEff); // (57)
        double cMu = Math.min(1 - c1, separable ? separableCmu(d, muEff) : fullCmu(d, muEff)); // (58)
        double negative = active ? negativeSum(d, c1, cMu, muEff, mass(raw, mu, lambda)) : 0;
        double chi = Math.sqrt(d) * (1 - 1 / (4.0 * d) + 1 / (21.0 * d * d));
        return new CmaParameters(d, lambda, normalized(raw, mu, negative), mu, muEff, cSigma, dSigma, cC, c1, cMu, chi);
    }

    private static double fullCmu(int d, double muEff) {
        return ALPHA_COV * (0.25 + muEff + 1 / muEff - 2) / (square(d + 2) + ALPHA_COV * muEff / 2);
    }

    private static double separableCmu(int d, double muEff) {
        return (0.25 + muEff + 1 / muEff - 2) / (d + 4 * Math.sqrt(d) + muEff / 2);
    }

    private static double separableCc(int d, double muEff) {
        return (1 + 1.0 / d + muEff / d) / (Math.sqrt(d) + 1.0 / d + 2 * muEff / d);
    }

    /// How many generations one eigendecomposition serves, so that it costs O(d²) per row (appendix B.2 of the
    /// tutorial with 0.5 in place of 0.1).
    double gap() {
        return 0.5 / (d * (c1 + cMu));
    }

    /// w'_i = ln((λ+1)/2) − ln i, equation (49).
    private static double[] raw(int lambda) {
        double[] raw = new double[lambda];
        for (int i = 0; i < lambda; i++) {
            raw[i] = StrictMath.log((lambda + 1) / 2.0) - StrictMath.log(i + 1);
        }
        return raw;
    }

    /// μ_eff = (Σ w')² / Σ w'² over the rows `from … to - 1`; 1 if all of them are 0.
    private static double mass(double[] raw, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
            squares += raw[i] * raw[i];
        }
        return squares == 0 ? 1 : sum * sum / squares;
    }

    /// What the negative weights sum to in absolute value: the least of α_μ⁻ (50), α_μeff⁻ (51) and α_posdef (52).
    private static double negativeSum(int d, double c1, double cMu, double muEff, double muEffNegative) {
        double alphaMu = 1 + c1 / cMu;
        double alphaMuEff = 1 + 2 * muEffNegative / (muEff + 2);
        double alphaPosDef = (1 - c1 - cMu) / (d * cMu);
        return Math.min(alphaMu, Math.min(alphaMuEff, alphaPosDef));
    }

    /// The weights (53): positive ones sum to 1, the others to `-negative`.
    private static double[] normalized(double[] raw, int mu, double negative) {
        double positiveSum = 0;
        double negativeSum = 0;
        for (double w : raw) {
            positiveSum += Math.max(w, 0);
            negativeSum -= Math.min(w, 0);
        }
        double[] weights = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = i < mu ? raw[i] / positiveSum : negativeSum == 0 ? 0 : negative * raw[i] / negativeSum;
        }
        return weights;
    }

    private static double square(double value) {
        return value * value;
    }
}
