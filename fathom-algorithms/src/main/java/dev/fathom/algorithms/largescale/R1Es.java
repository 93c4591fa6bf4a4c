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

/// Rank-one evolution strategy: the covariance is the identity and one path, O(d) time per evaluation.
///
/// Li and Zhang, "A simple yet efficient evolution strategy for large-scale black-box optimization" (IEEE TEVC 2018),
/// algorithm 1. The mean starts at `shape.start().x()`, the step size σ at `step` times `shape.start().spread()`
/// natural steps.
///
/// Deviations: the first generation, with no other to be compared with, does not change σ (the paper evaluates the
/// starting point for that); rows so far from the mean that its own do not reach them are drawn in; σ grows at most by
/// the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param rateCovariance c_cov, `(0, 1)`, or 0 for 1/(3√d + 5)
/// @param ratePath c, `(0, 1)`, or 0 for 2/(d + 7)
/// @param target q*, the rank-based success at which σ stays, `(0, 1)`; 0.3 in the paper
/// @param rateSigma c_s, `(0, 1)`; 0.3 in the paper
/// @param damping d_σ, `(0, ∞)`; 1 in the paper
/// @param tolerance of function values and standard deviations, below which the search has finished
public record R1Es(
        int population,
        int parents,
        double step,
        double rateCovariance,
        double ratePath,
        double target,
        double rateSigma,
        double damping,
        double tolerance)
        implements Generational<R1Es.State> {

    public R1Es {
        Options.check("R1-ES", population, parents, step, tolerance);
        Options.checkRates("R1-ES", rateCovariance, ratePath);
        Options.checkRule("R1-ES", target, rateSigma, damping);
    }

    /// The paper's defaults.
    public R1Es() {
        this(0, 0, 1, 0, 0, 0.3, 0.3, 1, 1e-12);
    }

    public R1Es withPopulation(int lambda, int mu) {
        return new R1Es(lambda, mu, step, rateCovariance, ratePath, target, rateSigma, damping, tolerance);
    }

    public R1Es withStep(double steps) {
        return new R1Es(population, parents, steps, rateCovariance, ratePath, target, rateSigma, damping, tolerance);
    }

    public R1Es withRates(double covariance, double path) {
        return new R1Es(population, parents, step, covariance, path, target, rateSigma, damping, tolerance);
    }

    public R1Es withRule(double success, double rate, double slowness) {
        return new R1Es(population, parents, step, rateCovariance, ratePath, success, rate, slowness, tolerance);
    }

    public R1Es withTolerance(double least) {
        return new R1Es(population, parents, step, rateCovariance, ratePath, target, rateSigma, damping, least);
    }

    /// The search distribution N(m, σ²((1 − c_cov) I + c_cov p pᵀ)).
    public static final class State {
        final Recombination recombination;
        final SuccessRule rule;
        final Ending ending;
        final double cCov;
        final double c;
        final double[] mean;
        /// p.
        final double[] path;
        /// ⟨y⟩_w.
        final double[] shift;
        double sigma;

        @Nullable
        String finished;

        State(Recombination r, R1Es options, Shape shape) {
            int d = shape.dimension();
            recombination = r;
            rule = new SuccessRule(r.weights(), options.rateSigma, options.target, options.damping);
            sigma = options.step * shape.start().spread();
            ending = new Ending(d, r.lambda(), sigma, options.tolerance);
            cCov = Options.or(options.rateCovariance, 1 / (3 * Math.sqrt(d) + 5));
            c = Options.or(options.ratePath, 2 / (d + 7.0));
            mean = shape.start().x().clone();
            path = new double[d];
            shift = new double[d];
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
        double wide = s.sigma * Math.sqrt(1 - s.cCov);
        for (int at = 0; at < x.length; at += d) {
            rng.fillGaussian(x, at, d);
            double along = s.sigma * Math.sqrt(s.cCov) * rng.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + wide * x[at + j] + along * s.path[j]; // x = m + σ(√(1−c_cov) z + √c_cov r p)
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int d = s.mean.length;
        double length = s.cCov * Vectors.dot(s.path, 0, s.path, 0, d);
        double limit = Recombination.reach((1 - s.cCov) * d + length, 1 - s.cCov + length);
        s.recombination.shift(told, s.mean, s.sigma, limit, s.shift);
        Vectors.add(s.sigma, s.shift, 0, s.mean, 0, d); // m ← m + σ⟨y⟩_w
        s.recombination.cumulate(s.path, s.c, s.shift); // p ← (1 − c) p + √(c(2 − c)μ_eff) ⟨y⟩_w
        s.sigma *= s.rule.factor(told);
        String reason = s.ending.reason(told, s.mean, s.sigma * Math.sqrt(1 + length));
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
