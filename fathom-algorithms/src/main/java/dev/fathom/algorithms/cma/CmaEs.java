package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;
import static dev.fathom.algorithms.linear.Vectors.norm;
import static dev.fathom.algorithms.linear.Vectors.scale;

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
public record CmaEs(int population, double populationFactor, double step, boolean active, double tolerance)
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
        this(0, 3, 1, true, 1e-11);
    }

    public CmaEs withPopulation(int lambda) {
        return new CmaEs(lambda, populationFactor, step, active, tolerance);
    }

    public CmaEs withPopulationFactor(double factor) {
        return new CmaEs(population, factor, step, active, tolerance);
    }

    public CmaEs withStep(double naturalSteps) {
        return new CmaEs(population, populationFactor, naturalSteps, active, tolerance);
    }

    public CmaEs withActive(boolean negativeWeights) {
        return new CmaEs(population, populationFactor, step, negativeWeights, tolerance);
    }

    public CmaEs withTolerance(double least) {
        return new CmaEs(population, populationFactor, step, active, least);
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
        final Termination termination;
        double sigma;
        long generation;
        long decomposed;

        @Nullable
        String finished;

        State(CmaParameters p, double[] mean, double sigma, double tolerance) {
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
            termination = new Termination(d, p.lambda(), sigma, tolerance);
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        int base = population > 0 ? population : 4 + (int) (populationFactor * StrictMath.log(d)); // (48)
        int lambda = Math.max(shape.start().scale(base), shape.workers());
        double sigma = step * shape.start().spread();
        return new State(CmaParameters.of(d, lambda, active), shape.start().x(), sigma, tolerance);
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
        takeSteps(s, told);
        moveMean(s);
        movePathSigma(s);
        adaptSigma(s);
        boolean moving = movePathC(s);
        adaptCovariance(s, moving);
        s.generation++;
        decompose(s);
        s.finished = s.finished == null ? s.termination.reason(s, told) : s.finished;
        return s;
    }

    @Override
    public Optional<String> finished(State s) {
        return Optional.ofNullable(s.finished);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }

    /// y_{i:λ} = (x_{i:λ} − m)/σ and ‖C^{-1/2} y_{i:λ}‖ = ‖D⁻¹Bᵀ y_{i:λ}‖, drawn in where it is too long.
    private static void takeSteps(State s, Batch told) {
        int d = s.p.d();
        double limit = square(Math.sqrt(d) + 5);
        for (int i = 0; i < s.p.lambda(); i++) {
            for (int j = 0; j < d; j++) {
                s.steps[i * d + j] = (told.x()[i * d + j] - s.mean[j]) / s.sigma;
            }
            double length = 0;
            for (int k = 0; k < d; k++) {
                length += square(dot(s.axes.vectors(), k * d, s.steps, i * d, d) / s.lengths[k]);
            }
            s.squaredLengths[i] = Math.min(length, limit);
            if (length > limit) {
                double factor = Math.sqrt(limit / length);
                for (int j = i * d; j < (i + 1) * d; j++) {
                    s.steps[j] *= factor;
                }
            }
        }
    }

    private static void moveMean(State s) {
        int d = s.p.d();
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < s.p.mu(); i++) {
            add(s.p.weights()[i], s.steps, i * d, s.shift, 0, d); // ⟨y⟩_w = Σ w_i y_{i:λ}, (41)
        }
        add(s.sigma, s.shift, 0, s.mean, 0, d); // m ← m + σ⟨y⟩_w, (42) with c_m = 1
    }

    /// p_σ ← (1 − c_σ) p_σ + √(c_σ(2 − c_σ)μ_eff) C^{-1/2}⟨y⟩_w, (43)
    private static void movePathSigma(State s) {
        int d = s.p.d();
        double[] b = s.axes.vectors();
        Arrays.fill(s.whitened, 0);
        for (int k = 0; k < d; k++) {
            add(dot(b, k * d, s.shift, 0, d) / s.lengths[k], b, k * d, s.whitened, 0, d);
        }
        double c = s.p.cSigma();
        scale(s.pathSigma, 1 - c);
        add(Math.sqrt(c * (2 - c) * s.p.muEff()), s.whitened, 0, s.pathSigma, 0, d);
    }

    /// σ ← σ exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1)), (44)
    private static void adaptSigma(State s) {
        double exponent = s.p.cSigma() / s.p.dSigma() * (norm(s.pathSigma) / s.p.chi() - 1);
        s.sigma *= StrictMath.exp(Math.min(1, exponent));
    }

    /// p_c ← (1 − c_c) p_c + h_σ √(c_c(2 − c_c)μ_eff) ⟨y⟩_w, (45)
    ///
    /// @return h_σ: false while p_σ is long, when the step size should change before the covariance
    private static boolean movePathC(State s) {
        int d = s.p.d();
        double unbiased = Math.sqrt(1 - StrictMath.pow(1 - s.p.cSigma(), 2.0 * (s.generation + 1)));
        boolean moving = norm(s.pathSigma) / unbiased < (1.4 + 2.0 / (d + 1)) * s.p.chi();
        double c = s.p.cC();
        scale(s.pathC, 1 - c);
        if (moving) {
            add(Math.sqrt(c * (2 - c) * s.p.muEff()), s.shift, 0, s.pathC, 0, d);
        }
        return moving;
    }

    /// C ← (1 + c_1 δ(h_σ) − c_1 − c_μ Σw_j) C + c_1 p_c p_cᵀ + c_μ Σ w°_i y_{i:λ} y_{i:λ}ᵀ, (47), lower triangle
    private static void adaptCovariance(State s, boolean moving) {
        int d = s.p.d();
        double delta = moving ? 0 : s.p.cC() * (2 - s.p.cC());
        double keep = 1 + s.p.c1() * delta - s.p.c1() - s.p.cMu() * sum(s.p.weights());
        double[] rate = rates(s);
        for (int r = 0; r < d; r++) {
            int row = r * d;
            for (int j = row; j <= row + r; j++) {
                s.covariance[j] *= keep;
            }
            add(s.p.c1() * s.pathC[r], s.pathC, 0, s.covariance, row, r + 1);
            for (int i = 0; i < rate.length; i++) {
                add(rate[i] * s.steps[i * d + r], s.steps, i * d, s.covariance, row, r + 1);
            }
        }
    }

    /// c_μ w°_i, where w°_i = w_i for positive weights, else w_i d/‖C^{-1/2} y_{i:λ}‖², (46)
    private static double[] rates(State s) {
        double[] rate = s.squaredLengths;
        for (int i = 0; i < rate.length; i++) {
            double w = s.p.weights()[i];
            rate[i] = s.p.cMu() * (w >= 0 ? w : w * s.p.d() / Math.max(rate[i], 1e-100));
        }
        return rate;
    }

    /// C = B D² Bᵀ, when the old decomposition has served its time.
    private static void decompose(State s) {
        if (s.generation - s.decomposed < s.p.gap()) {
            return;
        }
        int d = s.p.d();
        s.decomposed = s.generation;
        if (!Double.isFinite(s.sigma * sum(s.covariance)) || !s.axes.decompose(s.covariance)) {
            s.finished = "the covariance matrix is not finite";
            return;
        }
        Arrays.fill(s.scaledAxes, 0);
        for (int k = 0; k < d; k++) {
            s.lengths[k] = Math.sqrt(s.axes.values()[k]);
            add(s.lengths[k], s.axes.vectors(), k * d, s.scaledAxes, k * d, d);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
