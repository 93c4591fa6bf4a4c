package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Eigensystem;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.algorithms.nes.DistanceWeights.Phase;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Distance-weighted exponential natural evolution strategy for implicitly constrained functions: a full covariance
/// σ²BBᵀ with det B = 1, O(d³) per generation.
///
/// Nomura, Sakai, Fukushima and Ono (CEC 2021), algorithm 1. The mean starts at `shape.start().x()`, B at the identity,
/// σ at `step` times `shape.start().spread()` natural steps. While the mean travels, far rows weigh more, and the
/// directions in which the distribution grows are stretched further.
///
/// Deviations:
/// - z is computed from x and at most √d + 5 long, so that late and foreign rows do no harm;
/// - rows without values count as infeasible, but are not ordered among themselves;
/// - with one column, c_γ is that of two.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers, and made even, because rows come in pairs
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record DxNesIc(int population, double step, double tolerance) implements Generational<DxNesIc.State> {

    public DxNesIc {
        if (population < 0 || population == 1 || !(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("DX-NES-IC cannot have population " + population + ", step " + step
                    + " and tolerance " + tolerance
                    + ". Maybe population 0, which chooses it from the dimension, and step 1?");
        }
    }

    /// The paper's defaults.
    public DxNesIc() {
        this(0, 1, 1e-12);
    }

    public DxNesIc withPopulation(int lambda) {
        return new DxNesIc(lambda, step, tolerance);
    }

    public DxNesIc withStep(double naturalSteps) {
        return new DxNesIc(population, naturalSteps, tolerance);
    }

    public DxNesIc withTolerance(double least) {
        return new DxNesIc(population, step, least);
    }

    /// The search distribution N(m, σ²BBᵀ) and its path.
    public static final class State {
        final DistanceWeights w;
        final double[] mean;
        final RootFactor b;
        final double[] path;
        /// One row after the other: z = B⁻¹(x − m)/σ.
        final double[] z;
        final double sigma0;
        double sigma;
        /// γ of the emphasis on growing directions.
        double gamma = 1;

        @Nullable
        String finished;

        State(DistanceWeights w, double[] start, double sigma) {
            this.w = w;
            mean = start.clone();
            b = new RootFactor(start.length);
            path = new double[start.length];
            z = new double[w.lambda() * start.length];
            this.sigma = sigma;
            sigma0 = sigma;
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        DistanceWeights w = DistanceWeights.of(shape.dimension(), Mirrored.size(population, shape));
        return new State(w, shape.start().x(), step * shape.start().spread());
    }

    @Override
    public int size(State s) {
        return s.w.lambda();
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        double[] z = new double[out.x().length];
        Mirrored.fill(z, d, rng);
        for (int at = 0; at < z.length; at += d) {
            for (int j = 0; j < d; j++) {
                out.x()[at + j] = s.mean[j] + s.sigma * s.b.rowTimes(j, z, at); // x = m + σ B z
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int feasible = Mirrored.feasible(told);
        whiten(s, told);
        Mirrored.cumulate(s.path, s.w.cSigma(), s.w, s.z);
        Phase phase = s.w.phase(s.path);
        double[] weights = phase == Phase.MOVING ? s.w.byDistance(s.z, feasible) : s.w.rank();
        step(s, weights, phase, feasible);
        return s;
    }

    private static void whiten(State s, Batch told) {
        int d = s.mean.length;
        double[] y = new double[d];
        for (int at = 0; at < s.z.length; at += d) {
            for (int j = 0; j < d; j++) {
                y[j] = (told.x()[at + j] - s.mean[j]) / s.sigma;
            }
            for (int j = 0; j < d; j++) {
                s.z[at + j] = s.b.inverseRowTimes(j, y);
            }
            Mirrored.drawIn(s.z, at, d);
        }
    }

    /// m ← m + σ B G_δ, σ ← σ exp(η_σ/2 G_σ), B ← B exp(η_B/2 G_B) with G_M = Σ w_k(z_k z_kᵀ − I), G_σ = tr G_M/d and
    /// G_B = G_M − G_σ I; while the mean moves, B ← Q B/det(Q)^{1/d} and σ ← σ det(Q)^{1/d}
    private static void step(State s, double[] weights, Phase phase, int feasible) {
        int d = s.mean.length;
        double[] delta = new double[d];
        double[] gradient = new double[d * d];
        for (int k = 0; k < weights.length; k++) {
            add(weights[k], s.z, k * d, delta, 0, d);
            for (int r = 0; r < d; r++) {
                add(weights[k] * s.z[k * d + r], s.z, k * d, gradient, r * d, r + 1);
            }
        }
        for (int j = 0; j < d; j++) {
            s.mean[j] += s.sigma * s.b.rowTimes(j, delta, 0);
        }
        double trace = 0; // the weights sum to 0
        for (int j = 0; j < d; j++) {
            trace += gradient[j * d + j] / d;
        }
        s.sigma *= StrictMath.exp(Math.min(1, s.w.etaSigma(phase, feasible) / 2 * trace));
        for (int j = 0; j < d; j++) {
            gradient[j * d + j] -= trace;
        }
        Vectors.scale(gradient, etaB(d, phase, feasible) / 2);
        Eigensystem old = new Eigensystem(d);
        boolean found = old.decompose(s.b.square()) && s.b.multiplyExp(gradient);
        if (found) {
            s.sigma *= stretch(s, old, phase);
        }
        s.finished = found && s.b.invert() ? null : "the search distribution is singular or not finite";
    }

    /// Which directions of the old distribution grew, and how γ follows the fastest of them.
    ///
    /// @return det(Q)^{1/d}
    private static double stretch(State s, Eigensystem old, Phase phase) {
        int d = s.mean.length;
        double[] now = s.b.variancesAlong(old.vectors());
        boolean[] grew = new boolean[d];
        double fastest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < d; k++) {
            double tau = now[k] / old.values()[k] - 1; // τ_i
            grew[k] = tau > 0;
            fastest = Math.max(fastest, tau);
        }
        double c = 1 / (3.0 * Math.max(1, d - 1));
        double rate = Math.min(1, (double) d / s.w.lambda());
        s.gamma = Math.max(1, (1 - c) * s.gamma + c * Math.sqrt(1 + rate * fastest));
        return phase == Phase.MOVING ? s.b.stretch(old.vectors(), grew, s.gamma) : 1;
    }

    private static double etaB(int d, Phase phase, int feasible) {
        double factor = switch (phase) {
            case MOVING -> 180;
            case STAGNATING -> 168;
            case CONVERGING -> 12;
        };
        return factor * d * StrictMath.tanh(0.02 * feasible) / (47.0 * d * d + 6400);
    }

    @Override
    public Optional<String> finished(State s) {
        if (s.finished != null) {
            return Optional.of(s.finished);
        }
        double widest = s.sigma * Math.sqrt(Arrays.stream(s.b.variances()).max().orElse(0));
        if (!Double.isFinite(widest) || !Double.isFinite(Vectors.largest(s.mean))) {
            return Optional.of("the search distribution is not finite");
        }
        boolean narrow = widest < tolerance * s.sigma0;
        return narrow
                ? Optional.of("all standard deviations are below " + tolerance + " times the initial one")
                : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.clone());
    }
}
