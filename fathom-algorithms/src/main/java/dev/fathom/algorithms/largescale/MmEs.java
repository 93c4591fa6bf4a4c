package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Normal;
import dev.fathom.math.Rng;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mixture model evolution strategy: each row mixes a few of 2⌈√d⌉ directions, O(d) time per evaluation, O(d√d) memory.
///
/// He, Zheng and Zhou, "MMES: mixture model-based evolution strategy for large-scale optimization" (IEEE TEVC 2021),
/// algorithms 1 to 3. The mean starts at `shape.start().x()`, the step size σ at `step` times `shape.start().spread()`
/// natural steps.
///
/// Deviations:
/// - while there are fewer than m directions, those there are get drawn; the paper draws from m with near-zero ones;
/// - c_a is at most 0.2, which it exceeds for d < 19 only: beyond, nothing but the directions would be searched;
/// - the first generation, with no other to be compared with, does not change σ (the paper evaluates the starting
///   point for that); σ grows at most by the factor e in a generation;
/// - rows so far from the mean that its own do not reach them are drawn in.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param vectors m ≥ 1, or 0 for 2⌈√d⌉
/// @param strength l ≥ 1, how many directions a row mixes; 4 in the paper
/// @param rateCovariance c_a, `(0, 1)`, or 0 for 3.8/d
/// @param ratePath c_c, `(0, 1)`, or 0 for 0.4/√d
/// @param significance q*, target of the paired test, `(0, 1)`; 0.05 in the paper
/// @param tolerance of function values and standard deviations, below which the search has finished
public record MmEs(
        int population,
        int parents,
        double step,
        int vectors,
        int strength,
        double rateCovariance,
        double ratePath,
        double significance,
        double tolerance)
        implements Generational<MmEs.State> {

    private static final double RATE_SIGMA = 0.3;
    private static final double LARGEST_RATE = 0.2;

    public MmEs {
        Options.check("MMES", population, parents, step, tolerance);
        Options.checkRates("MMES", rateCovariance, ratePath);
        Options.checkRule("MMES", significance, RATE_SIGMA, 1);
        Options.checkMemory("MMES", vectors, 0, 0);
        if (strength < 1) {
            throw new IllegalArgumentException("MMES cannot mix " + strength + " directions. Maybe 4?");
        }
    }

    /// The paper's defaults.
    public MmEs() {
        this(0, 0, 1, 0, 4, 0, 0, 0.05, 1e-12);
    }

    public MmEs withPopulation(int lambda, int mu) {
        return new MmEs(lambda, mu, step, vectors, strength, rateCovariance, ratePath, significance, tolerance);
    }

    public MmEs withStep(double steps) {
        return new MmEs(
                population, parents, steps, vectors, strength, rateCovariance, ratePath, significance, tolerance);
    }

    public MmEs withMixture(int m, int directions) {
        return new MmEs(population, parents, step, m, directions, rateCovariance, ratePath, significance, tolerance);
    }

    public MmEs withRates(double covariance, double path) {
        return new MmEs(population, parents, step, vectors, strength, covariance, path, significance, tolerance);
    }

    public MmEs withSignificance(double target) {
        return new MmEs(population, parents, step, vectors, strength, rateCovariance, ratePath, target, tolerance);
    }

    public MmEs withTolerance(double least) {
        return new MmEs(population, parents, step, vectors, strength, rateCovariance, ratePath, significance, least);
    }

    /// The search distribution, a mixture of normal ones around m, and its path.
    public static final class State {
        final Recombination recombination;
        final PreviousGeneration previous = new PreviousGeneration();
        final Ending ending;
        final Directions directions;
        final int strength;
        final double cA;
        final double cC;
        final double significance;
        /// γ = 1 − (1 − c_a)^m, share of the directions in the variance.
        final double gamma;
        final double[] mean;
        final double[] path;
        /// ⟨y⟩_w.
        final double[] shift;
        double sigma;
        double s;
        long generation;

        @Nullable
        String finished;

        State(Recombination r, MmEs o, Shape shape) {
            int d = shape.dimension();
            recombination = r;
            sigma = o.step * shape.start().spread();
            ending = new Ending(d, r.lambda(), sigma, o.tolerance);
            directions = new Directions(o.vectors > 0 ? o.vectors : 2 * (int) Math.ceil(Math.sqrt(d)), d);
            strength = o.strength;
            cA = Options.or(o.rateCovariance, Math.min(LARGEST_RATE, 3.8 / d));
            cC = Options.or(o.ratePath, 0.4 / Math.sqrt(d));
            significance = o.significance;
            gamma = 1 - StrictMath.pow(1 - cA, directions.capacity());
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
        for (int i = 0; i < out.size(); i++) {
            if (i % 2 == 1) {
                Mirror.reflect(s.mean, out.x(), (i - 1) * d, i * d);
            } else {
                draw(s, out.x(), i * d, rng);
            }
        }
    }

    /// x = m + σ(√(1 − γ) z + √(γ/l) Σ r_k q_{i_k}), the k-th youngest with probability c_a(1 − c_a)^k
    private static void draw(State s, double[] x, int at, Rng rng) {
        int d = s.mean.length;
        int count = s.directions.count();
        double wide = s.sigma * Math.sqrt(1 - s.gamma);
        rng.fillGaussian(x, at, d);
        for (int j = 0; j < d; j++) {
            x[at + j] = s.mean[j] + wide * x[at + j];
        }
        for (int k = 0; count > 0 && k < s.strength; k++) {
            double geometric = StrictMath.log(1 - rng.nextDouble()) / StrictMath.log(1 - s.cA);
            int age = (int) (geometric % count);
            double along = s.sigma * Math.sqrt(s.gamma / s.strength) * rng.nextGaussian();
            Vectors.add(along, s.directions.vectors, s.directions.offset(count - 1 - age), x, at, d);
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int d = s.mean.length;
        double longest = 1;
        for (int i = 0; i < s.directions.count(); i++) {
            longest = Math.max(longest, s.directions.square(i));
        }
        double limit = Recombination.reach((1 - s.gamma) * d + s.gamma * longest, longest);
        s.recombination.shift(told, s.mean, s.sigma, limit, s.shift);
        Vectors.add(s.sigma, s.shift, 0, s.mean, 0, d); // m ← m + σ⟨y⟩_w
        s.recombination.cumulate(s.path, s.cC, s.shift); // p ← (1 − c_c) p + √(c_c(2 − c_c)μ_eff) ⟨y⟩_w
        s.directions.keep(s.path, s.generation++, 1 + (long) Math.ceil(1 / s.cC)); // all more than 1/c_c apart
        adaptSigma(s, told);
        String reason = s.ending.reason(told, s.mean, s.sigma * Math.sqrt(longest));
        s.finished = s.finished == null ? reason : s.finished;
        return s;
    }

    /// Paired test adaptation: s ← (1 − c_s) s + √(c_s(2 − c_s)) (2L − 1)√μ_eff, where L is the weight of the ranks
    /// that improved; σ ← σ exp(Φ(s) − 1 + q*)
    private static void adaptSigma(State s, Batch told) {
        if (s.previous.fits(told)) {
            double share = s.previous.improvedShare(told, s.recombination.weights());
            double w = (2 * share - 1) * Math.sqrt(s.recombination.muEff());
            s.s = (1 - RATE_SIGMA) * s.s + Math.sqrt(RATE_SIGMA * (2 - RATE_SIGMA)) * w;
            s.sigma *= StrictMath.exp(Normal.cdf(s.s) - 1 + s.significance);
        }
        s.previous.remember(told);
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
