package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

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

/// Limited-memory matrix adaptation: m directions, each a path with a memory of its own, O(m d) time per evaluation.
///
/// Loshchilov, Glasmachers and Beyer, "Large scale black-box optimization by limited-memory matrix adaptation" (IEEE
/// TEVC 2019), algorithm 1; numbers at the lines are its lines. The mean starts at `shape.start().x()`, the step size
/// σ at `step` times `shape.start().spread()` natural steps.
///
/// Deviations:
/// - z is computed from x by the inverses of the m factors and limited to the length √d + 5, so that late and foreign
///   rows do no harm;
/// - c_σ and c_c,i are at most 1 and c_d,i at most 1/2, which changes something for d < 2λ only, where the paper's
///   would be above 1;
/// - σ grows at most by the factor e in a generation.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param parents μ, at most λ, or 0 for ⌊λ/2⌋
/// @param step initial step size in natural steps, `(0, ∞)`
/// @param vectors m ≥ 1, or 0 for 4 + ⌊3 ln d⌋
/// @param rateSigma c_σ, `(0, 1)`, or 0 for 2λ/d
/// @param tolerance of function values and standard deviations, below which the search has finished
public record LmMaEs(int population, int parents, double step, int vectors, double rateSigma, double tolerance)
        implements Generational<LmMaEs.State> {

    public LmMaEs {
        Options.check("LM-MA-ES", population, parents, step, tolerance);
        Options.checkRates("LM-MA-ES", rateSigma);
        Options.checkMemory("LM-MA-ES", vectors, 0, 0);
    }

    /// The paper's defaults.
    public LmMaEs() {
        this(0, 0, 1, 0, 0, 1e-12);
    }

    public LmMaEs withPopulation(int lambda, int mu) {
        return new LmMaEs(lambda, mu, step, vectors, rateSigma, tolerance);
    }

    public LmMaEs withStep(double naturalSteps) {
        return new LmMaEs(population, parents, naturalSteps, vectors, rateSigma, tolerance);
    }

    public LmMaEs withVectors(int m) {
        return new LmMaEs(population, parents, step, m, rateSigma, tolerance);
    }

    public LmMaEs withRate(double sigma) {
        return new LmMaEs(population, parents, step, vectors, sigma, tolerance);
    }

    public LmMaEs withTolerance(double least) {
        return new LmMaEs(population, parents, step, vectors, rateSigma, least);
    }

    /// The search distribution N(m, σ²MMᵀ), where M is the product of m factors (1 − c_d,i) I + c_d,i m_i m_iᵀ.
    public static final class State {
        final Recombination recombination;
        final Ending ending;
        final double cSigma;
        final double[] mean;
        final double[] path;
        /// m_i, one per row, `[m×d]`.
        final double[] directions;
        /// ‖m_i‖².
        final double[] squares;
        /// c_d,i.
        final double[] cD;
        /// c_c,i.
        final double[] cC;
        /// A row on its way from x to z; then ⟨d⟩_w.
        final double[] row;
        /// ⟨z⟩_w.
        final double[] shift;
        double sigma;
        int generation;

        @Nullable
        String finished;

        State(Recombination r, int m, double[] start, double sigma, double cSigma, double tolerance) {
            int d = start.length;
            recombination = r;
            ending = new Ending(d, r.lambda(), sigma, tolerance);
            this.cSigma = cSigma;
            mean = start.clone();
            path = new double[d];
            directions = new double[m * d];
            squares = new double[m];
            cD = new double[m];
            cC = new double[m];
            for (int i = 0; i < m; i++) {
                cD[i] = Math.min(0.5, 1 / (StrictMath.pow(1.5, i) * d));
                cC[i] = Math.min(1, r.lambda() / (StrictMath.pow(4, i) * d));
            }
            row = new double[d];
            shift = new double[d];
            this.sigma = sigma;
        }

        /// How many vectors take part: min(t, m).
        int active() {
            return Math.min(generation, cD.length);
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        Recombination r = Recombination.of(shape, population, parents);
        int m = vectors > 0 ? vectors : 4 + (int) (3 * StrictMath.log(d));
        double cSigma = Math.min(1, Options.or(rateSigma, 2.0 * r.lambda() / d));
        return new State(r, m, shape.start().x(), step * shape.start().spread(), cSigma, tolerance);
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
            transform(s, x, at);
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + s.sigma * x[at + j]; // 9
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        average(s, told);
        add(s.sigma, s.row, 0, s.mean, 0, s.mean.length); // 10: m ← m + σ⟨d⟩_w
        s.recombination.cumulate(s.path, s.cSigma, s.shift); // 11: p_σ
        adaptDirections(s); // 12, 13
        double growth = s.cSigma / 2 * (dot(s.path, 0, s.path, 0, s.path.length) / s.path.length - 1);
        s.sigma *= StrictMath.exp(Math.min(1, growth)); // 14: σ ← σ exp(c_σ/2 (‖p_σ‖²/d − 1))
        s.generation++;
        String reason = s.ending.reason(told, s.mean, s.sigma * width(s));
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

    /// d ← M z: d ← (1 − c_d,i) d + c_d,i m_i m_iᵀd for i = 1 … min(t, m), lines 6 to 8
    static void transform(State s, double[] row, int at) {
        int d = s.mean.length;
        for (int i = 0; i < s.active(); i++) {
            double along = s.cD[i] * dot(s.directions, i * d, row, at, d);
            combine(1 - s.cD[i], row, at, along, s.directions, i * d, d);
        }
    }

    /// z ← M⁻¹d: the factors' inverses d ↦ (d − c m mᵀd/(1 − c + c‖m‖²))/(1 − c), the last one first
    static void invert(State s, double[] row, int at) {
        int d = s.mean.length;
        for (int i = s.active() - 1; i >= 0; i--) {
            double keep = 1 - s.cD[i];
            double along = s.cD[i] * dot(s.directions, i * d, row, at, d) / (keep + s.cD[i] * s.squares[i]);
            combine(1 / keep, row, at, -along / keep, s.directions, i * d, d);
        }
    }

    private static void combine(double keep, double[] row, int at, double factor, double[] other, int from, int d) {
        for (int j = 0; j < d; j++) {
            row[at + j] = keep * row[at + j] + factor * other[from + j];
        }
    }

    /// ⟨z⟩_w, where z = M⁻¹(x − m)/σ, and ⟨d⟩_w = M⟨z⟩_w.
    private static void average(State s, Batch told) {
        int d = s.mean.length;
        double limit = Math.sqrt(d) + 5;
        double[] x = told.x();
        Arrays.fill(s.shift, 0);
        for (int i = 0; i < s.recombination.mu(); i++) {
            for (int j = 0; j < d; j++) {
                s.row[j] = (x[i * d + j] - s.mean[j]) / s.sigma;
            }
            invert(s, s.row, 0);
            double length = Vectors.norm(s.row);
            double w = s.recombination.weights()[i] * (length > limit ? limit / length : 1);
            add(w, s.row, 0, s.shift, 0, d);
        }
        System.arraycopy(s.shift, 0, s.row, 0, d);
        transform(s, s.row, 0);
    }

    /// m_i ← (1 − c_c,i) m_i + √(μ_eff c_c,i(2 − c_c,i)) ⟨z⟩_w
    private static void adaptDirections(State s) {
        int d = s.mean.length;
        for (int i = 0; i < s.cC.length; i++) {
            double c = s.cC[i];
            double factor = Math.sqrt(s.recombination.muEff() * c * (2 - c));
            combine(1 - c, s.directions, i * d, factor, s.shift, 0, d);
            s.squares[i] = dot(s.directions, i * d, s.directions, i * d, d);
        }
    }

    /// About ‖M‖: the largest eigenvalue of its factors.
    private static double width(State s) {
        double widest = 1;
        for (int i = 0; i < s.active(); i++) {
            widest = Math.max(widest, 1 - s.cD[i] + s.cD[i] * s.squares[i]);
        }
        return widest;
    }
}
