package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;
import static dev.fathom.algorithms.linear.Vectors.norm;
import static dev.fathom.algorithms.linear.Vectors.scale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Rank-one natural evolution strategy: a covariance e^{2l}(I + v vᵀ), O(d) per evaluation.
///
/// Sun, Gomez, Schaul and Schmidhuber, "A linear time natural evolution strategy for non-separable functions" (GECCO
/// 2013). The mean starts at `shape.start().x()`, e^l at `step` times `shape.start().spread()`, v at a random unit
/// vector. Its natural gradient is that of l and v together. Where it shortens v, the logarithm of its length is
/// changed
/// instead, so that v does not change its sign.
///
/// Deviations: with one column there is no v; rows that are farther than √d + 5 standard deviations from the mean are
/// drawn in to there; e^l grows at most by the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for ⌊max(5, 4 log₂ d, d/5)⌋, multiplied by `shape.start().population()`; never less
///     than the number of workers
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param rateMean η of the mean, `(0, ∞)`; 1 in the paper
/// @param rateSigma η of l and v, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record R1nes(int population, double step, double rateMean, double rateSigma, double tolerance)
        implements Generational<R1nes.State> {

    public R1nes {
        Settings.check("R1NES", population == 0 ? 2 : population, 2, step, rateMean, rateSigma, tolerance);
    }

    /// The paper's population, rate 0.1.
    public R1nes() {
        this(0, 1, 1, 0.1, 1e-12);
    }

    public R1nes withPopulation(int lambda) {
        return new R1nes(lambda, step, rateMean, rateSigma, tolerance);
    }

    public R1nes withStep(double naturalSteps) {
        return new R1nes(population, naturalSteps, rateMean, rateSigma, tolerance);
    }

    public R1nes withRates(double mean, double sigma) {
        return new R1nes(population, step, mean, sigma, tolerance);
    }

    public R1nes withTolerance(double least) {
        return new R1nes(population, step, rateMean, rateSigma, least);
    }

    /// The search distribution N(m, e^{2l}(I + v vᵀ)) and the gradient of a generation.
    public static final class State {
        final double[] mean;
        final double[] v;
        final double[] utilities;
        final Stagnation stagnation;
        final double[] s;
        final double[] gradientMean;
        final double[] gradientV;
        double gradientL;
        double l;

        State(double[] mean, double[] v, double l, double[] utilities, Stagnation stagnation) {
            this.mean = mean;
            this.v = v;
            this.l = l;
            this.utilities = utilities;
            this.stagnation = stagnation;
            s = new double[mean.length];
            gradientMean = new double[mean.length];
            gradientV = new double[mean.length];
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        int base = population > 0
                ? population
                : (int) Math.max(5, Math.max(4 * StrictMath.log(d) / StrictMath.log(2), 0.2 * d));
        int lambda = Settings.rows(base, 2, shape);
        double[] v = new double[d];
        if (d > 1) {
            rng.fillGaussian(v, 0, d);
            scale(v, 1 / norm(v));
        }
        double l = StrictMath.log(step * shape.start().spread());
        Stagnation stagnation = new Stagnation(d, base, tolerance);
        return new State(shape.start().x().clone(), v, l, Utilities.logarithmic(lambda), stagnation);
    }

    @Override
    public int size(State s) {
        return s.utilities.length;
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        double sigma = StrictMath.exp(s.l);
        double[] x = out.x();
        for (int at = 0; at < x.length; at += d) {
            double z0 = rng.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + sigma * (rng.nextGaussian() + s.v[j] * z0);
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int d = s.mean.length;
        double sigma = StrictMath.exp(s.l);
        Arrays.fill(s.gradientMean, 0);
        Arrays.fill(s.gradientV, 0);
        s.gradientL = 0;
        for (int k = 0; k < s.utilities.length && s.utilities[k] > 0; k++) {
            for (int j = 0; j < d; j++) {
                s.s[j] = (told.x()[k * d + j] - s.mean[j]) / sigma;
            }
            addGradient(s, s.utilities[k]);
        }
        add(rateMean * sigma, s.gradientMean, 0, s.mean, 0, d); // m ← m + e^l Σ u_k s_k
        if (d > 1) {
            moveV(s);
        }
        s.l += Math.min(1, rateSigma * s.gradientL);
        s.stagnation.learn(told);
        return s;
    }

    @Override
    public Optional<String> finished(State s) {
        return s.stagnation.reason(StrictMath.exp(s.l) * Math.sqrt(1 + dot(s.v, 0, s.v, 0, s.v.length) / s.v.length));
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }

    /// Adds u times the natural gradient of a row s = (x − m)/e^l with a = ‖s‖², r = ‖v‖, p = vᵀs/r:
    /// s for the mean; ((a − d) − (p² − 1))/(2(d − 1)) for l; κ v/r + (p/r) s with
    /// κ = ((r² − d + 2)p² − (r² + 1)a)/(2r(d − 1)) for v.
    private static void addGradient(State s, double u) {
        int d = s.mean.length;
        double r = norm(s.v);
        double a = dot(s.s, 0, s.s, 0, d);
        double p = d > 1 ? dot(s.v, 0, s.s, 0, d) / r : 0;
        double limit = Math.sqrt(d) + 5;
        double near = Math.min(1, limit / Math.sqrt(a - p * p * r * r / (1 + r * r))); // ‖(I + v vᵀ)^{-1/2} s‖
        a *= near * near;
        p *= near;
        add(u * near, s.s, 0, s.gradientMean, 0, d);
        if (d == 1) {
            s.gradientL += u * (a - 1) / 2;
            return;
        }
        s.gradientL += u * ((a - d) - (p * p - 1)) / (2 * (d - 1));
        double kappa = ((r * r - d + 2) * p * p - (r * r + 1) * a) / (2 * r * (d - 1));
        add(u * kappa / r, s.v, 0, s.gradientV, 0, d);
        add(u * p / r * near, s.s, 0, s.gradientV, 0, d);
    }

    /// Along g, at most twice the length of v; where v would get shorter, its direction and the logarithm c of its
    /// length move by (g/r)'s parts across and along v.
    private void moveV(State s) {
        int d = s.mean.length;
        double r = norm(s.v);
        double length = norm(s.gradientV);
        if (!(length > 0)) {
            return;
        }
        double eta = Math.min(rateSigma, 2 * r / length);
        double along = dot(s.gradientV, 0, s.v, 0, d) / (r * r);
        if (along > 0) {
            add(eta, s.gradientV, 0, s.v, 0, d);
            return;
        }
        scale(s.v, 1 / r - eta * along / r);
        add(eta / r, s.gradientV, 0, s.v, 0, d);
        scale(s.v, r * StrictMath.exp(eta * along) / norm(s.v));
    }
}
