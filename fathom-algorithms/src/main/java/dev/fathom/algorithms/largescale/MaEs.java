package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Matrix adaptation: CMA-ES without a covariance matrix and its square root, O(d²) time per evaluation.
///
/// Beyer and Sendhoff, "Simplify your covariance matrix adaptation evolution strategy" (IEEE TEVC 2017), algorithm
/// MA-ES; numbers at the lines are its lines. The matrix product of M's update is written as rank-one terms, as in the
/// fast MA-ES of Beyer, "Design principles for matrix adaptation evolution strategies" (GECCO 2020): the two differ by
/// rounding only. The mean starts at `shape.start().x()`, the step size σ at `step` times `shape.start().spread()`
/// natural steps.
///
/// Deviations:
/// - z is computed from x by the inverse of M, which is adapted beside it, and limited to the length √d + 5, so that
///   late and foreign rows do no harm;
/// - σ grows at most by the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param rateOne c_1, `(0, 1)`, or 0 for the paper's
/// @param rateMany c_w, `(0, 1)`, or 0 for the paper's
/// @param tolerance of function values and standard deviations, below which the search has finished
public record MaEs(int population, int parents, double step, double rateOne, double rateMany, double tolerance)
        implements Generational<MaEs.State> {

    private static final double ALPHA_COV = 2;
    private static final double CONDITION = 1e7;

    public MaEs {
        Options.check("MA-ES", population, parents, step, tolerance);
        Options.checkRates("MA-ES", rateOne, rateMany);
    }

    /// The paper's defaults.
    public MaEs() {
        this(0, 0, 1, 0, 0, 1e-12);
    }

    public MaEs withPopulation(int lambda, int mu) {
        return new MaEs(lambda, mu, step, rateOne, rateMany, tolerance);
    }

    public MaEs withStep(double naturalSteps) {
        return new MaEs(population, parents, naturalSteps, rateOne, rateMany, tolerance);
    }

    public MaEs withRates(double one, double many) {
        return new MaEs(population, parents, step, one, many, tolerance);
    }

    public MaEs withTolerance(double least) {
        return new MaEs(population, parents, step, rateOne, rateMany, least);
    }

    /// The search distribution N(m, σ²MMᵀ), and its path.
    public static final class State {
        final Recombination recombination;
        final Ending ending;
        final MatrixPair matrix;
        final double cSigma;
        final double dSigma;
        final double c1;
        final double cW;
        final double chi;
        final double[] mean;
        /// s, then z_{1:λ} … z_{μ:λ}, one per row, `[(1+μ)×d]`: what M is changed by.
        final double[] terms;
        /// Factors of their squares in the update.
        final double[] factors;
        /// ⟨z⟩_w.
        final double[] shift;
        /// ⟨d⟩_w = M⟨z⟩_w.
        final double[] move;
        /// Rows on their way between z and x, at least `[λ×d]`.
        double[] rows;
        double sigma;

        @Nullable
        String finished;

        State(Recombination r, MaEs o, Shape shape) {
            int d = shape.dimension();
            double muEff = r.muEff();
            recombination = r;
            sigma = o.step * shape.start().spread();
            ending = new Ending(d, r.lambda(), sigma, o.tolerance);
            matrix = new MatrixPair(d);
            cSigma = (muEff + 2) / (muEff + d + 5);
            dSigma = r.damping(d, cSigma);
            c1 = Options.or(o.rateOne, ALPHA_COV / (square(d + 1.3) + muEff));
            double many = ALPHA_COV * (muEff + 1 / muEff - 2) / (square(d + 2) + ALPHA_COV * muEff / 2);
            cW = Options.or(o.rateMany, Math.min(1 - c1, many));
            chi = Math.sqrt(d) * (1 - 1 / (4.0 * d) + 1 / (21.0 * d * d));
            mean = shape.start().x().clone();
            terms = new double[(1 + r.mu()) * d];
            factors = new double[1 + r.mu()];
            factors[0] = c1 / 2;
            for (int i = 0; i < r.mu(); i++) {
                factors[1 + i] = cW / 2 * r.weights()[i];
            }
            shift = new double[d];
            move = new double[d];
            rows = new double[r.lambda() * d];
        }

        private double[] noise(int count) {
            rows = rows.length < count ? new double[count] : rows;
            return rows;
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
        double[] z = s.noise(out.size() * d);
        rng.fillGaussian(z, 0, out.size() * d);
        s.matrix.multiply(z, out.x(), out.size()); // M6: d = M z
        for (int at = 0; at < out.x().length; at += d) {
            for (int j = 0; j < d; j++) {
                out.x()[at + j] = s.mean[j] + s.sigma * out.x()[at + j]; // M7: x = m + σd
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int d = s.mean.length;
        whiten(s, told);
        s.matrix.multiply(s.shift, s.move, 1);
        add(s.sigma, s.move, 0, s.mean, 0, d); // M9: m ← m + σ⟨d⟩_w
        double c = s.cSigma;
        for (int j = 0; j < d; j++) { // M10: s ← (1 − c_s) s + √(μ_eff c_s(2 − c_s)) ⟨z⟩_w
            s.terms[j] = (1 - c) * s.terms[j] + Math.sqrt(c * (2 - c) * s.recombination.muEff()) * s.shift[j];
        }
        s.matrix.adapt(1 - (s.c1 + s.cW) / 2, s.factors, s.terms); // M11
        double length = Math.sqrt(dot(s.terms, 0, s.terms, 0, d));
        s.sigma *= StrictMath.exp(Math.min(1, c / s.dSigma * (length / s.chi - 1))); // M12
        end(s, told);
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

    /// z_{i:λ} = M⁻¹(x_{i:λ} − m)/σ, drawn in where they are too long, and ⟨z⟩_w.
    private static void whiten(State s, Batch told) {
        int d = s.mean.length;
        int mu = s.recombination.mu();
        for (int i = 0; i < mu; i++) {
            for (int j = 0; j < d; j++) {
                s.rows[i * d + j] = (told.x()[i * d + j] - s.mean[j]) / s.sigma;
            }
        }
        s.matrix.solve(s.rows, s.terms, d, mu);
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < mu; i++) {
            int at = (1 + i) * d;
            double length = Math.sqrt(dot(s.terms, at, s.terms, at, d));
            double factor = Math.min(1, (Math.sqrt(d) + 5) / length);
            for (int j = at; factor < 1 && j < at + d; j++) {
                s.terms[j] *= factor;
            }
            add(s.recombination.weights()[i], s.terms, at, s.shift, 0, d);
        }
    }

    private static void end(State s, Batch told) {
        String reason = s.ending.reason(told, s.mean, s.sigma * s.matrix.width());
        if (reason == null && s.matrix.condition() > CONDITION) {
            reason = "the condition number of the covariance matrix is above 1e14";
        }
        s.finished = s.finished == null ? reason : s.finished;
    }

    private static double square(double value) {
        return value * value;
    }
}
