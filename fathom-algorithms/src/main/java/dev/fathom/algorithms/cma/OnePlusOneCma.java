package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// (1+1)-CMA-ES: one parent, a step size from the rate of successes, and a covariance learned from them.
///
/// Igel, Suttorp and Hansen, "A computational efficient covariance matrix update and a (1+1)-CMA for evolution
/// strategies" (GECCO 2006) without path; Suttorp, Hansen and Igel (Machine Learning 2009), algorithm 2, with path;
/// Arnold and Hansen, "Active covariance matrix adaptation for the (1+1)-CMA-ES" (GECCO 2010), which also unlearns
/// steps to points worse than the fifth ancestor. The first proposal is `shape.start().x()`.
///
/// Deviations:
/// - with several proposals pending, a proposal is compared with the parent that it was drawn from, and its step is
///   measured with the step size of that time and the present covariance, at most √d + 5 standard deviations long;
///   where k other results arrived in between, it changes the logarithm of the step size by 1/√(1 + k) of the rule;
/// - equal values replace the parent and leave the distribution alone;
/// - it ends after 200 + 100 d results without a better one.
///
/// @param step initial step size in natural steps, times `shape.start().spread()`, `(0, ∞)`
/// @param path whether the covariance learns from a path of successes rather than from single steps
/// @param active whether it unlearns bad steps
/// @param tolerance standard deviation, relative to the initial one, below which the search has finished
public record OnePlusOneCma(double step, boolean path, boolean active, double tolerance)
        implements Incremental<OnePlusOneCma.State> {

    private static final double TARGET = 2.0 / 11; // p_target
    private static final double SMOOTHING = 1.0 / 12; // c_p
    private static final double OFTEN = 0.44; // p_thresh
    private static final int ANCESTORS = 5;

    public OnePlusOneCma {
        if (!(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("the (1+1)-CMA-ES cannot have step " + step + " and tolerance "
                    + tolerance + ". Maybe 1 and 1e-12?");
        }
    }

    /// With path and active update.
    public OnePlusOneCma() {
        this(1, true, true, 1e-12);
    }

    public OnePlusOneCma withStep(double naturalSteps) {
        return new OnePlusOneCma(naturalSteps, path, active, tolerance);
    }

    public OnePlusOneCma withPath(boolean cumulate) {
        return new OnePlusOneCma(step, cumulate, active, tolerance);
    }

    public OnePlusOneCma withActive(boolean unlearn) {
        return new OnePlusOneCma(step, path, unlearn, tolerance);
    }

    public OnePlusOneCma withTolerance(double least) {
        return new OnePlusOneCma(step, path, active, least);
    }

    /// The latest parents and the distribution around the last one.
    public static final class State {
        final double[] start;
        /// Parent number `i` is at `i` modulo the length.
        final @Nullable Row[] parents;
        final Factor factor;
        final double[] pathC;
        final double sigma0;
        double sigma;
        /// p̄_succ.
        double successes = TARGET;
        int adopted;
        long learned;
        long improved;
        boolean begun;

        State(double[] start, int workers, double sigma) {
            this.start = start.clone();
            this.sigma = sigma;
            sigma0 = sigma;
            parents = new Row[Math.max(workers, ANCESTORS + 1)];
            factor = new Factor(start.length);
            pathC = new double[start.length];
        }

        /// Parent number `i`, or the oldest that is remembered; null before the first.
        @Nullable
        Row parent(int i) {
            return adopted == 0 ? null : parents[Math.max(Math.max(i, adopted - parents.length), 0) % parents.length];
        }

        int d() {
            return start.length;
        }
    }

    /// What was known when the row was proposed: the number of results, the number of the parent, and the step size.
    @Override
    public int notes(Shape shape) {
        return 3;
    }

    @Override
    public State start(Shape shape, Rng rng) {
        return new State(
                shape.start().x(), shape.workers(), step * shape.start().spread());
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        Row parent = s.parent(s.adopted - 1);
        double[] z = new double[s.d()];
        rng.fillGaussian(z, 0, z.length);
        double[] y = s.factor.times(z);
        double sigma = s.begun ? s.sigma : 0;
        for (int j = 0; j < y.length; j++) {
            out.x[j] = (parent == null ? s.start : parent.x)[j] + sigma * y[j]; // x' = x + σ A z
        }
        out.notes[0] = s.learned;
        out.notes[1] = s.adopted - 1;
        out.notes[2] = sigma;
        s.begun = true;
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        int origin = (int) told.notes[1];
        Row parent = origin < 0 ? null : s.parent(origin);
        if (parent != null && told.notes[2] > 0) {
            int order = told.compareTo(parent);
            if (order != 0) {
                adaptStep(s, order < 0, s.learned - told.notes[0]);
                adaptCovariance(s, told, parent, order < 0);
            }
        }
        s.learned++;
        return inform(s, told, rng);
    }

    /// A point that is not worse becomes the parent; the distribution stays.
    @Override
    public State inform(State s, Row told, Rng rng) {
        Row parent = s.parent(s.adopted - 1);
        int order = parent == null ? -1 : told.compareTo(parent);
        if (order <= 0) {
            s.parents[s.adopted++ % s.parents.length] = told;
            s.improved = order < 0 ? s.learned : s.improved;
            s.begun = true;
        }
        return s;
    }

    /// p̄ ← (1 − c_p) p̄ + c_p λ_succ, σ ← σ exp((p̄ − p_target)/((1 − p_target) (1 + d/2)))
    private static void adaptStep(State s, boolean success, double others) {
        s.successes = (1 - SMOOTHING) * s.successes + (success ? SMOOTHING : 0);
        double exponent = (s.successes - TARGET) / (1 - TARGET) / (1 + s.d() / 2.0);
        s.sigma *= StrictMath.exp(others == 0 ? exponent : exponent / Math.sqrt(1 + others));
    }

    private void adaptCovariance(State s, Row told, Row parent, boolean success) {
        double[] y = new double[s.d()];
        for (int j = 0; j < y.length; j++) {
            y[j] = (told.x[j] - parent.x[j]) / told.notes[2];
        }
        double[] z = s.factor.inverseTimes(y);
        double length = Vectors.norm(z);
        double limit = Math.sqrt(s.d()) + 5;
        if (length > limit) {
            Vectors.scale(y, limit / length);
            Vectors.scale(z, limit / length);
        }
        if (success) {
            learn(s, y, z);
        } else if (active && s.adopted > ANCESTORS && told.compareTo(ancestor(s)) > 0) {
            unlearn(s, y, z);
        }
    }

    /// The parent five successes before the present one.
    private static Row ancestor(State s) {
        Row row = s.parent(s.adopted - 1 - ANCESTORS);
        return row == null ? new Row(-1, s.start, 0) : row;
    }

    /// C ← α C + c_cov p pᵀ; while successes are frequent p is not fed, and α makes up for it.
    private void learn(State s, double[] y, double[] z) {
        double rate = 2 / (s.d() * (double) s.d() + 6); // c_cov⁺
        if (!path) {
            if (s.successes < OFTEN) {
                s.factor.adapt(1 - rate, rate, y, z);
            }
            return;
        }
        double c = 2 / (s.d() + 2.0); // c_c
        double keep = 1 - rate;
        Vectors.scale(s.pathC, 1 - c);
        if (s.successes < OFTEN) {
            Vectors.add(Math.sqrt(c * (2 - c)), y, 0, s.pathC, 0, s.d());
        } else {
            keep += rate * c * (2 - c);
        }
        s.factor.adapt(keep, rate, s.pathC, s.factor.inverseTimes(s.pathC));
    }

    /// C ← (1 + c⁻) C − c⁻ y yᵀ with c⁻ = min(0.4/(d^1.6 + 1), 1/(2‖z‖² − 1)), which keeps C positive.
    private static void unlearn(State s, double[] y, double[] z) {
        double length = Vectors.dot(z, 0, z, 0, z.length);
        double rate = 0.4 / (StrictMath.pow(s.d(), 1.6) + 1);
        if (rate * (2 * length - 1) > 1) {
            rate = 1 / (2 * length - 1);
        }
        s.factor.adapt(1 + rate, -rate, y, z);
    }

    @Override
    public Optional<String> finished(State s) {
        double widest =
                s.sigma * Math.sqrt(Arrays.stream(s.factor.variances()).max().orElse(0));
        if (widest < tolerance * s.sigma0) {
            return Optional.of("all standard deviations are below " + tolerance + " times the initial one");
        }
        if (!(widest < 1e100)) {
            return Optional.of("the search distribution is not finite");
        }
        int patience = 200 + 100 * s.d();
        boolean stale = s.learned - s.improved > patience;
        return stale ? Optional.of("none of " + patience + " points was better than the parent") : Optional.empty();
    }
}
