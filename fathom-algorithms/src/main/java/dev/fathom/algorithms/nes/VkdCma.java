package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.norm;
import static dev.fathom.algorithms.linear.Vectors.scale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.LogWeights;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// CMA-ES with the covariance σ²D(I + VᵀSV)D, D diagonal, V of k directions, where k is adapted: O(d(k + λ)) per
/// evaluation.
///
/// Akimoto and Hansen, "Projection-based restricted covariance matrix adaptation for high dimension" (GECCO 2016), see
/// [Projection], and "Online model selection for restricted covariance matrix adaptation" (PPSN 2016), see
/// [RankAdaptation]. The mean starts at `shape.start().x()`, σ at `step` times `shape.start().spread()`, D at the
/// identity and k at 0.
///
/// The step size is adapted by two points (Hansen, Atamna and Auger, "How to assess step-size adaptation mechanisms in
/// randomised search", PPSN 2014): the first two rows of a generation lie on the line of the mean's last step, one
/// forwards and one backwards, and their ranks say whether steps should be longer. They are found again by the note of
/// their row; where one of them is missing from a generation, σ remains.
///
/// Deviation: rows that are farther than √d + 5 standard deviations from the mean are drawn in to there.
///
/// @param population λ ≥ 4, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ in `1 … λ`, multiplied likewise, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record VkdCma(int population, int parents, double step, double tolerance) implements Generational<VkdCma.State> {

    private static final double C_SIGMA = 0.3;

    public VkdCma {
        Settings.checkParents("VKDCMA", population, parents, 4, step, tolerance);
    }

    /// The papers' defaults.
    public VkdCma() {
        this(0, 0, 1, 1e-12);
    }

    public VkdCma withPopulation(int lambda) {
        return new VkdCma(lambda, parents, step, tolerance);
    }

    public VkdCma withParents(int mu) {
        return new VkdCma(population, mu, step, tolerance);
    }

    public VkdCma withStep(double naturalSteps) {
        return new VkdCma(population, parents, naturalSteps, tolerance);
    }

    public VkdCma withTolerance(double least) {
        return new VkdCma(population, parents, step, least);
    }

    /// Learning rates of the covariance.
    ///
    /// @param c1 of the rank-one update
    /// @param cMu of the rank-μ update
    record Rates(double c1, double cMu) {

        static Rates of(int d, int k, double mass) {
            double elements = d * (k + 1.0);
            double c1 = 2 / (elements + d + 2 * (k + 2) + mass);
            double cMu = Math.min(1 - c1, 2 * (mass - 2 + 1 / mass) / (elements + 4 * (k + 2) + mass));
            return new Rates(c1, cMu);
        }

        /// Of the path.
        double cC() {
            return Math.sqrt(c1);
        }
    }

    /// The search distribution N(m, σ²D(I + VᵀSV)D).
    public static final class State {
        final int lambda;
        final LogWeights recombination;
        final Stagnation stagnation;
        final RankAdaptation rank;
        final double[] mean;
        final LowRankNormal normal;
        final double[] path;
        /// D⁻¹(x − m)/σ of the parents, `[μ×d]`.
        final double[] steps;
        /// The mean's last step, in units of σ.
        final double[] shift;
        /// p_σ, average of the differences of ranks.
        double trend;
        double sigma;
        long generation;

        State(double[] mean, double sigma, int lambda, LogWeights recombination, Stagnation stagnation) {
            int d = mean.length;
            this.mean = mean;
            this.sigma = sigma;
            this.lambda = lambda;
            this.recombination = recombination;
            this.stagnation = stagnation;
            rank = new RankAdaptation(d, lambda, sigma);
            normal = new LowRankNormal(d);
            path = new double[d];
            steps = new double[recombination.weights().length * d];
            shift = new double[d];
        }

        Rates rates() {
            return Rates.of(mean.length, rank.k(), recombination.mass());
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    /// One: which of the two points of which generation a row is, 0 for the others.
    @Override
    public int notes(Shape shape) {
        return 1;
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        int base = population > 0 ? population : 4 + (int) (3 * StrictMath.log(d));
        int lambda = Settings.rows(base, 4, shape);
        return new State(
                shape.start().x().clone(),
                step * shape.start().spread(),
                lambda,
                LogWeights.of(lambda, Settings.parents(parents, shape)),
                new Stagnation(d, base, tolerance));
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        boolean pair = s.generation > 0 && out.size() == s.lambda;
        double[] z = new double[d];
        double length = 0;
        for (int i = 0; i < out.size(); i++) {
            rng.fillGaussian(z, 0, d);
            int side = pair && i < 2 ? 1 - 2 * i : 0;
            length = i == 0 ? norm(z) : length;
            if (side == 0) {
                s.normal.colour(z);
            } else {
                onLine(s, side * length, z);
            }
            out.note(i, 0, (double) (side * s.generation));
            System.arraycopy(s.mean, 0, out.x(), i * d, d);
            add(s.sigma, z, 0, out.x(), i * d, d);
        }
    }

    /// y = length · Δ/‖Δ‖_C, where Δ is the mean's last step.
    private static void onLine(State s, double length, double[] y) {
        double[] white = s.shift.clone();
        for (int j = 0; j < white.length; j++) {
            white[j] /= s.normal.scale()[j];
        }
        s.normal.straighten(white);
        double size = norm(white);
        Arrays.fill(y, 0);
        add(size > 0 ? length / size : 0, s.shift, 0, y, 0, y.length);
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        Rates rates = s.rates();
        double sigma = s.sigma;
        adaptSigma(s, told);
        boolean moving = s.trend < 0.5;
        moveMean(s, told, sigma);
        movePath(s, rates, moving);
        adaptCovariance(s, rates, moving);
        s.rank.learn(s.normal, s.sigma, rates.c1() + rates.cMu());
        scale(s.path, 1 / s.normal.normalize());
        s.stagnation.learn(told);
        s.generation++;
        return s;
    }

    @Override
    public Optional<String> finished(State s) {
        return s.stagnation.reason(s.sigma * s.normal.sigma());
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }

    /// p_σ ← p_σ + c_σ ((rank₋ − rank₊)/(λ − 1) − p_σ), σ ← σ exp(p_σ/d_σ) with d_σ = √d.
    private static void adaptSigma(State s, Batch told) {
        for (int plus = 0; plus < told.size(); plus++) {
            double mark = told.note(plus, 0);
            for (int minus = 0; mark > 0 && minus < told.size(); minus++) {
                if (told.note(minus, 0) == -mark) {
                    s.trend += C_SIGMA * ((double) (minus - plus) / (told.size() - 1) - s.trend);
                    s.sigma *= StrictMath.exp(s.trend / Math.sqrt(s.mean.length));
                }
            }
        }
    }

    /// m ← m + Σ w_i (x_{i:λ} − m)
    private static void moveMean(State s, Batch told, double sigma) {
        int d = s.mean.length;
        double[] weights = s.recombination.weights();
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < weights.length; i++) {
            s.normal.step(told.x(), i * d, s.mean, sigma, s.steps, i * d);
            add(weights[i], s.steps, i * d, s.shift, 0, d);
        }
        for (int j = 0; j < d; j++) {
            s.shift[j] *= s.normal.scale()[j];
        }
        add(sigma, s.shift, 0, s.mean, 0, d);
    }

    /// p_c ← (1 − c_c) p_c + h_σ √(c_c(2 − c_c)μ_eff) Δ
    private static void movePath(State s, Rates rates, boolean moving) {
        double c = rates.cC();
        scale(s.path, 1 - c);
        if (moving) {
            add(Math.sqrt(c * (2 - c) * s.recombination.mass()), s.shift, 0, s.path, 0, s.path.length);
        }
    }

    /// The projection of (1 − c_1 − c_μ) C + c_μ Σ w_i y_i y_iᵀ + c_1 p_c p_cᵀ.
    private static void adaptCovariance(State s, Rates rates, boolean moving) {
        int d = s.mean.length;
        double[] weights = s.recombination.weights();
        double c = rates.cC();
        double alpha2 = Math.abs(1 - rates.cMu() - rates.c1() + (moving ? 0 : rates.c1() * c * (2 - c)));
        double[] excess = s.normal.excess();
        double[][] u = new double[excess.length + weights.length + 1][d];
        int row = 0;
        for (int i = 0; i < excess.length; i++) {
            add(Math.sqrt(excess[i] * alpha2), s.normal.directions()[i], 0, u[row++], 0, d);
        }
        for (int i = 0; i < weights.length; i++) {
            add(Math.sqrt(rates.cMu() * weights[i]), s.steps, i * d, u[row++], 0, d);
        }
        for (int j = 0; j < d; j++) {
            u[row][j] = Math.sqrt(rates.c1()) * s.path[j] / s.normal.scale()[j];
        }
        new Projection(u, alpha2).onto(s.normal, s.rank.k());
        scale(s.path, 1 / s.normal.normalize());
    }
}
