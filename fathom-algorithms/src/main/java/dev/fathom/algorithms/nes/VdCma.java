package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;
import static dev.fathom.algorithms.linear.Vectors.largest;
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

/// CMA-ES with the covariance σ²D(I + v vᵀ)D, D diagonal, learned by its natural gradient: O(d) per evaluation.
///
/// Akimoto, Auger and Hansen, "Comparison-based natural gradient optimization in high dimension" (GECCO 2014). The mean
/// starts at `shape.start().x()`, σ at `step` times `shape.start().spread()`, D at the identity, v at N(0, I/d).
///
/// A step changes v by at most 70 % of its length and no element of D by more than 70 %.
///
/// Deviations: rows that are farther than √d + 5 standard deviations from the mean are drawn in to there; σ grows at
/// most by the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ in `1 … λ`, multiplied likewise, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record VdCma(int population, int parents, double step, double tolerance) implements Generational<VdCma.State> {

    private static final double MOST = 0.7;

    public VdCma {
        Settings.checkParents("VDCMA", population, parents, 2, step, tolerance);
    }

    /// The paper's defaults.
    public VdCma() {
        this(0, 0, 1, 1e-12);
    }

    public VdCma withPopulation(int lambda) {
        return new VdCma(lambda, parents, step, tolerance);
    }

    public VdCma withParents(int mu) {
        return new VdCma(population, mu, step, tolerance);
    }

    public VdCma withStep(double naturalSteps) {
        return new VdCma(population, parents, naturalSteps, tolerance);
    }

    public VdCma withTolerance(double least) {
        return new VdCma(population, parents, step, least);
    }

    /// Learning rates.
    ///
    /// @param cSigma of the path of the step size
    /// @param dSigma damping of the step size
    /// @param cC of the path of the covariance
    /// @param c1 of the rank-one update
    /// @param cMu of the rank-μ update
    record Rates(double cSigma, double dSigma, double cC, double c1, double cMu) {

        static Rates of(int d, double mass) {
            double factor = Math.max((d - 5) / 6.0, 0.5);
            double cSigma = 1 / (2 * Math.sqrt(d / mass) + 1);
            double c1 = factor * 2 / ((d + 1.3) * (d + 1.3) + mass);
            return new Rates(
                    cSigma,
                    1 + cSigma + 2 * Math.max(0, Math.sqrt((mass - 1) / (d + 1)) - 1),
                    (4 + mass / d) / (d + 4 + 2 * mass / d),
                    c1,
                    Math.min(1 - c1, factor * 2 * (mass - 2 + 1 / mass) / ((d + 2.0) * (d + 2.0) + mass)));
        }
    }

    /// The search distribution N(m, σ²D(I + v vᵀ)D) and its paths.
    public static final class State {
        final int lambda;
        final LogWeights recombination;
        final Rates rates;
        final Stagnation stagnation;
        final double[] mean;
        final LowRankNormal normal;
        final double[] v;
        final double[] pathSigma;
        final double[] pathC;
        final VdGradient gradient;
        /// D⁻¹(x − m)/σ of the parents, `[μ×d]`, and their weighted mean.
        final double[] steps;

        final double[] shift;
        double sigma;

        State(double[] mean, double sigma, double[] v, int lambda, LogWeights recombination, Stagnation stagnation) {
            int d = mean.length;
            this.mean = mean;
            this.sigma = sigma;
            this.v = v;
            this.lambda = lambda;
            this.recombination = recombination;
            this.stagnation = stagnation;
            rates = Rates.of(d, recombination.mass());
            normal = new LowRankNormal(d);
            pathSigma = new double[d];
            pathC = new double[d];
            gradient = new VdGradient(d);
            steps = new double[recombination.weights().length * d];
            shift = new double[d];
            turn();
        }

        /// Brings the distribution to the current v.
        void turn() {
            double length = norm(v);
            double[] unit = v.clone();
            scale(unit, 1 / length);
            normal.replace(new double[][] {unit}, new double[] {length * length});
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        int base = population > 0 ? population : 4 + (int) (3 * StrictMath.log(d));
        int lambda = Settings.rows(base, 2, shape);
        double[] v = new double[d];
        rng.fillGaussian(v, 0, d);
        scale(v, 1 / Math.sqrt(d)); // v ~ N(0, I/d)
        return new State(
                shape.start().x().clone(),
                step * shape.start().spread(),
                v,
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
        double[] z = new double[d];
        for (int at = 0; at < out.x().length; at += d) {
            rng.fillGaussian(z, 0, d);
            s.normal.colour(z);
            System.arraycopy(s.mean, 0, out.x(), at, d);
            add(s.sigma, z, 0, out.x(), at, d);
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        moveMean(s, told);
        boolean moving = adaptSigma(s);
        movePathC(s, moving);
        adaptCovariance(s, moving);
        s.stagnation.learn(told);
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

    /// m ← m + σ D ȳ, where ȳ = Σ w_i D⁻¹(x_{i:λ} − m)/σ.
    private static void moveMean(State s, Batch told) {
        int d = s.mean.length;
        double[] weights = s.recombination.weights();
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < weights.length; i++) {
            s.normal.step(told.x(), i * d, s.mean, s.sigma, s.steps, i * d);
            add(weights[i], s.steps, i * d, s.shift, 0, d);
        }
        for (int j = 0; j < d; j++) {
            s.mean[j] += s.sigma * s.normal.scale()[j] * s.shift[j];
        }
    }

    /// p_σ ← (1 − c_σ) p_σ + √(c_σ(2 − c_σ)μ_eff) (I + v vᵀ)^{-1/2} ȳ, σ ← σ exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1)).
    ///
    /// @return h_σ: false while p_σ is long
    private static boolean adaptSigma(State s) {
        int d = s.mean.length;
        double c = s.rates.cSigma();
        double[] white = s.shift.clone();
        s.normal.straighten(white);
        scale(s.pathSigma, 1 - c);
        add(Math.sqrt(c * (2 - c) * s.recombination.mass()), white, 0, s.pathSigma, 0, d);
        double chi = Math.sqrt(d) * (1 - 1 / (4.0 * d) + 1 / (21.0 * d * d));
        double length = norm(s.pathSigma);
        s.sigma *= StrictMath.exp(Math.min(1, c / s.rates.dSigma() * (length / chi - 1)));
        return length * length < (2 + 4.0 / (d + 1)) * d;
    }

    /// p_c ← (1 − c_c) p_c + h_σ √(c_c(2 − c_c)μ_eff) Dȳ
    private static void movePathC(State s, boolean moving) {
        double c = s.rates.cC();
        double factor = moving ? Math.sqrt(c * (2 - c) * s.recombination.mass()) : 0;
        for (int j = 0; j < s.pathC.length; j++) {
            s.pathC[j] = (1 - c) * s.pathC[j] + factor * s.normal.scale()[j] * s.shift[j];
        }
    }

    /// (v, D) ← (v, D) + c_μ Σ w_i ∇(y_i) + h_σ c_1 ∇(D⁻¹p_c), shortened to the most that is allowed.
    private static void adaptCovariance(State s, boolean moving) {
        int d = s.mean.length;
        s.gradient.at(s.v);
        for (int i = 0; i < s.recombination.weights().length; i++) {
            s.gradient.add(s.rates.cMu() * s.recombination.weights()[i], s.steps, i * d);
        }
        if (moving) {
            double[] y = new double[d];
            for (int j = 0; j < d; j++) {
                y[j] = s.pathC[j] / s.normal.scale()[j];
            }
            s.gradient.add(s.rates.c1(), y, 0);
        }
        s.gradient.solve();
        double[] ofV = s.gradient.ofV();
        double[] ofD = s.gradient.ofD();
        double length = Math.sqrt(dot(s.v, 0, s.v, 0, d));
        double factor = Math.min(1, Math.min(MOST * length / norm(ofV), MOST / largest(ofD)));
        add(factor, ofV, 0, s.v, 0, d);
        for (int j = 0; j < d; j++) {
            s.normal.scale()[j] *= 1 + factor * ofD[j];
        }
        s.turn();
    }
}
