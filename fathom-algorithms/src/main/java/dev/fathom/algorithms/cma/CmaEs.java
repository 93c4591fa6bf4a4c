package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.linear.Vectors.add;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Eigensystem;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Covariance matrix adaptation evolution strategy with active update.
///
/// Hansen, "The CMA evolution strategy: a tutorial" (2016, arXiv 1604.00772), figure 6 and table 1; equation numbers
/// at the lines are the tutorial's. The mean starts at `shape.start().x()`, the covariance at the identity and the step
/// size σ at `step` times `shape.start().spread()` natural steps.
///
/// Deviations:
/// - the eigendecomposition serves [CmaParameters#gap] generations, so that its cost is O(d²) per evaluation;
/// - rows farther than √d + 5 from the mean, in standard deviations, are drawn in to that distance (Hansen,
///   "Injecting external solutions into CMA-ES", 2011, with a limit that its own rows do not reach);
/// - σ grows at most by the factor e in a generation (the same paper).
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊`populationFactor` · ln d⌋, multiplied by `shape.start().population()`; never
///     less than the number of workers
/// @param populationFactor see `population`; 3 in the tutorial
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param active whether the worst rows have negative weights
/// @param tolerance of function values and coordinates, below which the search has finished, see [Termination]
/// @param variant departures from the tutorial, none by default
public record CmaEs(
        int population, double populationFactor, double step, boolean active, double tolerance, CmaVariant variant)
        implements Generational<CmaEs.State> {

    public CmaEs {
        if (population < 0 || population == 1 || !(populationFactor >= 0) || !(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("CMA-ES cannot have population " + population + ", population factor "
                    + populationFactor + ", step " + step + " and tolerance " + tolerance
                    + ". Maybe population 0, which chooses it from the dimension, and step 1?");
        }
    }

    /// The tutorial's defaults.
    public CmaEs() {
        this(0, 3, 1, true, 1e-11, new CmaVariant());
    }

    public CmaEs withPopulation(int lambda) {
        return new CmaEs(lambda, populationFactor, step, active, tolerance, variant);
    }

    public CmaEs withPopulationFactor(double factor) {
        return new CmaEs(population, factor, step, active, tolerance, variant);
    }

    public CmaEs withStep(double naturalSteps) {
        return new CmaEs(population, populationFactor, naturalSteps, active, tolerance, variant);
    }

    public CmaEs withActive(boolean negativeWeights) {
        return new CmaEs(population, populationFactor, step, negativeWeights, tolerance, variant);
    }

    public CmaEs withTolerance(double least) {
        return new CmaEs(population, populationFactor, step, active, least, variant);
    }

    public CmaEs withVariant(CmaVariant departures) {
        return new CmaEs(population, populationFactor, step, active, tolerance, departures);
    }

    public CmaEs withElitist(boolean bestStays) {
        return withVariant(variant.withElitist(bestStays));
    }

    /// The search distribution N(m, σ²C), its paths and what is computed from them.
    public static final class State {
        final CmaParameters p;
        final double[] mean;
        final double[] pathSigma;
        final double[] pathC;
        /// Lower triangle of C.
        final double[] covariance;
        /// B and D² of C = B D² Bᵀ, as of generation `decomposed`.
        final Eigensystem axes;
        /// Diagonal of D.
        final double[] lengths;
        /// `B D`, one scaled axis per row.
        final double[] scaledAxes;
        /// y_{i:λ}, one per row.
        final double[] steps;
        /// ⟨y⟩_w.
        final double[] shift;
        /// C^{-1/2}⟨y⟩_w.
        final double[] whitened;
        /// ‖C^{-1/2} y_{i:λ}‖².
        final double[] squaredLengths;
        /// Diagonal of A where rows are drawn from N(m, σ²ACA), see [CmaWithMargin]; all 1 elsewhere.
        final double[] scale;
        final Termination termination;
        final @Nullable Elite elite;
        double sigma;
        long generation;
        long decomposed;

        @Nullable
        String finished;

        State(CmaParameters p, double[] mean, double sigma, Termination termination, boolean elitist) {
            int d = p.d();
            this.p = p;
            this.mean = mean.clone();
            this.sigma = sigma;
            axes = new Eigensystem(d);
            covariance = axes.vectors().clone();
            scaledAxes = axes.vectors().clone();
            lengths = axes.values().clone();
            pathSigma = new double[d];
            pathC = new double[d];
            shift = new double[d];
            whitened = new double[d];
            steps = new double[p.lambda() * d];
            squaredLengths = new double[p.lambda()];
            scale = new double[d];
            Arrays.fill(scale, 1);
            elite = elitist ? new Elite(d) : null;
            this.termination = termination;
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        return start(shape, 0, false);
    }

    /// The first state of a search with its own patience, see [Termination].
    State start(Shape shape, int flat, boolean patient) {
        int d = shape.dimension();
        int base = population > 0 ? population : 4 + (int) (populationFactor * StrictMath.log(d)); // (48)
        int lambda = shape.population(base);
        double sigma = step * shape.start().spread();
        Termination termination = new Termination(d, lambda, sigma, tolerance, flat, patient);
        return new State(CmaParameters.of(d, lambda, active), shape.start().x(), sigma, termination, variant.elitist());
    }

    @Override
    public int size(State s) {
        return s.p.lambda();
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.p.d();
        double[] x = out.x();
        for (int at = 0; at < x.length; at += d) {
            System.arraycopy(s.mean, 0, x, at, d);
            for (int k = 0; k < d; k++) {
                add(s.sigma * rng.nextGaussian(), s.scaledAxes, k * d, x, at, d); // x = m + σ B D z, (38)–(40)
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        move(s, told);
        if (!variant.lazy() || s.generation - s.decomposed >= s.p.gap()) {
            CmaUpdate.decompose(s);
        }
        look(s, told);
        return s;
    }

    /// Mean, paths, step size and covariance.
    void move(State s, Batch told) {
        CmaUpdate.takeSteps(s, told);
        CmaUpdate.moveMean(s);
        CmaUpdate.movePathSigma(s);
        CmaUpdate.adaptSigma(s, variant.stepSize());
        CmaUpdate.adaptCovariance(s, CmaUpdate.movePathC(s));
        if (variant.isLimited()) {
            CmaUpdate.limitDeviations(s, variant.narrowest(), variant.widest());
        }
        s.generation++;
    }

    /// Whether the search has finished.
    static void look(State s, Batch told) {
        s.finished = s.finished == null ? s.termination.reason(s, told) : s.finished;
    }

    @Override
    public Optional<String> finished(State s) {
        return Optional.ofNullable(s.finished);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }
}
