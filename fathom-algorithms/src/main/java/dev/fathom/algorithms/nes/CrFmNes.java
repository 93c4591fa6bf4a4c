package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;
import static dev.fathom.algorithms.linear.Vectors.norm;
import static dev.fathom.algorithms.linear.Vectors.scale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.algorithms.nes.DistanceWeights.Phase;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Fast moving natural evolution strategy with a covariance D(I + vvᵀ)D: O(d) per evaluation.
///
/// Nomura and Ono, "Fast moving natural evolution strategy for high-dimensional problems" (CEC 2022, arXiv 2201.11422),
/// algorithm 1. The mean starts at `shape.start().x()`, v at random with length about 1, D at the identity, and σ at
/// `step` times `shape.start().spread()` natural steps; D is scaled so that σ alone holds the volume.
///
/// Deviations:
/// - z is computed from x and at most √d + 5 long, so that late and foreign rows do no harm;
/// - the rank-one rate is not negative below 5 columns, as the paper's formula has it, but 0;
/// - D_jj keeps at least a tenth in a generation;
/// - rows without values count as infeasible, but are not ordered among themselves.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers, and made even, because rows come in pairs
/// @param step initial standard deviation in natural steps, `(0, ∞)`
/// @param tolerance largest standard deviation, relative to the initial one, below which the search has finished
public record CrFmNes(int population, double step, double tolerance) implements Generational<CrFmNes.State> {

    public CrFmNes {
        if (population < 0 || population == 1 || !(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("CR-FM-NES cannot have population " + population + ", step " + step
                    + " and tolerance " + tolerance
                    + ". Maybe population 0, which chooses it from the dimension, and step 1?");
        }
    }

    /// The paper's defaults.
    public CrFmNes() {
        this(0, 1, 1e-12);
    }

    public CrFmNes withPopulation(int lambda) {
        return new CrFmNes(lambda, step, tolerance);
    }

    public CrFmNes withStep(double naturalSteps) {
        return new CrFmNes(population, naturalSteps, tolerance);
    }

    public CrFmNes withTolerance(double least) {
        return new CrFmNes(population, step, least);
    }

    /// The search distribution N(m, σ²D(I + vvᵀ)D) and its paths.
    public static final class State {
        final DistanceWeights w;
        final double[] mean;
        final double[] v;
        final double[] d;
        final double[] pathSigma;
        final double[] pathC;
        /// One row after the other: y = D⁻¹(x − m)/σ and z = (I + vvᵀ)^{-1/2} y.
        final double[] y;
        final double[] z;
        final double sigma0;
        double sigma;

        State(DistanceWeights w, double[] start, double[] v, double sigma) {
            this.w = w;
            mean = start.clone();
            this.v = v;
            d = new double[start.length];
            Arrays.fill(d, 1);
            pathSigma = new double[start.length];
            pathC = new double[start.length];
            y = new double[w.lambda() * start.length];
            z = new double[w.lambda() * start.length];
            this.sigma = sigma;
            sigma0 = sigma;
            normalize(this);
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        double[] v = new double[d];
        rng.fillGaussian(v, 0, d);
        scale(v, 1 / Math.sqrt(d)); // v ~ N(0, I/d)
        DistanceWeights w = DistanceWeights.of(d, Mirrored.size(population, shape));
        return new State(w, shape.start().x(), v, step * shape.start().spread());
    }

    @Override
    public int size(State s) {
        return s.w.lambda();
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        int d = s.mean.length;
        double[] x = out.x();
        Mirrored.fill(x, d, rng);
        double length = dot(s.v, 0, s.v, 0, d);
        double stretch = (Math.sqrt(1 + length) - 1) / length;
        for (int at = 0; at < x.length; at += d) {
            add(stretch * dot(s.v, 0, x, at, d), s.v, 0, x, at, d); // y = z + (√(1 + ‖v‖²) − 1) v̄v̄ᵀz
            for (int j = 0; j < d; j++) {
                x[at + j] = s.mean[j] + s.sigma * s.d[j] * x[at + j]; // x = m + σ D y
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        int feasible = Mirrored.feasible(told);
        whiten(s, told);
        Mirrored.cumulate(s.pathSigma, s.w.cSigma(), s.w, s.z);
        Phase phase = s.w.phase(s.pathSigma);
        double[] weights = phase == Phase.MOVING ? s.w.byDistance(s.z, feasible) : s.w.rank();
        move(s, weights);
        adaptShape(s, weights, phase, feasible);
        adaptSigma(s, weights, phase, feasible);
        return s;
    }

    private static void whiten(State s, Batch told) {
        int d = s.mean.length;
        double length = dot(s.v, 0, s.v, 0, d);
        double shrink = (1 - 1 / Math.sqrt(1 + length)) / length;
        for (int at = 0; at < s.z.length; at += d) {
            for (int j = 0; j < d; j++) {
                s.z[at + j] = (told.x()[at + j] - s.mean[j]) / (s.sigma * s.d[j]);
            }
            add(-shrink * dot(s.v, 0, s.z, at, d), s.v, 0, s.z, at, d);
            Mirrored.drawIn(s.z, at, d);
            System.arraycopy(s.z, at, s.y, at, d);
            add((Math.sqrt(1 + length) - 1) / length * dot(s.v, 0, s.z, at, d), s.v, 0, s.y, at, d);
        }
    }

    /// m ← m + Σ w_k (x_k − m), p_c ← (1 − c_c) p_c + √(c_c(2 − c_c)μ_eff) Σ w_k (x_k − m)/σ
    private static void move(State s, double[] weights) {
        int d = s.mean.length;
        double[] shift = new double[d];
        for (int k = 0; k < weights.length; k++) {
            add(weights[k], s.y, k * d, shift, 0, d);
        }
        double muEff = s.w.muEff();
        double c = (4 + muEff / d) / (d + 4 + 2 * muEff / d);
        double gain = Math.sqrt(c * (2 - c) * muEff);
        for (int j = 0; j < d; j++) {
            s.mean[j] += s.sigma * s.d[j] * shift[j];
            s.pathC[j] = (1 - c) * s.pathC[j] + gain * s.d[j] * shift[j];
        }
    }

    /// v ← v + (η_B Σ w_k t_k + l_c c_1 t_c)/‖v‖, D ← D + D(η_B Σ w_k s_k + l_c c_1 s_c), det D(I + vvᵀ)D = 1
    private static void adaptShape(State s, double[] weights, Phase phase, int feasible) {
        int d = s.mean.length;
        double etaB = StrictMath.tanh((Math.min(0.02 * feasible, 3 * StrictMath.log(d)) + 5) / (0.23 * d + 25));
        double[] sumS = new double[d];
        double[] sumT = new double[d];
        RestrictedGradient gradient = new RestrictedGradient(s.v);
        for (int k = 0; k < weights.length; k++) {
            gradient.add(etaB * weights[k], s.y, k * d, sumS, sumT);
        }
        if (phase == Phase.MOVING) {
            double[] path = new double[d];
            for (int j = 0; j < d; j++) {
                path[j] = s.pathC[j] / s.d[j];
            }
            gradient.add(rankOneRate(s.w, feasible), path, 0, sumS, sumT);
        }
        add(1 / norm(s.v), sumT, 0, s.v, 0, d);
        for (int j = 0; j < d; j++) {
            s.d[j] *= Math.max(0.1, 1 + sumS[j]);
        }
        normalize(s);
    }

    /// c_1 = 2/((d + 1.3)² + μ_eff) (d − 5)/6 λ_F/λ
    private static double rankOneRate(DistanceWeights w, int feasible) {
        double cma = 2 / ((w.d() + 1.3) * (w.d() + 1.3) + w.muEff());
        return cma * Math.max(0, w.d() - 5) / 6 * feasible / w.lambda();
    }

    /// σ ← σ exp((1 − l_s) η_σ/2 Σ w_k (‖z_k‖² − d)/d), where l_s keeps σ from shrinking while the mean moves
    private static void adaptSigma(State s, double[] weights, Phase phase, int feasible) {
        int d = s.mean.length;
        double gradient = 0;
        for (int k = 0; k < weights.length; k++) {
            gradient += weights[k] * (dot(s.z, k * d, s.z, k * d, d) - d) / d;
        }
        if (phase != Phase.MOVING || gradient >= 0) {
            s.sigma *= StrictMath.exp(Math.min(1, s.w.etaSigma(phase, feasible) / 2 * gradient));
        }
    }

    private static void normalize(State s) {
        int d = s.d.length;
        double logs = StrictMath.log(1 + dot(s.v, 0, s.v, 0, d)) / 2;
        for (double value : s.d) {
            logs += StrictMath.log(value);
        }
        scale(s.d, StrictMath.exp(-logs / d));
    }

    @Override
    public Optional<String> finished(State s) {
        double widest = s.sigma * Vectors.largest(s.d) * Math.sqrt(1 + dot(s.v, 0, s.v, 0, s.v.length));
        boolean finite = Double.isFinite(widest) && Double.isFinite(Vectors.largest(s.mean));
        if (!finite || !(norm(s.v) > 0)) {
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
