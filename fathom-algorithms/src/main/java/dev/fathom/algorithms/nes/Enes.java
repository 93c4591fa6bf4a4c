package dev.fathom.algorithms.nes;

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

/// Exact (efficient) natural evolution strategy: the natural gradient of the mean m and the upper triangular factor A
/// of C = AᵀA with the exact Fisher matrix, and an optimal fitness baseline for each of its blocks.
///
/// Sun, Wierstra, Schaul and Schmidhuber, "Efficient natural evolution strategies" (GECCO 2009) and "Stochastic search
/// using the natural gradient" (ICML 2009). The mean starts at `shape.start().x()`, A at `step` times
/// `shape.start().spread()` times the identity.
///
/// The Fisher matrix is block diagonal: C⁻¹ for m, and for row k of A the block F_k, the lower right part of C⁻¹ plus
/// A_kk⁻² in its corner. With B the lower right part of A and a its first row, F_k⁻¹ = BᵀB − aᵀa/2, so that the natural
/// gradient of the log density needs no matrix but A: with z = A⁻ᵀ(x − m) it is x − m for the mean, and
/// z_k Σ_{i>k} z_i A_i + (z_k² − 1)/2 A_k for row A_k. A row costs O(d²) rather than O(d³).
///
/// Deviations: no importance mixing (as in PyPop7); a change of A is halved while it would turn the sign of a diagonal
/// element or raise the condition number above 1e14; rows that are farther than √d + 5 standard deviations from the
/// mean are drawn in to there.
///
/// @param population λ ≥ 3, multiplied by `shape.start().population()`; never less than the number of workers
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param rateMean η_m, `(0, ∞)`
/// @param rateSigma η_A, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record Enes(int population, double step, double rateMean, double rateSigma, double tolerance)
        implements Generational<Enes.State> {

    public Enes {
        Settings.check("ENES", population, 3, step, rateMean, rateSigma, tolerance);
    }

    /// 100 rows, rates 1.
    public Enes() {
        this(100, 1, 1, 1, 1e-12);
    }

    public Enes withPopulation(int lambda) {
        return new Enes(lambda, step, rateMean, rateSigma, tolerance);
    }

    public Enes withStep(double naturalSteps) {
        return new Enes(population, naturalSteps, rateMean, rateSigma, tolerance);
    }

    public Enes withRates(double mean, double sigma) {
        return new Enes(population, step, mean, sigma, tolerance);
    }

    public Enes withTolerance(double least) {
        return new Enes(population, step, rateMean, rateSigma, least);
    }

    /// The search distribution, and sums over a generation for its d + 1 blocks: the rows of A, then the mean.
    public static final class State {
        final TriangularNormal normal;
        final double[] utilities;
        final Stagnation stagnation;
        /// Σ u_k v_k and Σ v_k, `[(d+1)×d]`.
        final double[] weighted;

        final double[] plain;
        /// Σ u_k ‖v_k‖² and Σ ‖v_k‖², `[d+1]`.
        final double[] weightedSquares;

        final double[] squares;
        final double[] z;
        final double[] v;
        final double[] tail;

        State(TriangularNormal normal, double[] utilities, Stagnation stagnation) {
            int d = normal.d();
            this.normal = normal;
            this.utilities = utilities;
            this.stagnation = stagnation;
            weighted = new double[(d + 1) * d];
            plain = new double[(d + 1) * d];
            weightedSquares = new double[d + 1];
            squares = new double[d + 1];
            z = new double[d];
            v = new double[d];
            tail = new double[d];
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int lambda = Settings.rows(population, 3, shape);
        return new State(
                new TriangularNormal(shape.start().x(), step * shape.start().spread()),
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
            addGradient(s, s.utilities[k]);
        }
        for (int block = 0; block <= d; block++) {
            subtractBaseline(s, block, (block < d ? rateSigma : rateMean) / s.utilities.length);
        }
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
        Arrays.fill(s.tail, 0);
    }

    /// Adds the natural gradient v of the log density of a row, block after block from the last row of A upwards.
    private static void addGradient(State s, double u) {
        int d = s.normal.d();
        double[] a = s.normal.factor();
        Arrays.fill(s.tail, 0);
        for (int k = d - 1; k >= 0; k--) {
            double z = s.z[k];
            double half = (z * z - 1) / 2;
            for (int j = k; j < d; j++) {
                s.v[j] = z * s.tail[j] + half * a[k * d + j]; // z_k Σ_{i>k} z_i A_i + (z_k² − 1)/2 A_k
            }
            addBlock(s, k, s.v, k, u);
            add(z, a, k * d + k, s.tail, k, d - k);
        }
        addBlock(s, d, s.tail, 0, u); // Aᵀz = x − m
    }

    private static void addBlock(State s, int block, double[] v, int from, double u) {
        int d = s.normal.d();
        int count = d - from;
        double squares = dot(v, from, v, from, count);
        add(u, v, from, s.weighted, block * d + from, count);
        add(1, v, from, s.plain, block * d + from, count);
        s.weightedSquares[block] += u * squares;
        s.squares[block] += squares;
    }

    /// ∇J = Σ v_k (u_k − b)/λ with b = Σ u_k‖v_k‖²/Σ‖v_k‖², times η.
    private static void subtractBaseline(State s, int block, double factor) {
        int d = s.normal.d();
        double baseline = s.squares[block] > 0 ? s.weightedSquares[block] / s.squares[block] : 0;
        for (int j = block * d; j < (block + 1) * d; j++) {
            s.weighted[j] = factor * (s.weighted[j] - baseline * s.plain[j]);
        }
    }
}
