package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.linear.Vectors.norm;

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

/// CMA-ES with a diagonal covariance matrix, which learns (d + 2)/3 times faster: O(d) time per evaluation.
///
/// Ros and Hansen, "A simple modification in CMA-ES achieving linear time and space complexity" (PPSN 2008), figure 1
/// and table 1. The mean starts at `shape.start().x()`, the step size σ at `step` times `shape.start().spread()`
/// natural steps.
///
/// Deviations: rows farther than √d + 5 standard deviations from the mean are drawn in to that distance, which their
/// own do not reach; σ grows at most by the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param rateCovariance c_cov, `(0, 1)`, or 0 for the paper's
/// @param tolerance of function values and standard deviations, below which the search has finished
public record SepCmaEs(int population, int parents, double step, double rateCovariance, double tolerance)
        implements Generational<SepCmaEs.State> {

    public SepCmaEs {
        Options.check("separable CMA-ES", population, parents, step, tolerance);
        Options.checkRates("separable CMA-ES", rateCovariance);
    }

    /// The paper's defaults.
    public SepCmaEs() {
        this(0, 0, 1, 0, 1e-12);
    }

    public SepCmaEs withPopulation(int lambda, int mu) {
        return new SepCmaEs(lambda, mu, step, rateCovariance, tolerance);
    }

    public SepCmaEs withStep(double naturalSteps) {
        return new SepCmaEs(population, parents, naturalSteps, rateCovariance, tolerance);
    }

    public SepCmaEs withRate(double covariance) {
        return new SepCmaEs(population, parents, step, covariance, tolerance);
    }

    public SepCmaEs withTolerance(double least) {
        return new SepCmaEs(population, parents, step, rateCovariance, least);
    }

    /// The search distribution N(m, σ²C) with diagonal C, and its paths.
    public static final class State {
        final Recombination recombination;
        final Ending ending;
        final double cSigma;
        final double dSigma;
        final double cC;
        final double cCov;
        final double chi;
        final double[] mean;
        final double[] pathSigma;
        final double[] pathC;
        /// Diagonal of C.
        final double[] covariance;
        /// Its square roots.
        final double[] lengths;
        /// z of one row.
        final double[] row;
        /// ⟨z⟩_w.
        final double[] shift;
        /// Σ w_i z_{i:λ}², column by column.
        final double[] squares;
        double sigma;
        long generation;

        @Nullable
        String finished;

        State(Recombination r, double[] start, double sigma, double cCov, double tolerance) {
            int d = start.length;
            recombination = r;
            ending = new Ending(d, r.lambda(), sigma, tolerance);
            cSigma = (r.muEff() + 2) / (d + r.muEff() + 3);
            dSigma = r.damping(d, cSigma);
            cC = 4 / (d + 4.0);
            this.cCov = cCov;
            chi = Math.sqrt(d) * (1 - 1 / (4.0 * d) + 1 / (21.0 * d * d));
            mean = start.clone();
            pathSigma = new double[d];
            pathC = new double[d];
            covariance = new double[d];
            lengths = new double[d];
            Arrays.fill(covariance, 1);
            Arrays.fill(lengths, 1);
            row = new double[d];
            shift = new double[d];
            squares = new double[d];
            this.sigma = sigma;
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        Recombination r = Recombination.of(shape, population, parents);
        double cCov = Options.or(rateCovariance, rate(shape.dimension(), r.muEff()));
        return new State(r, shape.start().x(), step * shape.start().spread(), cCov, tolerance);
    }

    /// (d + 2)/3 times c_cov = 1/μ_eff · 2/(d + √2)² + (1 − 1/μ_eff) min(1, (2μ_eff − 1)/((d + 2)² + μ_eff)), at most 1
    static double rate(int d, double muEff) {
        double one = 2 / ((d + Math.sqrt(2)) * (d + Math.sqrt(2)));
        double many = Math.min(1, (2 * muEff - 1) / ((d + 2.0) * (d + 2.0) + muEff));
        return Math.min(1, (d + 2) / 3.0 * (one / muEff + (1 - 1 / muEff) * many));
    }

    @Override
    public int size(State s) {
        return s.recombination.lambda();
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        double[] x = out.x();
        for (int at = 0; at < x.length; at += d) {
            rng.fillGaussian(x, at, d);
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + s.sigma * s.lengths[j] * x[at + j];
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        average(s, told);
        s.generation++;
        s.recombination.cumulate(s.pathSigma, s.cSigma, s.shift); // p_σ
        move(s);
        adaptCovariance(s);
        double exponent = s.cSigma / s.dSigma * (norm(s.pathSigma) / s.chi - 1);
        s.sigma *= StrictMath.exp(Math.min(1, exponent)); // σ ← σ exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1))
        String reason = s.ending.reason(told, s.mean, s.sigma * Vectors.largest(s.lengths));
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

    /// ⟨z⟩_w and Σ w_i z_{i:λ}², where z = (x − m)/(σ√c).
    private static void average(State s, Batch told) {
        int d = s.mean.length;
        double limit = Math.sqrt(d) + 5;
        Arrays.fill(s.shift, 0);
        Arrays.fill(s.squares, 0);
        for (int i = 0; i < s.recombination.mu(); i++) {
            whiten(s, told.x(), i * d);
            double length = norm(s.row);
            double factor = length > limit ? limit / length : 1;
            double w = s.recombination.weights()[i];
            for (int j = 0; j < d; j++) {
                double z = factor * s.row[j];
                s.shift[j] += w * z;
                s.squares[j] += w * z * z;
            }
        }
    }

    private static void whiten(State s, double[] x, int at) {
        for (int j = 0; j < s.row.length; j++) {
            s.row[j] = (x[at + j] - s.mean[j]) / (s.sigma * s.lengths[j]);
        }
    }

    /// m ← m + σ⟨y⟩_w and p_c ← (1 − c_c) p_c + h_σ √(c_c(2 − c_c)μ_eff) ⟨y⟩_w, where y = √c z
    private static void move(State s) {
        int d = s.mean.length;
        for (int j = 0; j < d; j++) {
            s.shift[j] *= s.lengths[j];
            s.mean[j] += s.sigma * s.shift[j];
        }
        double unbiased = Math.sqrt(1 - StrictMath.pow(1 - s.cSigma, 2.0 * s.generation));
        if (norm(s.pathSigma) / unbiased < (1.4 + 2.0 / (d + 1)) * s.chi) {
            s.recombination.cumulate(s.pathC, s.cC, s.shift);
        } else {
            Vectors.scale(s.pathC, 1 - s.cC); // h_σ = 0
        }
    }

    /// c ← (1 − c_cov) c + c_cov/μ_eff p_c² + c_cov (1 − 1/μ_eff) Σ w_i y_{i:λ}², column by column
    private static void adaptCovariance(State s) {
        double one = s.cCov / s.recombination.muEff();
        double many = s.cCov - one;
        for (int j = 0; j < s.covariance.length; j++) {
            double c = s.covariance[j];
            s.covariance[j] = (1 - s.cCov + many * s.squares[j]) * c + one * s.pathC[j] * s.pathC[j];
        }
        for (int j = 0; j < s.covariance.length; j++) {
            s.lengths[j] = Math.sqrt(s.covariance[j]);
        }
    }
}
