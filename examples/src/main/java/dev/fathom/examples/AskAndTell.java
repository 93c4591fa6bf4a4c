package dev.fathom.examples;

import dev.fathom.Budget;
import dev.fathom.Optimizer;
import dev.fathom.space.Space;

/// The caller owns the loop: ask for a setting, tell its loss, take the recommendation.
public final class AskAndTell {

    private AskAndTell() {}

    /// Prints why and where the search went.
    public static void main(String[] args) {
        try (var optimizer = Optimizer.of("Auto", Space.reals(3, -5, 5), Budget.of(200))) {
            IO.println(optimizer.explain());
            while (optimizer.hasBudget()) {
                var trial = optimizer.ask();
                optimizer.tell(trial, measure(trial.value()));
            }
            IO.println(measure(optimizer.recommend()));
        }
    }

    static double measure(double[] x) {
        return Math.abs(x[0] - 1) + Math.abs(x[1] + 2) + Math.abs(x[2] - x[0]);
    }
}
