package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.MinimumNorm;
import dev.fathom.math.Rng;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Original natural evolution strategy: the natural gradient as the regression of utilities on the scores of the rows.
///
/// Wierstra, Schaul, Peters and Schmidhuber, "Natural evolution strategies" (CEC 2008), algorithm 3. The mean m starts
/// at `shape.start().x()`, the upper triangular factor A of C = AᵀA at `step` times `shape.start().spread()` times the
/// identity. A regression does not depend on how the scores are written, so it is done with those that have the unit
/// matrix as Fisher matrix: with z = A⁻ᵀ(x − m) they are z_i, z_k z_i for k < i and (z_k² − 1)/√2. A coefficient vector
/// h of the z_i means the step Aᵀh, a matrix H of the products the change HA.
///
/// Needs more rows than the 1 + d + d(d+1)/2 coefficients; with less (100 rows: for d > 12) there are many regressions.
///
/// Deviations: of many regressions it takes the shortest in these coordinates, which are the natural ones, and not the
/// shortest in those of m and A; a change of A is halved while it would turn the sign of a diagonal element or raise
/// the condition number above 1e14; rows that are farther than √d + 5 standard deviations from the mean are drawn in to
/// there.
///
/// @param population λ ≥ 3, multiplied by `shape.start().population()`; never less than the number of workers
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param rateMean η_m, `(0, ∞)`
/// @param rateSigma η_A, `(0, ∞)`
/// @param tolerance of function values, `≥ 0`, see [Stagnation]
public record Ones(int population, double step, double rateMean, double rateSigma, double tolerance)
        implements Generational<Ones.State> {

    public Ones {
        Settings.check("ONES", population, 3, step, rateMean, rateSigma, tolerance);
    }

    /// 100 rows, rates 1.
    public Ones() {
        this(100, 1, 1, 1, 1e-12);
    }

    public Ones withPopulation(int lambda) {
        return new Ones(lambda, step, rateMean, rateSigma, tolerance);
    }

    public Ones withStep(double naturalSteps) {
        return new Ones(population, naturalSteps, rateMean, rateSigma, tolerance);
    }

    public Ones withRates(double mean, double sigma) {
        return new Ones(population, step, mean, sigma, tolerance);
    }

    public Ones withTolerance(double least) {
        return new Ones(population, step, rateMean, rateSigma, least);
    }

    /// The search distribution.
    public static final class State {
        final TriangularNormal normal;
        final double[] utilities;
        final Stagnation stagnation;

        State(TriangularNormal normal, double[] utilities, Stagnation stagnation) {
            this.normal = normal;
            this.utilities = utilities;
            this.stagnation = stagnation;
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
        double[] coefficients = MinimumNorm.solve(scores(s, told), s.utilities); // Φ⁺u
        s.normal.move(step(s, coefficients), change(s, coefficients));
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

    /// Rows of Φ: the d scores of m, those of A row after row, and 1.
    private static double[][] scores(State s, Batch told) {
        int d = s.normal.d();
        double[][] phi = new double[s.utilities.length][d + d * (d + 1) / 2 + 1];
        double[] z = new double[d];
        for (int row = 0; row < phi.length; row++) {
            s.normal.whiten(told.x(), row * d, z);
            System.arraycopy(z, 0, phi[row], 0, d);
            int at = d;
            for (int k = 0; k < d; k++) {
                phi[row][at++] = (z[k] * z[k] - 1) / Math.sqrt(2);
                for (int i = k + 1; i < d; i++) {
                    phi[row][at++] = z[k] * z[i];
                }
            }
            phi[row][at] = 1;
        }
        return phi;
    }

    /// η_m Aᵀh
    private double[] step(State s, double[] h) {
        int d = s.normal.d();
        double[] step = new double[d];
        for (int i = 0; i < d; i++) {
            add(rateMean * h[i], s.normal.factor(), i * d + i, step, i, d - i);
        }
        return step;
    }

    /// η_A HA with the upper triangular H
    private double[] change(State s, double[] h) {
        int d = s.normal.d();
        double[] change = new double[d * d];
        int at = d;
        for (int k = 0; k < d; k++) {
            for (int i = k; i < d; i++) {
                double entry = h[at++] / (i == k ? Math.sqrt(2) : 1);
                add(rateSigma * entry, s.normal.factor(), i * d + i, change, k * d + i, d - i);
            }
        }
        return change;
    }
}
