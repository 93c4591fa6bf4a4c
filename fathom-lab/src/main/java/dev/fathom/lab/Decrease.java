package dev.fathom.lab;

import dev.fathom.Outcome;
import dev.fathom.problems.Known;
import dev.fathom.problems.TestProblem;

/// How far a loss can fall from a problem's own start, and which deltas count as solved, after Moré and Wild,
/// "Benchmarking derivative-free optimization algorithms", SIAM J. Optim. 20, 2009, equation 2.2:
/// f(x₀) − f(x) ≥ (1 − τ)·(f(x₀) − f_L), which is delta(x) ≤ τ·delta(x₀) with the known minimum as f_L.
///
/// All optimizers must share x₀. So it is the start that the problem itself has, not the first point of a run, which is
/// drawn anew for each optimizer in the BBOB suites and in repetitions after the first. Two things differ from the
/// equation:
///
/// - Where x₀ is infeasible, |f(x₀) − f_L| counts; points that solve the problem must be feasible.
/// - Runs end at the last target, so that no level lies below it.
///
/// @param start |f(x₀) − f_L|; NaN if there is none: several objectives, a start without a value or at the minimum
/// @param levels deltas at or below which the problem is solved to each of [Solving#precisions]; empty if there is no
///     start
record Decrease(double start, double[] levels) {

    /// None.
    static Decrease none() {
        return new Decrease(Double.NaN, new double[0]);
    }

    /// From the problem's start, which costs one evaluation that no run counts.
    static Decrease of(TestProblem problem) {
        if (!(problem.known() instanceof Known.Optimum optimum)) {
            return none();
        }
        double[] targets = TestProblem.targets();
        double last = targets[targets.length - 1];
        double start = Math.abs(loss(problem) - optimum.value());
        if (!(start > last) || Double.isInfinite(start)) {
            return none();
        }
        double[] levels = Solving.precisions();
        for (int k = 0; k < levels.length; k++) {
            levels[k] = Math.max(last, levels[k] * start);
        }
        return new Decrease(start, levels);
    }

    private static double loss(TestProblem problem) {
        try {
            Outcome.Values values = problem.formula().at(problem.box().start());
            return values.losses()[0];
        } catch (RuntimeException e) {
            return Double.NaN; // as an evaluation that fails
        }
    }
}
