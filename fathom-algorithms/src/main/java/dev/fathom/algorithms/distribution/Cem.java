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

/// Cross-entropy method: the next distribution is that of the best rows of this one.
///
/// Rubinstein, "The cross-entropy method for combinatorial and continuous optimization" (Methodology and Computing in
/// Applied Probability 1, 1999), with one standard deviation per column and the sample deviation of the elites, as in
/// Duan et al., "Benchmarking deep reinforcement learning for continuous control" (ICML 2016).
///
/// Deviations: rows that failed are no elites, and fewer than two elites leave a search as it is. Elites are limited to
/// ±8 old deviations from the old mean in each column, which its own rows do not reach.
///
/// @param population λ ≥ 2, or 0 for 5 (4 + ⌊3 ln d⌋), multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param width initial standard deviation, in natural steps; 1
/// @param elites part ρ of the population, `(0, 1]`: the best ⌊ρλ⌋, but at least two
/// @param limits of the deviations
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record Cem(int population, Width width, double elites, Limits limits, double tolerance)
        implements Divisible<Cem.State> {

    private static final double LIMIT = 8;
    private static final int FACTOR = 5;

    public Cem {
        if (population < 0 || population == 1 || !(elites > 0) || !(elites <= 1)) {
            throw new IllegalArgumentException("CEM cannot have population " + population + " and part " + elites
                    + " of it as elites. Maybe population 0, which chooses it from the dimension, and 0.3?");
        }
    }

    /// Defaults for functions without much noise.
    public Cem() {
        this(0, Width.deviation(1), 0.3, Limits.NONE, 1e-12);
    }

    public Cem withPopulation(int lambda) {
        return new Cem(lambda, width, elites, limits, tolerance);
    }

    public Cem withWidth(Width initial) {
        return new Cem(population, initial, elites, limits, tolerance);
    }

    public Cem withElites(double part) {
        return new Cem(population, width, part, limits, tolerance);
    }

    public Cem withLimits(Limits ofSigma) {
        return new Cem(population, width, elites, ofSigma, tolerance);
    }

    public Cem withTolerance(double least) {
        return new Cem(population, width, elites, limits, least);
    }

    /// The search distributions N(μ, diag σ²).
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma σ `[k×d]`
    /// @param places 1 for the places of elites, 0 for the others `[λ×1]`
    /// @param initial σ of the start
    public record State(Tensor mean, Tensor sigma, Tensor places, double initial) {}

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int base = population > 0 ? population : FACTOR * (4 + (int) (3 * StrictMath.log(d)));
        int lambda = Sampling.size(base, shape);
        double initial = width.deviationIn(d) * shape.start().spread();
        Tensor sigma = starts.substrate().full(starts.rows(), d, initial);
        return new State(starts, sigma, starts.substrate().column(elitePlaces(lambda)), initial);
    }

    @Override
    public int size(State s) {
        return s.places.rows();
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        return Sampling.independent(s.mean, s.sigma, rows, noise);
    }

    /// How mean and deviation of the elites differ from those of the search, `[2k×d]`; 0 where there are fewer than
    /// two.
    @Override
    public Tensor gradient(State s, Population told) {
        int k = told.searches();
        Tensor one = s.mean.substrate().full(1, 1, 1);
        Tensor elite = places(s, told)
                .gather(told.ranks())
                .times(told.f().columns(0, 1).isFinite());
        Tensor count = elite.columnSums(k);
        Tensor w = elite.over(count.max(one));
        Tensor moments = told.x().moments(s.mean, s.sigma, told.limit(LIMIT), w, k);
        Tensor shift = moments.rows(0, k); // mean of the elites, in old deviations
        Tensor variance = moments.rows(k, 2 * k).minus(shift.square()).clamp(0, Double.MAX_VALUE);
        Tensor unbiased = variance.times(count).over(count.plus(-1).max(one));
        Tensor few = wide(count.atMost(one), s.mean.columns());
        Tensor zero = s.mean.substrate().full(1, 1, 0);
        Tensor ofMean = few.choose(zero, shift.times(s.sigma));
        return ofMean.above(few.choose(zero, unbiased.sqrt().plus(-1).times(s.sigma)));
    }

    @Override
    public State follow(State s, Tensor gradient) {
        int k = gradient.rows() / 2;
        Tensor sigma = limits.apply(s.sigma, s.sigma.plus(gradient.rows(k, 2 * k)));
        return new State(s.mean.plus(gradient.rows(0, k)), sigma, s.places, s.initial);
    }

    /// 1 for the places of elites `[λ×1]`, made anew for shares of a generation.
    private Tensor places(State s, Population told) {
        int lambda = told.perSearch();
        return lambda == s.places.rows() ? s.places : told.x().substrate().column(elitePlaces(lambda));
    }

    private double[] elitePlaces(int lambda) {
        double[] places = new double[lambda];
        java.util.Arrays.fill(places, 0, Math.min(Math.max(2, (int) (elites * lambda)), lambda), 1);
        return places;
    }

    /// Truths `[k×1]` as `[k×d]`.
    private static Tensor wide(Tensor truths, int d) {
        return truths.substrate().full(truths.rows(), d, 1).times(truths);
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
