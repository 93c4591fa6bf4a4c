package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Divisible;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.distribution.Ascent;
import dev.fathom.algorithms.distribution.Deviations;
import dev.fathom.algorithms.distribution.FitnessShaping;
import dev.fathom.algorithms.distribution.Limits;
import dev.fathom.algorithms.distribution.Sampling;
import dev.fathom.algorithms.distribution.Sgd;
import dev.fathom.algorithms.distribution.Utilities;
import dev.fathom.algorithms.distribution.Width;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Separable natural evolution strategy: one standard deviation per column, O(d) per evaluation.
///
/// Schaul, Glasmachers and Schmidhuber, "High dimensions and heavy tails for natural evolution strategies" (GECCO
/// 2011), algorithm 2 and table 1. The mean starts at `shape.start().x()`, every σ_j at the initial deviation times
/// `shape.start().spread()`.
///
/// Deviations: z is computed from x and limited to ±8 in each column, which its own rows do not reach, so that late and
/// foreign rows do no harm. Utilities other than those of the paper get mean 0 and absolute sum 1.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param width initial standard deviation, in natural steps; 1
/// @param ascent how the mean follows its gradient; plain steps with η_μ = 1 in the paper
/// @param rateSigma η_σ, `(0, ∞)`, as a factor on the paper's (3 + ln d)/(5√d) or by itself
/// @param scaled whether it is a factor; true
/// @param shaping of values; [FitnessShaping#NES]
/// @param limits of the deviations; none
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record Snes(
        int population,
        Width width,
        Ascent ascent,
        double rateSigma,
        boolean scaled,
        FitnessShaping shaping,
        Limits limits,
        double tolerance)
        implements Divisible<Snes.State> {

    private static final double LIMIT = 8;

    public Snes {
        if (population < 0 || population == 1 || !(rateSigma > 0)) {
            throw new IllegalArgumentException("SNES cannot have population " + population + " and learning rate "
                    + rateSigma + ". Maybe population 0, which chooses it from the dimension, and rate 1?");
        }
    }

    /// The paper's defaults.
    public Snes() {
        this(0, Width.deviation(1), new Sgd(1), 1, true, FitnessShaping.NES, Limits.NONE, 1e-12);
    }

    public Snes withPopulation(int lambda) {
        return new Snes(lambda, width, ascent, rateSigma, scaled, shaping, limits, tolerance);
    }

    /// The same with another initial deviation.
    public Snes withStep(double naturalSteps) {
        return withWidth(Width.deviation(naturalSteps));
    }

    public Snes withWidth(Width initial) {
        return new Snes(population, initial, ascent, rateSigma, scaled, shaping, limits, tolerance);
    }

    /// The same with plain steps of the mean.
    ///
    /// @param mean η_μ
    /// @param sigma factor on η_σ
    public Snes withRates(double mean, double sigma) {
        return new Snes(population, width, new Sgd(mean), sigma, true, shaping, limits, tolerance);
    }

    public Snes withAscent(Ascent ofMean) {
        return new Snes(population, width, ofMean, rateSigma, scaled, shaping, limits, tolerance);
    }

    /// The same with η_σ itself.
    public Snes withUnscaledRate(double sigma) {
        return new Snes(population, width, ascent, sigma, false, shaping, limits, tolerance);
    }

    public Snes withShaping(FitnessShaping ofValues) {
        return new Snes(population, width, ascent, rateSigma, scaled, ofValues, limits, tolerance);
    }

    public Snes withLimits(Limits ofSigma) {
        return new Snes(population, width, ascent, rateSigma, scaled, shaping, ofSigma, tolerance);
    }

    public Snes withTolerance(double least) {
        return new Snes(population, width, ascent, rateSigma, scaled, shaping, limits, least);
    }

    /// The search distributions N(μ, diag σ²).
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma σ `[k×d]`
    /// @param ascent with nothing left to be chosen
    /// @param etaSigma η_σ
    /// @param initial σ of the start
    public record State(
            Tensor mean,
            Tensor sigma,
            Utilities utilities,
            Ascent ascent,
            Ascent.Motion motion,
            int lambda,
            double etaSigma,
            double initial) {}

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int lambda = Sampling.size(population, shape);
        double initial = width.deviationIn(d) * shape.start().spread();
        Utilities utilities = shaping.prepare(starts.substrate(), lambda);
        Ascent chosen = ascent.within(initial * Math.sqrt(d));
        return new State(
                starts,
                starts.substrate().full(starts.rows(), d, initial),
                shaping == FitnessShaping.NES ? utilities : utilities.unit(),
                chosen,
                chosen.start(starts),
                lambda,
                scaled ? rateSigma * (3 + StrictMath.log(d)) / (5 * Math.sqrt(d)) : rateSigma,
                initial);
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        return Sampling.independent(s.mean, s.sigma, rows, noise);
    }

    /// ∇_μ J = Σ w z above ∇_σ J = Σ w (z² − 1), `[2k×d]`.
    @Override
    public Tensor gradient(State s, Population told) {
        int k = told.searches();
        Tensor w = s.utilities.of(told);
        Tensor moments = told.x().moments(s.mean, s.sigma, told.limit(LIMIT), w, k); // Σ w z and Σ w z²
        return moments.rows(0, k).above(moments.rows(k, 2 * k).minus(w.columnSums(k)));
    }

    @Override
    public State follow(State s, Tensor gradient) {
        int k = gradient.rows() / 2;
        Ascent.Motion motion = s.ascent.next(s.motion, gradient.rows(0, k).times(s.sigma)); // σ ∇_μ J
        Tensor factor = gradient.rows(k, 2 * k).times(s.etaSigma / 2).exp();
        Tensor sigma = limits.apply(s.sigma, s.sigma.times(factor)); // σ ← σ exp(η_σ/2 ∇_σ J)
        return new State(
                s.mean.plus(motion.step()), sigma, s.utilities, s.ascent, motion, s.lambda, s.etaSigma, s.initial);
    }

    @Override
    public Optional<String> finished(State s) {
        return Deviations.finished(s.mean, s.sigma, s.initial, tolerance);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.rows(0, 1).toArray());
    }
}
