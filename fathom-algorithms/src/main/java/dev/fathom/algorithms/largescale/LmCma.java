package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Limited-memory CMA-ES: the Cholesky factor is reconstructed from m directions, O(m d) time per evaluation.
///
/// Loshchilov, "LM-CMA: an alternative to L-BFGS for large-scale black box optimization" (Evolutionary Computation
/// 2017, arXiv 1511.00221), and its first version, "A computationally efficient limited memory CMA-ES for large scale
/// optimization" (GECCO 2014, arXiv 1404.5520). The mean starts at `shape.start().x()`, the step size σ at `step` times
/// `shape.start().spread()` natural steps.
///
/// Deviations:
/// - v_i is computed from the A of its time, see [Factor];
/// - the first generation, with no other to be compared with, does not change σ; σ grows at most by the factor e in a
///   generation;
/// - rows so far from the mean that its own do not reach them are drawn in.
///
/// @param version which of the two papers
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param vectors m ≥ 1, or 0 for 4 + ⌊3 ln d⌋
/// @param gap N_steps ≥ 1, generations between the vectors kept, or 0 for the version's
/// @param rateCovariance c_1, `(0, 1)`, or 0 for 1/(10 ln(d + 1))
/// @param ratePath c_c, `(0, 1)`, or 0 for the version's
/// @param target z*, the population success at which σ stays, `(0, 1)`, or 0 for the version's
/// @param tolerance of function values and standard deviations, below which the search has finished
public record LmCma(
        Version version,
        int population,
        int parents,
        double step,
        int vectors,
        int gap,
        double rateCovariance,
        double ratePath,
        double target,
        double tolerance)
        implements Generational<LmCma.State> {

    private static final double RATE_SIGMA = 0.3;
    private static final double DAMPING = 1;

    /// How rows are drawn, and the defaults that go with it.
    public enum Version {
        /// Rows of normal numbers with all vectors; an update in each generation, N_steps = m, c_c = 1/m, z* = 0.25.
        GECCO_2014,
        /// Rows of signs ±1 in pairs m ± σAz, each pair with a random number of the youngest vectors, mostly few; an
        /// update after each ⌊ln d⌋ generations, N_steps = d, c_c = 1/(2√d), z* = 0.3.
        ECJ_2017
    }

    public LmCma {
        Options.check("LM-CMA", population, parents, step, tolerance);
        Options.checkRates("LM-CMA", rateCovariance, ratePath, target);
        Options.checkMemory("LM-CMA", vectors, 0, gap);
    }

    /// The defaults of a version.
    public LmCma(Version version) {
        this(version, 0, 0, 1, 0, 0, 0, 0, 0, 1e-12);
    }

    /// The defaults of 2017.
    public LmCma() {
        this(Version.ECJ_2017);
    }

    public LmCma withPopulation(int lambda, int mu) {
        return new LmCma(version, lambda, mu, step, vectors, gap, rateCovariance, ratePath, target, tolerance);
    }

    public LmCma withStep(double naturalSteps) {
        return new LmCma(
                version, population, parents, naturalSteps, vectors, gap, rateCovariance, ratePath, target, tolerance);
    }

    public LmCma withMemory(int m, int generations) {
        return new LmCma(
                version, population, parents, step, m, generations, rateCovariance, ratePath, target, tolerance);
    }

    public LmCma withRates(double covariance, double path) {
        return new LmCma(version, population, parents, step, vectors, gap, covariance, path, target, tolerance);
    }

    public LmCma withTarget(double success) {
        return new LmCma(
                version, population, parents, step, vectors, gap, rateCovariance, ratePath, success, tolerance);
    }

    public LmCma withTolerance(double least) {
        return new LmCma(version, population, parents, step, vectors, gap, rateCovariance, ratePath, target, least);
    }

    /// The search distribution N(m, σ²AAᵀ), and its path.
    public static final class State {
        final boolean fast;
        final Recombination recombination;
        final SuccessRule rule;
        final Ending ending;
        final Directions directions;
        final Factor factor;
        final int period;
        final int gap;
        final double cC;
        final double[] mean;
        /// p_c.
        final double[] path;
        /// ⟨y⟩_w.
        final double[] shift;
        /// z.
        final double[] noise;
        double sigma;
        long generation;

        @Nullable
        String finished;

        State(Recombination r, LmCma o, Shape shape) {
            int d = shape.dimension();
            int m = o.vectors > 0 ? o.vectors : 4 + (int) (3 * StrictMath.log(d));
            fast = o.version == Version.ECJ_2017;
            recombination = r;
            rule = populationSuccess(r.lambda(), Options.or(o.target, fast ? 0.3 : 0.25));
            sigma = o.step * shape.start().spread();
            ending = new Ending(d, r.lambda(), sigma, o.tolerance);
            directions = new Directions(m, d);
            factor = new Factor(directions, d, Options.or(o.rateCovariance, 1 / (10 * StrictMath.log(d + 1))));
            period = fast ? Math.max(1, (int) StrictMath.log(d)) : 1;
            gap = o.gap > 0 ? o.gap : fast ? d : m;
            cC = Options.or(o.ratePath, fast ? 0.5 / Math.sqrt(d) : 1.0 / m);
            mean = shape.start().x().clone();
            path = new double[d];
            shift = new double[d];
            noise = new double[d];
        }
    }

    /// z_PSR = Σ (R_i − r_i)/λ² − z* over all rows.
    private static SuccessRule populationSuccess(int lambda, double target) {
        double[] equal = new double[lambda];
        Arrays.fill(equal, 1.0 / lambda);
        return new SuccessRule(equal, RATE_SIGMA, target, DAMPING);
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        return new State(Recombination.of(shape, population, parents), this, shape);
    }

    @Override
    public int size(State s) {
        return s.recombination.lambda();
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        for (int i = 0; i < out.size(); i++) {
            if (s.fast && i % 2 == 1) {
                Mirror.reflect(s.mean, out.x(), (i - 1) * d, i * d);
            } else {
                draw(s, i, out.x(), i * d, rng);
            }
        }
    }

    /// x = m + σAz
    private static void draw(State s, int row, double[] x, int at, Rng rng) {
        int used = s.directions.count();
        if (s.fast) {
            double spread = row == 0 ? 40 : 4; // m_σ, the first row looks farther back
            used = (int) Math.min(used, spread * Math.abs(rng.nextGaussian()));
            Mirror.signs(s.noise, rng);
        } else {
            rng.fillGaussian(s.noise, 0, s.noise.length);
        }
        s.factor.multiply(s.sigma, s.noise, used, x, at);
        Vectors.add(1, s.mean, 0, x, at, s.mean.length);
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        s.recombination.shift(told, s.mean, s.sigma, s.factor.reach(), s.shift);
        Vectors.add(s.sigma, s.shift, 0, s.mean, 0, s.mean.length); // m ← m + σ⟨y⟩_w
        s.recombination.cumulate(s.path, s.cC, s.shift); // p_c ← (1 − c_c) p_c + √(c_c(2 − c_c)μ_eff) ⟨y⟩_w
        if (s.generation % s.period == 0) {
            s.factor.renew(s.directions.keep(s.path, s.generation, s.gap));
        }
        s.generation++;
        s.sigma *= s.rule.factor(told);
        String reason = s.ending.reason(told, s.mean, s.sigma * s.factor.width());
        s.finished = s.finished == null ? reason : s.finished;
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
}
