package dev.fathom.problems.constrained;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Formula;
import dev.fathom.problems.Known;
import java.util.Arrays;

/// Small problems with which mesh-adaptive searches are customarily tried.
///
/// Source: Audet and Dennis, "A Progressive Barrier for Derivative-Free Nonlinear Programming", 2009, section 5.
public final class Geometric {

    private Geometric() {}

    /// The point of a narrow winding band next to (20, 1): d = 2, 2 constraints, no bounds; the start (0, -10) violates
    /// the first. The nearest point was found by Newton's method on the upper edge x₂ = sin x₁.
    public static ConstrainedProblem snake() {
        return new ConstrainedProblem(
                "snake",
                "the end of a narrow winding band: 2 variables, 2 constraints",
                Box.unbounded(0, -10),
                2,
                x -> Outcome.of(Math.sqrt((x[0] - 20) * (x[0] - 20) + (x[1] - 1) * (x[1] - 1)))
                        .subjectTo(StrictMath.sin(x[0]) - 0.1 - x[1], x[1] - StrictMath.sin(x[0])),
                new Known.Optimum(new double[] {20.028867555423435, 0.9243435776258447}, 0.080976725067032));
    }

    /// The least sum of coordinates in the ball of radius √(3d) around the origin, where the search begins: -d√3.
    public static ConstrainedProblem disk(int d) {
        double[] x = new double[d];
        Arrays.fill(x, -Math.sqrt(3));
        Formula formula = at -> {
            double sum = 0;
            double squares = 0;
            for (double xi : at) {
                sum += xi;
                squares += xi * xi;
            }
            return Outcome.of(sum).subjectTo(squares - 3.0 * d);
        };
        return new ConstrainedProblem(
                "disk",
                "the least sum in a ball: 1 constraint",
                Box.unbounded(new double[d]),
                1,
                formula,
                new Known.Optimum(x, -d * Math.sqrt(3)));
    }
}
