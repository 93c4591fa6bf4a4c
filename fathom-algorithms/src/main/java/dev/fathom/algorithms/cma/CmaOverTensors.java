package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.distribution.Deviations;
import dev.fathom.algorithms.distribution.Limits;
import dev.fathom.algorithms.distribution.Sampling;
import dev.fathom.algorithms.distribution.Width;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Covariance matrix adaptation evolution strategy over whole populations, with any covariance, O(d²) per evaluation,
/// or a diagonal one, O(d).
///
/// Hansen, "The CMA evolution strategy: a tutorial" (2016, arXiv 1604.00772), figure 6 and table 1; the diagonal form
/// after Ros and Hansen, "A simple modification in CMA-ES achieving linear time and space complexity" (PPSN 2008), with
/// the larger rates of [CmaParameters] for it. The full covariance is factored by Cholesky's method, which is the only
/// thing
/// done outside the substrate.
///
/// Deviations:
/// - p_σ sums `R⁻ᵀ⟨y⟩_w` with the triangular factor R in place of `C^{-1/2}⟨y⟩_w`: it has the same distribution under
///   neutral selection;
/// - one factorization serves [CmaParameters#gap] generations;
/// - rows farther than √d + 5 from the mean, in standard deviations, are drawn in to that distance where they may be
///   foreign, and σ grows at most by the factor e in a generation (Hansen, "Injecting external solutions into CMA-ES",
///   2011);
/// - where C is not positive definite its diagonal grows until it is.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param width initial standard deviation, in natural steps; 1
/// @param rateMean c_m, `(0, ∞)`; 1
/// @param active whether the worst rows have negative weights; true
/// @param separable whether the covariance is diagonal; false
/// @param stepSize how the path of the step size counts; by length
/// @param lazy whether one factorization serves several generations; true
/// @param offset what the denominator of c_σ has beside d and μ_eff, `[0, ∞)`: 5 in the tutorial, 3 in EvoTorch
/// @param limits of the deviations; none
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record CmaOverTensors(
        int population,
        Width width,
        double rateMean,
        boolean active,
        boolean separable,
        StepSize stepSize,
        boolean lazy,
        double offset,
        Limits limits,
        double tolerance)
        implements Vectorized<CmaOverTensors.State> {

    private static final double BEYOND = 5;

    public CmaOverTensors {
        if (population < 0 || population == 1 || !(rateMean > 0) || !(offset >= 0)) {
            throw new IllegalArgumentException("CMA-ES cannot have population " + population + ", rate " + rateMean
                    + " of the mean and offset " + offset
                    + " of c_σ. Maybe population 0, which chooses it from the dimension, rate 1 and offset 5?");
        }
    }

    /// The tutorial's defaults.
    public CmaOverTensors() {
        this(0, Width.deviation(1), 1, true, false, StepSize.LENGTH, true, 5, Limits.NONE, 1e-12);
    }

    public CmaOverTensors withPopulation(int lambda) {
        return new CmaOverTensors(
                lambda, width, rateMean, active, separable, stepSize, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withWidth(Width initial) {
        return new CmaOverTensors(
                population, initial, rateMean, active, separable, stepSize, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withRateMean(double rate) {
        return new CmaOverTensors(
                population, width, rate, active, separable, stepSize, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withActive(boolean negativeWeights) {
        return new CmaOverTensors(
                population, width, rateMean, negativeWeights, separable, stepSize, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withSeparable(boolean diagonal) {
        return new CmaOverTensors(
                population, width, rateMean, active, diagonal, stepSize, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withStepSize(StepSize rule) {
        return new CmaOverTensors(
                population, width, rateMean, active, separable, rule, lazy, offset, limits, tolerance);
    }

    public CmaOverTensors withLazy(boolean seldom) {
        return new CmaOverTensors(
                population, width, rateMean, active, separable, stepSize, seldom, offset, limits, tolerance);
    }

    public CmaOverTensors withOffset(double ofRate) {
        return new CmaOverTensors(
                population, width, rateMean, active, separable, stepSize, lazy, ofRate, limits, tolerance);
    }

    public CmaOverTensors withLimits(Limits ofDeviations) {
        return new CmaOverTensors(
                population, width, rateMean, active, separable, stepSize, lazy, offset, ofDeviations, tolerance);
    }

    public CmaOverTensors withTolerance(double least) {
        return new CmaOverTensors(
                population, width, rateMean, active, separable, stepSize, lazy, offset, limits, least);
    }

    /// The searches and what they share.
    ///
    /// @param lambda λ
    /// @param generation how many came before
    /// @param initial σ of the start
    public record State(List<Search> searches, Rates rates, int lambda, long generation, double initial) {

        private Tensor stacked(Function<Search, Tensor> part) {
            return searches.stream().map(part).reduce(Tensor::above).orElseThrow();
        }
    }

    /// One search distribution N(m, σ²C).
    ///
    /// @param mean m `[1×d]`
    /// @param sigma σ `[1×1]`
    /// @param pathSigma p_σ `[1×d]`
    /// @param pathC p_c `[1×d]`
    public record Search(Tensor mean, Tensor sigma, Tensor pathSigma, Tensor pathC, Covariance covariance) {

        /// σ√C_jj `[1×d]`
        Tensor deviations() {
            return covariance.variances().sqrt().times(sigma);
        }
    }

    /// The constants of [CmaParameters].
    ///
    /// @param parents the positive weights by place, else 0 `[λ×1]`
    /// @param others the negative ones, else 0 `[λ×1]`
    /// @param sum of all weights
    /// @param interval generations that one factorization serves
    public record Rates(
            Tensor parents,
            Tensor others,
            double sum,
            double muEff,
            double cSigma,
            double dSigma,
            double cC,
            double c1,
            double cMu,
            double chi,
            int interval) {

        static Rates of(CmaParameters p, Substrate substrate, boolean seldom) {
            double[] w = p.weights();
            return new Rates(
                    substrate.column(Arrays.stream(w).map(v -> Math.max(v, 0)).toArray()),
                    substrate.column(Arrays.stream(w).map(v -> Math.min(v, 0)).toArray()),
                    Arrays.stream(w).reduce(0, Double::sum),
                    p.muEff(),
                    p.cSigma(),
                    p.dSigma(),
                    p.cC(),
                    p.c1(),
                    p.cMu(),
                    p.chi(),
                    seldom ? Math.max(1, (int) Math.ceil(p.gap())) : 1);
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
        List<Search> searches = IntStream.range(0, starts.rows())
                .mapToObj(i -> begin(starts.rows(i, i + 1), initial))
                .toList();
        CmaParameters p = CmaParameters.of(d, lambda, active, separable, offset);
        return new State(searches, Rates.of(p, starts.substrate(), lazy && !separable), lambda, 0, initial);
    }

    private Search begin(Tensor mean, double sigma) {
        Substrate substrate = mean.substrate();
        Tensor path = substrate.full(1, mean.columns(), 0);
        Covariance identity = separable ? Covariance.Diagonal.start(mean) : Covariance.Full.start(mean);
        return new Search(mean, substrate.full(1, 1, sigma), path, path, identity);
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        int k = s.searches.size();
        Tensor mean = s.searches.getFirst().mean;
        Tensor z = mean.substrate().gaussian(k * rows, mean.columns(), noise);
        return IntStream.range(0, k)
                .mapToObj(g -> placed(s.searches.get(g), z.rows(g * rows, (g + 1) * rows)))
                .reduce(Tensor::above)
                .orElseThrow();
    }

    /// x = m + σ A z, (38)–(40)
    private static Tensor placed(Search s, Tensor z) {
        return s.covariance.scaled(z).affine(s.sigma, s.mean);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        int size = told.perSearch();
        double limit = told.limit(Math.sqrt(told.x().columns()) + BEYOND);
        CmaStep step = new CmaStep(this, s.rates, s.generation);
        boolean[] succeeded = succeeded(told);
        List<Search> next = IntStream.range(0, told.searches())
                .mapToObj(g -> !succeeded[g]
                        ? s.searches.get(g)
                        : step.next(
                                s.searches.get(g),
                                told.x().rows(g * size, (g + 1) * size),
                                told.ranks().rows(g * size, (g + 1) * size),
                                limit))
                .toList();
        return new State(next, s.rates, s.lambda, s.generation + 1, s.initial);
    }

    /// Which searches have a value: a search whose rows all failed stays where it is while others go on.
    private static boolean[] succeeded(Population told) {
        boolean[] succeeded = new boolean[told.searches()];
        Arrays.fill(succeeded, true);
        if (succeeded.length > 1) {
            double[] any = told.f()
                    .columns(0, 1)
                    .isFinite()
                    .columnMax(succeeded.length)
                    .toArray();
            for (int g = 0; g < any.length; g++) {
                succeeded[g] = any[g] > 0;
            }
        }
        return succeeded;
    }

    @Override
    public Optional<String> finished(State s) {
        Optional<String> narrow =
                Deviations.finished(s.stacked(Search::mean), s.stacked(Search::deviations), s.initial, tolerance);
        boolean singular = s.searches.stream().allMatch(search -> search.covariance.isSingular());
        return narrow.isPresent() || !singular ? narrow : Optional.of("the covariance matrix is singular");
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.searches.getFirst().mean.toArray());
    }
}
