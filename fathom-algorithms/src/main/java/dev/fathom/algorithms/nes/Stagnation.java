package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Batch;
import java.util.Arrays;
import java.util.Optional;

/// When a search has come to rest: the best value of its run gained less than a tolerance within ⌊10 + ⌈30 d/λ⌉⌋
/// generations, or its step is below 1e-12 natural steps. This is when PyPop7 restarts its evolution strategies.
///
/// Deviation: with constraints, violations are compared until the first feasible row comes, objectives from then on.
final class Stagnation {

    private static final double NARROW = 1e-12;

    private final double tolerance;
    /// Best values of the run after its last generations, a ring; `+∞` before the first one.
    private final double[] best;
    private int now;
    private boolean feasible;

    /// @param d number of columns
    /// @param lambda rows of a generation of the first run; later ones keep its window
    /// @param tolerance `≥ 0`
    Stagnation(int d, int lambda, double tolerance) {
        this.tolerance = tolerance;
        best = new double[10 + (int) Math.ceil(30.0 * d / lambda)];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
    }

    /// Notes the best row of a generation.
    void learn(Batch told) {
        boolean isFeasible = !(told.violation(0) > 0);
        if (isFeasible && !feasible) {
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            feasible = true;
        }
        double value = isFeasible ? told.f(0) : feasible ? Double.POSITIVE_INFINITY : told.violation(0);
        double last = best[now];
        now = (now + 1) % best.length;
        best[now] = Math.min(value, last);
    }

    /// Why the search has finished, if it has.
    ///
    /// @param sigma a typical standard deviation in natural steps
    Optional<String> reason(double sigma) {
        if (!Double.isFinite(sigma)) {
            return Optional.of("the search distribution is not finite");
        }
        if (sigma < NARROW) {
            return Optional.of("the step size is below " + NARROW);
        }
        double first = best[(now + 1) % best.length];
        return first - best[now] < tolerance
                ? Optional.of("the best value gained less than " + tolerance + " in " + best.length + " generations")
                : Optional.empty();
    }
}
