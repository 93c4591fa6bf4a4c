package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Divisible;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Policy gradients with parameter-based exploration: follows estimated gradients of the mean value with respect to
/// centre and deviations of a normal distribution.
///
/// Sehnke et al., "Parameter-exploring policy gradients" (Neural Networks 23, 2010), with the symmetric samples of its
/// section 3 and, for the centre, ClipUp (see [ClipUp]) as in Toklu et al. (2020). Values are shaped by centred ranks.
/// It suits noisy functions of many columns; its steps have a constant length, so that it stays at some distance from
/// the
/// optimum until σ has shrunk.
///
/// With symmetric samples the sum over pairs, `Σ ½(w⁺ − w⁻) s` for the centre and `Σ ½(w⁺ + w⁻)(s² − σ²)/σ` for the
/// deviation, is half the sum over rows, `½ Σ w_i s_i` and `½ Σ w_i (s_i² − σ²)/σ`, because both rows of a pair have
/// the
/// same s², and opposite s. Divided by the number of pairs it is the estimate without pairs divided by that of rows:
/// one
/// update serves both.
///
/// Deviations: the utilities have mean 0 whatever their shaping. `s/σ` is computed from x and limited to ±8 in each
/// column, which its own rows do not reach, so that late and foreign rows do no harm.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers; made even where samples are symmetric
/// @param width initial standard deviation, in natural steps; 1
/// @param ascent how the centre follows its gradient; ClipUp by its rule of thumb
/// @param rateSigma η_σ, `(0, ∞)`; 0.1
/// @param symmetric whether rows come in pairs; true
/// @param shaping of values; centred ranks
/// @param limits of the deviations; they change by at most 0.2 of themselves
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record Pgpe(
        int population,
        Width width,
        Ascent ascent,
        double rateSigma,
        boolean symmetric,
        FitnessShaping shaping,
        Limits limits,
        double tolerance)
        implements Divisible<Pgpe.State> {

    private static final double LIMIT = 8;

    public Pgpe {
        if (population < 0 || population == 1 || !(rateSigma > 0)) {
            throw new IllegalArgumentException("PGPE cannot have population " + population + " and learning rate "
                    + rateSigma + ". Maybe population 0, which chooses it from the dimension, and 0.1?");
        }
    }

    /// Defaults that need no tuning.
    public Pgpe() {
        this(
                0,
                Width.deviation(1),
                new ClipUp(),
                0.1,
                true,
                FitnessShaping.CENTERED,
                Limits.NONE.withChange(0.2),
                1e-12);
    }

    public Pgpe withPopulation(int lambda) {
        return new Pgpe(lambda, width, ascent, rateSigma, symmetric, shaping, limits, tolerance);
    }

    public Pgpe withWidth(Width initial) {
        return new Pgpe(population, initial, ascent, rateSigma, symmetric, shaping, limits, tolerance);
    }

    public Pgpe withAscent(Ascent ofCenter) {
        return new Pgpe(population, width, ofCenter, rateSigma, symmetric, shaping, limits, tolerance);
    }

    public Pgpe withRateSigma(double rate) {
        return new Pgpe(population, width, ascent, rate, symmetric, shaping, limits, tolerance);
    }

    public Pgpe withSymmetric(boolean inPairs) {
        return new Pgpe(population, width, ascent, rateSigma, inPairs, shaping, limits, tolerance);
    }

    public Pgpe withShaping(FitnessShaping ofValues) {
        return new Pgpe(population, width, ascent, rateSigma, symmetric, ofValues, limits, tolerance);
    }

    public Pgpe withLimits(Limits ofSigma) {
        return new Pgpe(population, width, ascent, rateSigma, symmetric, shaping, ofSigma, tolerance);
    }

    public Pgpe withTolerance(double least) {
        return new Pgpe(population, width, ascent, rateSigma, symmetric, shaping, limits, least);
    }

    /// The search distributions N(μ, diag σ²).
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma σ `[k×d]`
    /// @param ascent with nothing left to be chosen
    /// @param initial σ of the start
    public record State(
            Tensor mean,
            Tensor sigma,
            Utilities utilities,
            Ascent ascent,
            Ascent.Motion motion,
            int lambda,
            double initial) {}

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int lambda = symmetric ? Sampling.evenSize(population, shape) : Sampling.size(population, shape);
        double initial = width.deviationIn(d) * shape.start().spread();
        Ascent chosen = ascent.within(initial * Math.sqrt(d));
        return new State(
                starts,
                starts.substrate().full(starts.rows(), d, initial),
                shaping.prepare(starts.substrate(), lambda).centered(),
                chosen,
                chosen.start(starts),
                lambda,
                initial);
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        return symmetric
                ? Sampling.mirrored(s.mean, s.sigma, rows, noise)
                : Sampling.independent(s.mean, s.sigma, rows, noise);
    }

    /// Σ w s / λ above Σ w (s² − σ²)/σ / λ, `[2k×d]`, where s = x − μ.
    @Override
    public Tensor gradient(State s, Population told) {
        int k = told.searches();
        double share = 1.0 / told.perSearch();
        Tensor w = s.utilities.of(told);
        Tensor moments = told.x().moments(s.mean, s.sigma, told.limit(LIMIT), w, k);
        Tensor ofSigma = moments.rows(k, 2 * k).minus(w.columnSums(k));
        return moments.rows(0, k).times(s.sigma).above(ofSigma.times(s.sigma)).times(share);
    }

    @Override
    public State follow(State s, Tensor gradient) {
        int k = gradient.rows() / 2;
        Ascent.Motion motion = s.ascent.next(s.motion, gradient.rows(0, k));
        Tensor sigma =
                limits.apply(s.sigma, s.sigma.plus(gradient.rows(k, 2 * k).times(rateSigma)));
        return new State(s.mean.plus(motion.step()), sigma, s.utilities, s.ascent, motion, s.lambda, s.initial);
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
