package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rank-m evolution strategy: the covariance is the identity and m states of the path, O(m d) time per evaluation.
///
/// Li and Zhang, "A simple yet efficient evolution strategy for large-scale black-box optimization" (IEEE TEVC 2018),
/// algorithms 2 and 3. The mean starts at `shape.start().x()`, the step size σ at `step` times
/// `shape.start().spread()` natural steps.
///
/// Deviations: those of [R1Es].
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param vectors m ≥ 1; 2 by default
/// @param gap T ≥ 1, generations between the vectors kept, or 0 for d
/// @param rateCovariance c_cov, `(0, 1)`, or 0 for 1/(3√d + 5)
/// @param ratePath c, `(0, 1)`, or 0 for 2/(d + 7)
/// @param target q*, the rank-based success at which σ stays, `(0, 1)`; 0.3 in the paper
/// @param rateSigma c_s, `(0, 1)`; 0.3 in the paper
/// @param damping d_σ, `(0, ∞)`; 1 in the paper
/// @param tolerance of function values and standard deviations, below which the search has finished
public record RmEs(
        int population,
        int parents,
        double step,
        int vectors,
        int gap,
        double rateCovariance,
        double ratePath,
        double target,
        double rateSigma,
        double damping,
        double tolerance)
        implements Generational<RmEs.State> {

    public RmEs {
        Options.check("Rm-ES", population, parents, step, tolerance);
        Options.checkRates("Rm-ES", rateCovariance, ratePath);
        Options.checkRule("Rm-ES", target, rateSigma, damping);
        Options.checkMemory("Rm-ES", vectors, 1, gap);
    }

    /// The defaults: two vectors.
    public RmEs() {
        this(0, 0, 1, 2, 0, 0, 0, 0.3, 0.3, 1, 1e-12);
    }

    public RmEs withPopulation(int lambda, int mu) {
        return new RmEs(
                lambda, mu, step, vectors, gap, rateCovariance, ratePath, target, rateSigma, damping, tolerance);
    }

    public RmEs withStep(double steps) {
        return new RmEs(
                population,
                parents,
                steps,
                vectors,
                gap,
                rateCovariance,
                ratePath,
                target,
                rateSigma,
                damping,
                tolerance);
    }

    public RmEs withMemory(int m, int generations) {
        return new RmEs(
                population,
                parents,
                step,
                m,
                generations,
                rateCovariance,
                ratePath,
                target,
                rateSigma,
                damping,
                tolerance);
    }

    public RmEs withRates(double covariance, double path) {
        return new RmEs(
                population, parents, step, vectors, gap, covariance, path, target, rateSigma, damping, tolerance);
    }

    public RmEs withRule(double success, double rate, double slowness) {
        return new RmEs(
                population, parents, step, vectors, gap, rateCovariance, ratePath, success, rate, slowness, tolerance);
    }

    public RmEs withTolerance(double least) {
        return new RmEs(
                population, parents, step, vectors, gap, rateCovariance, ratePath, target, rateSigma, damping, least);
    }

    /// The search distribution N(m, σ²C), C = (1 − c_cov)^m I + c_cov Σ (1 − c_cov)^{m−i} p_i p_iᵀ, and its path.
    public static final class State {
        final Recombination recombination;
        final SuccessRule rule;
        final Ending ending;
        final Directions directions;
        final int gap;
        final double cCov;
        final double c;
        final double[] mean;
        final double[] path;
        /// ⟨y⟩_w.
        final double[] shift;
        double sigma;
        long generation;

        @Nullable
        String finished;

        State(Recombination r, RmEs options, Shape shape) {
            int d = shape.dimension();
            recombination = r;
            rule = new SuccessRule(r.weights(), options.rateSigma, options.target, options.damping);
            sigma = options.step * shape.start().spread();
            ending = new Ending(d, r.lambda(), sigma, options.tolerance);
            directions = new Directions(options.vectors, d);
            gap = options.gap > 0 ? options.gap : d;
            cCov = Options.or(options.rateCovariance, 1 / (3 * Math.sqrt(d) + 5));
            c = Options.or(options.ratePath, 2 / (d + 7.0));
            mean = shape.start().x().clone();
            path = new double[d];
            shift = new double[d];
        }

        /// Weight of the i-th oldest vector in C: c_cov (1 − c_cov)^{m−i}, counted from the youngest.
        double weight(int i) {
            return cCov * StrictMath.pow(1 - cCov, directions.count() - 1 - i);
        }

        /// Weight of the identity in C.
        double rest() {
            return StrictMath.pow(1 - cCov, directions.count());
        }
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
        double[] x = out.x();
        double wide = s.sigma * Math.sqrt(s.rest());
        for (int at = 0; at < x.length; at += d) {
            rng.fillGaussian(x, at, d);
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + wide * x[at + j];
            }
            for (int i = 0; i < s.directions.count(); i++) {
                double along = s.sigma * Math.sqrt(s.weight(i)) * rng.nextGaussian();
                Vectors.add(along, s.directions.vectors, s.directions.offset(i), x, at, d);
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        double along = 0;
        for (int i = 0; i < s.directions.count(); i++) {
            along += s.weight(i) * s.directions.square(i);
        }
        double limit = Recombination.reach(s.rest() * s.mean.length + along, s.rest() + along);
        s.recombination.shift(told, s.mean, s.sigma, limit, s.shift);
        Vectors.add(s.sigma, s.shift, 0, s.mean, 0, s.mean.length); // m ← m + σ⟨y⟩_w
        s.recombination.cumulate(s.path, s.c, s.shift); // p ← (1 − c) p + √(c(2 − c)μ_eff) ⟨y⟩_w
        s.directions.keep(s.path, s.generation++, s.gap + 1L); // the oldest goes if all distances are above T
        s.sigma *= s.rule.factor(told);
        String reason = s.ending.reason(told, s.mean, s.sigma * Math.sqrt(1 + along));
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
