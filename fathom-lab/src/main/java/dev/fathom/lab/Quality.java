package dev.fathom.lab;

import dev.fathom.Outcome;
import dev.fathom.problems.Known;
import dev.fathom.problems.TestProblem;

/// What counts of an evaluation: how far the run still is from the solution.
sealed interface Quality permits Quality.Regret, HypervolumeGap {

    /// How far the run is from the solution, this evaluation being its latest; `+∞` if the evaluation counts for
    /// nothing.
    ///
    /// @param exact losses and constraints without noise
    double delta(Outcome.Values exact);

    /// The quality of a problem's solutions.
    ///
    /// @param references knows the hypervolumes of fronts
    static Quality of(TestProblem problem, References references) {
        return switch (problem.known()) {
            case Known.Optimum optimum -> new Regret(optimum.value());
            case Known.Front front -> new HypervolumeGap(front, references.volume(problem.name(), front));
        };
    }

    /// Whether all constraints are satisfied.
    static boolean isFeasible(double[] constraints) {
        for (double constraint : constraints) {
            if (!(constraint <= 0)) {
                return false;
            }
        }
        return true;
    }

    /// One objective: the loss of a feasible point minus the minimum.
    ///
    /// @param minimum the least loss
    record Regret(double minimum) implements Quality {

        @Override
        public double delta(Outcome.Values exact) {
            return isFeasible(exact.constraints()) ? exact.losses()[0] - minimum : Double.POSITIVE_INFINITY;
        }
    }
}
