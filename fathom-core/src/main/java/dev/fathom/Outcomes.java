package dev.fathom;

import dev.fathom.algorithm.Row;
import org.jspecify.annotations.Nullable;

/// Reads outcomes: checks them against the goal and enters them into rows.
final class Outcomes {

    private Outcomes() {}

    /// The outcome itself, or a failure if the objective gave none.
    static Outcome notNull(@Nullable Outcome outcome) {
        return outcome != null
                ? outcome
                : Outcome.failed("the objective returned null. Maybe a return statement is missing a value?");
    }

    /// The outcome itself, or the failure that it amounts to.
    static Outcome check(Outcome outcome, Goal goal) {
        if (!(outcome instanceof Outcome.Values values)) {
            return outcome;
        }
        double[] losses = values.losses();
        double[] constraints = values.constraints();
        if (losses.length != goal.objectives()) {
            return Outcome.failed("the evaluation gave " + losses.length + " losses, but " + goal.objectives()
                    + " are declared. Maybe the directions of the study are incomplete?");
        }
        if (constraints.length != goal.constraints()) {
            return Outcome.failed("the evaluation gave " + constraints.length + " constraint values, but "
                    + goal.constraints() + " are declared. Maybe declare their number in the study?");
        }
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return Outcome.failed(
                        "the loss is " + loss + ". Maybe the objective divides by zero or overflows here?");
            }
        }
        for (double constraint : constraints) {
            if (Double.isNaN(constraint)) {
                return Outcome.failed("a constraint value is NaN. Maybe the objective divides by zero here?");
            }
        }
        return outcome;
    }

    /// Enters a checked outcome; objectives to be maximized change their sign.
    static void enter(Outcome checked, Goal goal, Row row) {
        switch (checked) {
            case Outcome.Failed failed -> row.fail();
            case Outcome.Values values -> {
                double[] losses = values.losses();
                if (losses.length == 1) {
                    row.tell(goal.sign(0) * losses[0], values.constraints());
                } else {
                    row.tell(signed(losses, goal), values.constraints());
                }
            }
        }
    }

    private static double[] signed(double[] losses, Goal goal) {
        double[] f = new double[losses.length];
        for (int k = 0; k < f.length; k++) {
            f[k] = goal.sign(k) * losses[k];
        }
        return f;
    }
}
