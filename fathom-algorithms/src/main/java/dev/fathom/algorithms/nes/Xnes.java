package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.distribution.Deviations;
import dev.fathom.algorithms.distribution.FitnessShaping;
import dev.fathom.algorithms.distribution.Sampling;
import dev.fathom.algorithms.distribution.Utilities;
import dev.fathom.algorithms.distribution.Width;
import dev.fathom.algorithms.linear.Exponential;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Exponential natural evolution strategy: a normal distribution with any covariance `A Aᵀ`, whose factor is multiplied
/// by
/// the exponential of its natural gradient, O(d²) per evaluation and O(d³) per generation.
///
/// Glasmachers et al., "Exponential natural evolution strategies" (GECCO 2010), algorithm 1 and table 1, with the
/// learning
/// rates of Wierstra et al., "Natural evolution strategies" (JMLR 2014), table 1. `A⁻¹` is kept beside `A`, so that no
/// matrix is inverted.
///
/// Deviations: z is computed from x and shortened to `√d + 8`, which its own rows hardly reach, so that late and
/// foreign
/// rows do no harm. Utilities other than those of the paper get mean 0.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param width initial standard deviation, in natural steps; 1
/// @param rateMean η_μ, `(0, ∞)`; 1
/// @param rateSigma η_σ of the scale, `(0, ∞)`, as a factor on the paper's 3 (3 + ln d)/(5 d√d) or by itself
/// @param rateShape η_B of the shape, `(0, ∞)`, as a factor on the same or by itself
/// @param scaled whether both are factors; true
/// @param shaping of values; [FitnessShaping#NES]
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record Xnes(
        int population,
        Width width,
        double rateMean,
        double rateSigma,
        double rateShape,
        boolean scaled,
        FitnessShaping shaping,
        double tolerance)
        implements Vectorized<Xnes.State> {

    private static final double BEYOND = 8;
    private static final double CONDITION = 1e14;

    public Xnes {
        if (population < 0 || population == 1 || !(rateMean > 0) || !(rateSigma > 0) || !(rateShape > 0)) {
            throw new IllegalArgumentException("XNES cannot have population " + population + " and learning rates "
                    + rateMean + ", " + rateSigma + " and " + rateShape
                    + ". Maybe population 0, which chooses it from the dimension, and 1 for the others?");
        }
    }

    /// The paper's defaults.
    public Xnes() {
        this(0, Width.deviation(1), 1, 1, 1, true, FitnessShaping.NES, 1e-12);
    }

    public Xnes withPopulation(int lambda) {
        return new Xnes(lambda, width, rateMean, rateSigma, rateShape, scaled, shaping, tolerance);
    }

    public Xnes withWidth(Width initial) {
        return new Xnes(population, initial, rateMean, rateSigma, rateShape, scaled, shaping, tolerance);
    }

    /// The same with other factors on the rates.
    public Xnes withRates(double mean, double sigma, double shape) {
        return new Xnes(population, width, mean, sigma, shape, true, shaping, tolerance);
    }

    /// The same with the rates themselves.
    public Xnes withUnscaledRates(double mean, double sigma, double shape) {
        return new Xnes(population, width, mean, sigma, shape, false, shaping, tolerance);
    }

    public Xnes withShaping(FitnessShaping ofValues) {
        return new Xnes(population, width, rateMean, rateSigma, rateShape, scaled, ofValues, tolerance);
    }

    public Xnes withTolerance(double least) {
        return new Xnes(population, width, rateMean, rateSigma, rateShape, scaled, shaping, least);
    }

    /// The search distributions N(μ, A Aᵀ).
    ///
    /// @param mean μ `[k×d]`
    /// @param factor the k matrices A, one below the other `[k·d × d]`
    /// @param inverse their inverses `[k·d × d]`
    /// @param identity I `[d×d]`
    /// @param rate the unscaled or scaled unit of η_σ and η_B
    /// @param initial standard deviation of the start
    public record State(
            Tensor mean,
            Tensor factor,
            Tensor inverse,
            Tensor identity,
            Utilities utilities,
            int lambda,
            double rate,
            double initial) {

        private Tensor factor(int search) {
            return block(factor, search);
        }

        private Tensor inverse(int search) {
            return block(inverse, search);
        }

        private static Tensor block(Tensor stacked, int search) {
            int d = stacked.columns();
            return stacked.rows(search * d, (search + 1) * d);
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int lambda = Sampling.size(population, shape);
        double initial = width.deviationIn(d) * shape.start().spread();
        double[] unit = new double[d * d];
        for (int j = 0; j < d; j++) {
            unit[j * d + j] = 1;
        }
        Tensor identity = starts.substrate().of(unit, d, d);
        Tensor stacked = repeated(identity, starts.rows());
        return new State(
                starts,
                stacked.times(initial),
                stacked.times(1 / initial),
                identity,
                shaping.prepare(starts.substrate(), lambda).centered(),
                lambda,
                scaled ? 0.6 * (3 + StrictMath.log(d)) / (d * Math.sqrt(d)) : 1,
                initial);
    }

    private static Tensor repeated(Tensor block, int times) {
        Tensor stacked = block;
        for (int i = 1; i < times; i++) {
            stacked = stacked.above(block);
        }
        return stacked;
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        int k = s.mean.rows();
        Tensor z = s.mean.substrate().gaussian(k * rows, s.mean.columns(), noise);
        Tensor scaledZ = z.rows(0, rows).product(s.factor(0).transpose());
        for (int g = 1; g < k; g++) {
            scaledZ = scaledZ.above(
                    z.rows(g * rows, (g + 1) * rows).product(s.factor(g).transpose()));
        }
        return scaledZ.plus(s.mean); // x = μ + A z
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        Tensor w = s.utilities.of(told);
        Step all = step(s, told, w, 0);
        for (int g = 1; g < told.searches(); g++) {
            Step one = step(s, told, w, g);
            all = new Step(all.mean.above(one.mean), all.factor.above(one.factor), all.inverse.above(one.inverse));
        }
        return new State(all.mean, all.factor, all.inverse, s.identity, s.utilities, s.lambda, s.rate, s.initial);
    }

    /// One search after an update.
    private record Step(Tensor mean, Tensor factor, Tensor inverse) {}

    private Step step(State s, Population told, Tensor utilities, int search) {
        int size = told.perSearch();
        Tensor mean = s.mean.rows(search, search + 1);
        Tensor w = utilities.rows(search * size, (search + 1) * size);
        Tensor x = told.x().rows(search * size, (search + 1) * size);
        Tensor z = shortened(x.minus(mean).product(s.inverse(search).transpose()));
        Tensor delta = z.weightedSums(w, 1); // ∇_δ J = Σ w z
        Tensor m = z.times(w)
                .transpose()
                .product(z) // ∇_M J = Σ w (z zᵀ − I)
                .minus(s.identity.times(w.columnSums(1)));
        Exponential e = Exponential.of(exponent(s, m), s.identity);
        Tensor move = delta.product(s.factor(search).transpose()).times(rateMean);
        return new Step(
                mean.plus(move), // μ ← μ + η_μ A ∇_δ J
                s.factor(search).product(e.positive()), // A ← A exp(½(η_σ ∇_σ J I + η_B ∇_B J))
                e.negative().product(s.inverse(search)));
    }

    /// `½(η_σ t I + η_B (M − t I))`, where t = tr M/d.
    private Tensor exponent(State s, Tensor m) {
        int d = m.columns();
        Tensor shape = m.times(rateShape * s.rate / 2);
        if (rateShape == rateSigma) {
            return shape;
        }
        Tensor t = m.times(s.identity).rowSums().columnSums(1).times(1.0 / d);
        return shape.plus(s.identity.times(t).times((rateSigma - rateShape) * s.rate / 2));
    }

    private static Tensor shortened(Tensor z) {
        double longest = Math.sqrt(z.columns()) + BEYOND;
        Tensor one = z.substrate().full(1, 1, 1);
        return z.over(z.square().rowSums().sqrt().times(1 / longest).max(one));
    }

    @Override
    public Optional<String> finished(State s) {
        int k = s.mean.rows();
        int d = s.mean.columns();
        Tensor deviations = s.factor.square().rowSums().sqrt().reshape(k, d);
        Optional<String> narrow = Deviations.finished(s.mean, deviations, s.initial, tolerance);
        return narrow.isPresent() || !isSingular(s) ? narrow : Optional.of("the covariance matrix is singular");
    }

    /// Whether ‖A‖²·‖A⁻¹‖², an upper bound of the condition number of the covariance, is above 1e14 d² in every search.
    private static boolean isSingular(State s) {
        int k = s.mean.rows();
        int d = s.mean.columns();
        Tensor a = s.factor.reshape(k, d * d).square().rowSums();
        Tensor b = s.inverse.reshape(k, d * d).square().rowSums();
        double[] condition = a.times(b).toArray();
        return Arrays.stream(condition).allMatch(c -> !(c <= CONDITION * d * d));
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.rows(0, 1).toArray());
    }
}
