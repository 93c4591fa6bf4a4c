package dev.fathom.algorithms.evolution;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// (1+1) evolution strategy with the one-fifth success rule.
///
/// Rechenberg, "Evolutionsstrategie" (1973), in the form of Kern et al., "Learning probability distributions in
/// continuous evolutionary algorithms" (Natural Computing 2004): the step size is multiplied by `up` after a success
/// and by `down` after a failure, so that it stays where one proposal in five succeeds (`up · down⁴ ≈ 1`). The first
/// proposal is `shape.start().x()`.
///
/// Deviations:
/// - equal values replace the parent and leave the step size alone, so that it drifts over plateaus;
/// - with several proposals pending, success means better than the parent it was drawn from, which may have been
///   replaced since;
/// - where k other results arrived between a proposal and its own, it changes the logarithm of the step size by
///   1/√(1 + k) of the rule: proposals drawn side by side say less than as many drawn one after the other.
///
/// @param step initial step size in natural steps, times `shape.start().spread()`, `(0, ∞)`
/// @param up factor after a success, `> 1`
/// @param down factor after a failure, `(0, 1)`
/// @param tolerance step size in natural steps below which the search has finished
public record OnePlusOne(double step, double up, double down, double tolerance)
        implements Incremental<OnePlusOne.State> {

    private static final double LARGEST = 1e100;

    public OnePlusOne {
        if (!(step > 0) || !(up > 1) || !(down > 0 && down < 1)) {
            throw new IllegalArgumentException("the (1+1) evolution strategy cannot have step " + step + " and factors "
                    + up + " and " + down + ". Maybe 1, 2 and 0.84?");
        }
    }

    /// Step size 1, factors 2 and 0.84.
    public OnePlusOne() {
        this(1, 2, 0.84, 1e-15);
    }

    public OnePlusOne withStep(double naturalSteps) {
        return new OnePlusOne(naturalSteps, up, down, tolerance);
    }

    public OnePlusOne withFactors(double success, double failure) {
        return new OnePlusOne(step, success, failure, tolerance);
    }

    public OnePlusOne withTolerance(double least) {
        return new OnePlusOne(step, up, down, least);
    }

    /// The latest parents and the step size.
    public static final class State {
        final double[] start;
        /// Parent number `i` is at `i` modulo the length.
        final @Nullable Row[] parents;
        /// How many parents there were.
        int adopted;
        /// How many results came back.
        long learned;
        double sigma;
        boolean begun;

        State(double[] start, int memory, double sigma) {
            this.start = start.clone();
            this.sigma = sigma;
            parents = new Row[memory];
        }

        /// Parent number `i`, or the oldest that is remembered; null before the first.
        @Nullable
        Row parent(int i) {
            return parents[Math.max(i, adopted - parents.length) % parents.length];
        }
    }

    /// What was known when the row was proposed: the number of results and the number of the parent.
    @Override
    public int notes(Shape shape) {
        return 2;
    }

    @Override
    public State start(Shape shape, Rng rng) {
        return new State(
                shape.start().x(), shape.workers(), step * shape.start().spread());
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        Row parent = s.adopted == 0 ? null : s.parent(s.adopted - 1);
        double[] centre = parent == null ? s.start : parent.x;
        double sigma = s.begun ? s.sigma : 0;
        for (int j = 0; j < out.x.length; j++) {
            out.x[j] = centre[j] + sigma * rng.nextGaussian(); // x' = x + σ N(0, I)
        }
        out.notes[0] = s.learned;
        out.notes[1] = s.adopted - 1;
        s.begun = true;
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        int origin = (int) told.notes[1];
        Row parent = origin < 0 ? null : s.parent(origin);
        if (parent != null) {
            adaptStep(s, told.compareTo(parent), s.learned - told.notes[0]);
        }
        s.learned++;
        return isBest(s, told) ? adopt(s, told) : s;
    }

    /// A point that is not worse becomes the parent; the step size stays.
    @Override
    public State inform(State s, Row told, Rng rng) {
        return isBest(s, told) ? adopt(s, told) : s;
    }

    private static boolean isBest(State s, Row told) {
        Row parent = s.adopted == 0 ? null : s.parent(s.adopted - 1);
        return parent == null || told.compareTo(parent) <= 0;
    }

    private static State adopt(State s, Row parent) {
        s.parents[s.adopted++ % s.parents.length] = parent;
        s.begun = true;
        return s;
    }

    /// ln σ ← ln σ + ln(up or down)/√(1 + k).
    private void adaptStep(State s, int order, double k) {
        if (order != 0) {
            double factor = order < 0 ? up : down;
            double change = k == 0 ? factor : StrictMath.pow(factor, 1 / Math.sqrt(1 + k));
            s.sigma = Math.min(s.sigma * change, LARGEST);
        }
    }

    @Override
    public Optional<String> finished(State s) {
        return s.sigma >= tolerance ? Optional.empty() : Optional.of("the step size is below " + tolerance);
    }
}
