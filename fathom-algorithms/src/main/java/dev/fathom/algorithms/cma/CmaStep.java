package dev.fathom.algorithms.cma;

import dev.fathom.algorithms.cma.CmaOverTensors.Rates;
import dev.fathom.algorithms.cma.CmaOverTensors.Search;
import dev.fathom.algorithms.distribution.Limits;
import dev.fathom.tensor.Tensor;

/// One generation of one search over tensors. Equation numbers are those of Hansen, "The CMA evolution strategy: a
/// tutorial" (2016, arXiv 1604.00772).
///
/// @param options of the search
/// @param rates its constants
/// @param generation how many came before
record CmaStep(CmaOverTensors options, Rates rates, long generation) {

    private static final double TINY = 1e-30;

    /// The search after a generation.
    ///
    /// @param x `[λ×d]`
    /// @param ranks place of each row `[λ×1]`
    /// @param limit of the length of z
    Search next(Search s, Tensor x, Tensor ranks, double limit) {
        Tensor y = x.minus(s.mean()).over(s.sigma());
        Tensor z = s.covariance().whitened(y);
        if (limit < Double.POSITIVE_INFINITY) {
            Tensor excess = z.rowDots(z).sqrt().times(1 / limit).max(one(z));
            y = y.over(excess);
            z = z.over(excess);
        }
        Tensor w = rates.parents().gather(ranks);
        Tensor shift = y.weightedSums(w, 1); // ⟨y⟩_w = Σ w_i y_{i:λ}, (41)
        Tensor mean = s.mean().plus(shift.times(s.sigma()).times(options.rateMean())); // m ← m + c_m σ⟨y⟩_w, (42)
        Tensor pathSigma = follow(s.pathSigma(), rates.cSigma(), z.weightedSums(w, 1)); // (43)
        Tensor length = pathSigma.rowDots(pathSigma);
        Tensor sigma = s.sigma().times(growth(length, x.columns()));
        Tensor moving = moving(length, x.columns());
        Tensor pathC = follow(s.pathC(), rates.cC(), shift.times(moving)); // (45)
        Covariance next = s.covariance().adapted(keep(moving), rates.c1(), pathC, y, shares(w, ranks, z));
        next = limited(s, sigma, next);
        boolean due = (generation + 1) % rates.interval() == 0;
        return new Search(mean, sigma, pathSigma, pathC, due ? next.decomposed() : next);
    }

    private static Tensor one(Tensor like) {
        return like.substrate().full(1, 1, 1);
    }

    /// p ← (1 − c) p + √(c(2 − c)μ_eff) v
    private Tensor follow(Tensor path, double c, Tensor v) {
        return path.times(1 - c).plus(v.times(Math.sqrt(c * (2 - c) * rates.muEff())));
    }

    /// exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1)), (44), or the same with (‖p_σ‖²/d − 1)/2; at most e.
    private Tensor growth(Tensor length, int d) {
        Tensor excess = options.stepSize() == StepSize.LENGTH
                ? length.sqrt().times(1 / rates.chi()).plus(-1)
                : length.times(1.0 / d).plus(-1).times(0.5);
        return excess.times(rates.cSigma() / rates.dSigma()).min(one(length)).exp();
    }

    /// h_σ: 0 while p_σ is long, when the step size should change before the covariance.
    private Tensor moving(Tensor length, int d) {
        double unbiased = Math.sqrt(1 - StrictMath.pow(1 - rates.cSigma(), 2.0 * (generation + 1)));
        double longest = (1.4 + 2.0 / (d + 1)) * rates.chi() * unbiased;
        return length.sqrt().less(length.substrate().full(1, 1, longest));
    }

    /// 1 + c_1 δ(h_σ) − c_1 − c_μ Σw_j with δ(h) = (1 − h) c_c(2 − c_c), of (47).
    private Tensor keep(Tensor moving) {
        double delta = rates.c1() * rates.cC() * (2 - rates.cC());
        return moving.times(-delta).plus(1 + delta - rates.c1() - rates.cMu() * rates.sum());
    }

    /// c_μ w°_i, where w°_i = w_i for positive weights, else w_i d/‖C^{-1/2} y_{i:λ}‖², (46)
    private Tensor shares(Tensor parents, Tensor ranks, Tensor z) {
        if (!options.active()) {
            return parents.times(rates.cMu());
        }
        Tensor lengths = z.rowDots(z).clamp(TINY, Double.MAX_VALUE);
        Tensor others = rates.others().gather(ranks).times(z.columns()).over(lengths);
        return parents.plus(others).times(rates.cMu());
    }

    /// C ← E C E with the diagonal E that brings every σ√C_jj into the limits; correlations stay.
    private Covariance limited(Search s, Tensor sigma, Covariance next) {
        if (options.limits().equals(Limits.NONE)) {
            return next;
        }
        Tensor before = s.deviations();
        Tensor after = next.variances().sqrt().times(sigma);
        return next.stretched(options.limits().apply(before, after).over(after));
    }
}
