package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Augmented random search: steps along differences of mirrored points, of the best directions only, relative to the
/// standard deviation of their values.
///
/// Mania, Guy and Recht, "Simple random search of static linear policies is competitive for reinforcement learning"
/// (NeurIPS 2018), V1 where all directions count and V1-t where the best ones do; its V2 concerns the inputs of
/// policies.
/// With r the negative value: `μ ← μ + α/(b σ_R) Σ (r⁺ − r⁻) z` over the b directions with the largest
/// `max(r⁺, r⁻)`; σ_R is the standard deviation of the 2b values used.
///
/// Deviations: directions are ordered by the places of their better rows, which also order failures and infeasible
/// rows.
/// Rows without a mirrored partner are not used. z is limited to ±8 in each column, which its own rows do not reach.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers; made even, two rows for each direction
/// @param width ν, the deviation of points from the centre, in natural steps
/// @param rate α, in natural steps, `(0, ∞)`
/// @param top part of the directions that are used, `(0, 1]`; 1 is V1
public record Ars(int population, Width width, double rate, double top) implements Vectorized<Ars.State> {

    private static final double LIMIT = 8;

    public Ars {
        if (population < 0 || population == 1 || !(rate > 0) || !(top > 0) || !(top <= 1)) {
            throw new IllegalArgumentException("ARS cannot have population " + population + ", rate " + rate
                    + " and part " + top + " of its directions. Maybe population 0, which chooses it from the"
                    + " dimension, 0.05 and 0.5?");
        }
    }

    /// V1-t with half of the directions.
    public Ars() {
        this(0, Width.deviation(0.02), 0.05, 0.5);
    }

    public Ars withPopulation(int lambda) {
        return new Ars(lambda, width, rate, top);
    }

    public Ars withWidth(Width ofSamples) {
        return new Ars(population, ofSamples, rate, top);
    }

    public Ars withRate(double alpha) {
        return new Ars(population, width, alpha, top);
    }

    public Ars withTop(double part) {
        return new Ars(population, width, rate, part);
    }

    /// Where the searches are.
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma ν, always the same `[k×d]`
    /// @param directions by which partners are found `[d×2]`
    /// @param best b
    /// @param alpha α times the spread of the start
    public record State(Tensor mean, Tensor sigma, Tensor directions, int lambda, int best, double alpha) {}

    /// Pairs are of use only together.
    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES, Trait.SYNCHRONOUS);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int lambda = Sampling.evenSize(population, shape);
        double spread = shape.start().spread();
        return new State(
                starts,
                starts.substrate().full(starts.rows(), d, width.deviationIn(d) * spread),
                Pairs.directions(starts.substrate(), d),
                lambda,
                Math.max(1, (int) (top * lambda / 2)),
                rate * spread);
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        return Sampling.mirrored(s.mean, s.sigma, rows, noise);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        int k = told.searches();
        Tensor z = told.x().standardize(s.mean, s.sigma, told.limit(LIMIT));
        Tensor used = used(s, told, z);
        Tensor count = used.columnSums(k).clamp(1, Double.MAX_VALUE); // 2b
        Tensor r = FitnessShaping.worth(told);
        Tensor centered = r.minus(r.times(used).columnSums(k).over(count)).times(used);
        Tensor deviation = centered.square().columnSums(k).over(count).sqrt(); // σ_R
        Tensor w =
                centered.over(deviation.clamp(Utilities.TINY, Double.MAX_VALUE)).over(count.times(0.5));
        Tensor mean = s.mean.plus(z.weightedSums(w, k).times(s.alpha)); // Σ (r⁺ − r⁻) z = Σ r_i z_i
        return new State(mean, s.sigma, s.directions, s.lambda, s.best, s.alpha);
    }

    /// 1 for the rows of the b best pairs `[n×1]`.
    private static Tensor used(State s, Population told, Tensor z) {
        Tensor places = Pairs.places(told, z, s.directions);
        Tensor limit = z.substrate().full(1, 1, 2.0 * s.best);
        Tensor paired = places.less(z.substrate().full(1, 1, told.perSearch()));
        return places.ranks(told.searches()).less(limit).times(paired);
    }

    @Override
    public Optional<String> finished(State s) {
        return Deviations.finished(s.mean, s.sigma, 1, 0);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.rows(0, 1).toArray());
    }
}
