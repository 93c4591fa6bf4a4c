package dev.fathom.algorithms.nes;

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

/// Separable natural evolution strategy: one standard deviation per column, O(d) per evaluation.
///
/// Schaul, Glasmachers and Schmidhuber, "High dimensions and heavy tails for natural evolution strategies" (GECCO
/// 2011), algorithm 2 and table 1. The mean starts at `shape.start().x()`, every σ_j at `step` times
/// `shape.start().spread()` natural steps.
///
/// Deviation: z is computed from x and limited to ±8 in each column, which its own rows do not reach, so that late and
/// foreign rows do no harm.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param rateMean η_μ, `(0, ∞)`; 1 in the paper
/// @param rateSigma factor on η_σ = (3 + ln d)/(5√d), `(0, ∞)`
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record Snes(int population, double step, double rateMean, double rateSigma, double tolerance)
        implements Generational<Snes.State> {

    private static final double LIMIT = 8;

    public Snes {
        if (population < 0 || population == 1 || !(step > 0) || !(rateMean > 0) || !(rateSigma > 0)) {
            throw new IllegalArgumentException("SNES cannot have population " + population + ", step " + step
                    + " and learning rates " + rateMean + " and " + rateSigma
                    + ". Maybe population 0, which chooses it from the dimension, and 1 for the others?");
        }
    }

    /// The paper's defaults.
    public Snes() {
        this(0, 1, 1, 1, 1e-12);
    }

    public Snes withPopulation(int lambda) {
        return new Snes(lambda, step, rateMean, rateSigma, tolerance);
    }

    public Snes withStep(double naturalSteps) {
        return new Snes(population, naturalSteps, rateMean, rateSigma, tolerance);
    }

    public Snes withRates(double mean, double sigma) {
        return new Snes(population, step, mean, sigma, tolerance);
    }

    public Snes withTolerance(double least) {
        return new Snes(population, step, rateMean, rateSigma, least);
    }

    /// The search distribution N(μ, diag σ²).
    public static final class State {
        final double[] mean;
        final double[] sigma;
        final double[] utilities;
        final double[] gradientMean;
        final double[] gradientSigma;
        final double etaSigma;
        final double sigma0;

        State(double[] start, double sigma0, int lambda, double etaSigma) {
            mean = start.clone();
            sigma = new double[start.length];
            Arrays.fill(sigma, sigma0);
            utilities = utilities(lambda);
            gradientMean = new double[start.length];
            gradientSigma = new double[start.length];
            this.etaSigma = etaSigma;
            this.sigma0 = sigma0;
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
        int lambda = Math.max(shape.start().scale(base), shape.workers());
        double etaSigma = rateSigma * (3 + StrictMath.log(d)) / (5 * Math.sqrt(d));
        return new State(shape.start().x(), step * shape.start().spread(), lambda, etaSigma);
    }

    @Override
    public int size(State s) {
        return s.utilities.length;
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        double[] x = out.x();
        for (int at = 0; at < x.length; at += d) {
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + s.sigma[j] * rng.nextGaussian();
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        gradients(s, told);
        for (int j = 0; j < s.mean.length; j++) {
            s.mean[j] += rateMean * s.sigma[j] * s.gradientMean[j]; // μ ← μ + η_μ σ ∇_μ J
            s.sigma[j] *= StrictMath.exp(s.etaSigma / 2 * s.gradientSigma[j]); // σ ← σ exp(η_σ/2 ∇_σ J)
        }
        return s;
    }

    @Override
    public Optional<String> finished(State s) {
        double widest = Vectors.largest(s.sigma);
        if (widest < tolerance * s.sigma0) {
            return Optional.of("all standard deviations are below " + tolerance + " times the initial one");
        }
        boolean finite = Double.isFinite(widest) && Double.isFinite(Vectors.largest(s.mean));
        return finite ? Optional.empty() : Optional.of("the search distribution is not finite");
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }

    /// ∇_μ J = Σ u_k z_k and ∇_σ J = Σ u_k (z_k² − 1), where z_k = (x_{k:λ} − μ)/σ.
    private static void gradients(State s, Batch told) {
        int d = s.mean.length;
        Arrays.fill(s.gradientMean, 0);
        Arrays.fill(s.gradientSigma, 0);
        for (int k = 0; k < s.utilities.length; k++) {
            double u = s.utilities[k];
            for (int j = 0; j < d; j++) {
                double z = (told.x()[k * d + j] - s.mean[j]) / s.sigma[j];
                double near = Math.min(Math.max(z, -LIMIT), LIMIT);
                s.gradientMean[j] += u * near;
                s.gradientSigma[j] += u * (near * near - 1);
            }
        }
    }

    /// u_k = max(0, ln(λ/2 + 1) − ln k) / Σ − 1/λ for the k-th best row, k = 1 … λ.
    private static double[] utilities(int lambda) {
        double[] u = new double[lambda];
        double sum = 0;
        for (int k = 0; k < lambda; k++) {
            u[k] = Math.max(0, StrictMath.log(lambda / 2.0 + 1) - StrictMath.log(k + 1));
            sum += u[k];
        }
        for (int k = 0; k < lambda; k++) {
            u[k] = u[k] / sum - 1.0 / lambda;
        }
        return u;
    }
}
