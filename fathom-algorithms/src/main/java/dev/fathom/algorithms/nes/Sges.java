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

/// Search gradient evolution strategy: the plain gradient of the expected utility, a baseline for [Ones] and [Enes].
///
/// Wierstra, Schaul, Peters and Schmidhuber, "Natural evolution strategies" (CEC 2008), algorithm 2. The mean m starts
/// at `shape.start().x()`, the upper triangular factor A of C = AᵀA at `step` times `shape.start().spread()` times the
/// identity. Gradients are taken in units of that initial standard deviation, so that the rates mean the same
/// everywhere.
///
/// Each component has an optimal baseline, as in PyPop7; the gradient is a sum over the generation, not a mean.
///
/// Deviations: a change of A is halved while it would turn the sign of a diagonal element or raise the condition number
/// above 1e14; rows that are farther than √d + 5 standard deviations from the mean are drawn in to there.
///
/// @param population λ ≥ 3, multiplied by `shape.start().population()`; never less than the number of workers
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param rateMean η_m, `(0, ∞)`
/// @param rateSigma η_A, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record Sges(int population, double step, double rateMean, double rateSigma, double tolerance)
        implements Generational<Sges.State> {

    public Sges {
        Settings.check("SGES", population, 3, step, rateMean, rateSigma, tolerance);
    }

    /// 100 rows, rates 0.01.
    public Sges() {
        this(100, 1, 0.01, 0.01, 1e-12);
    }

    public Sges withPopulation(int lambda) {
        return new Sges(lambda, step, rateMean, rateSigma, tolerance);
    }

    public Sges withStep(double naturalSteps) {
        return new Sges(population, naturalSteps, rateMean, rateSigma, tolerance);
    }

    public Sges withRates(double mean, double sigma) {
        return new Sges(population, step, mean, sigma, tolerance);
    }

    public Sges withTolerance(double least) {
        return new Sges(population, step, rateMean, rateSigma, least);
    }

    /// The search distribution, and sums over a generation for each of the d² + d components: A, then the mean.
    public static final class State {
        final TriangularNormal normal;
        final double[] utilities;
        final Stagnation stagnation;
        final double sigma0;
        /// φ, its sums weighted with u_k and plain, and those of its squares, `[d² + d]`.
        final double[] phi;

        final double[] weighted;
        final double[] plain;
        final double[] weightedSquares;
        final double[] squares;
        final double[] z;
        final double[] w;

        State(TriangularNormal normal, double sigma0, double[] utilities, Stagnation stagnation) {
            int d = normal.d();
            this.normal = normal;
            this.sigma0 = sigma0;
            this.utilities = utilities;
            this.stagnation = stagnation;
            phi = new double[d * d + d];
            weighted = new double[phi.length];
            plain = new double[phi.length];
            weightedSquares = new double[phi.length];
            squares = new double[phi.length];
            z = new double[d];
            w = new double[d];
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int lambda = Settings.rows(population, 3, shape);
        double sigma0 = step * shape.start().spread();
        return new State(
                new TriangularNormal(shape.start().x(), sigma0),
                sigma0,
                Utilities.linear(lambda),
                new Stagnation(shape.dimension(), population, tolerance));
    }

    @Override
    public int size(State s) {
        return s.utilities.length;
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        s.normal.sample(out, rng);
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int d = s.normal.d();
        clear(s);
        for (int k = 0; k < s.utilities.length; k++) {
            s.normal.whiten(told.x(), k * d, s.z);
            s.normal.solve(s.z, s.w);
            takeScore(s);
            addScore(s, s.utilities[k]);
        }
        subtractBaselines(s);
        s.normal.move(
                Arrays.copyOfRange(s.weighted, d * d, d * d + d), // m ← m + η_m ∇_m J
                Arrays.copyOf(s.weighted, d * d)); // A ← A + η_A ∇_A J
        s.stagnation.learn(told);
        return s;
    }

    @Override
    public Optional<String> finished(State s) {
        return Settings.finished(s.normal, s.stagnation);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.normal.mean().clone());
    }

    private static void clear(State s) {
        Arrays.fill(s.weighted, 0);
        Arrays.fill(s.plain, 0);
        Arrays.fill(s.weightedSquares, 0);
        Arrays.fill(s.squares, 0);
    }

    /// φ_m = C⁻¹(x − m) = w and φ_A = upper triangle of z wᵀ − A⁻ᵀ, where z = A⁻ᵀ(x − m) and w = A⁻¹z.
    private static void takeScore(State s) {
        int d = s.normal.d();
        for (int k = 0; k < d; k++) {
            for (int j = k; j < d; j++) {
                s.phi[k * d + j] = s.z[k] * s.w[j];
            }
            s.phi[k * d + k] -= 1 / s.normal.factor()[k * d + k];
        }
        System.arraycopy(s.w, 0, s.phi, d * d, d);
    }

    private static void addScore(State s, double u) {
        Vectors.add(u, s.phi, 0, s.weighted, 0, s.phi.length);
        Vectors.add(1, s.phi, 0, s.plain, 0, s.phi.length);
        for (int j = 0; j < s.phi.length; j++) {
            double square = s.phi[j] * s.phi[j];
            s.weightedSquares[j] += u * square;
            s.squares[j] += square;
        }
    }

    /// ∇_j J = Σ φ_kj (u_k − b_j) with b_j = Σ u_k φ_kj²/Σ φ_kj², times η σ₀².
    private void subtractBaselines(State s) {
        int d = s.normal.d();
        double unit = s.sigma0 * s.sigma0;
        for (int j = 0; j < s.phi.length; j++) {
            double baseline = s.squares[j] > 0 ? s.weightedSquares[j] / s.squares[j] : 0;
            double rate = j < d * d ? rateSigma : rateMean;
            s.weighted[j] = rate * unit * (s.weighted[j] - baseline * s.plain[j]);
        }
    }
}
