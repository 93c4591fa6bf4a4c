package dev.fathom.problems.engineering;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Known;
import dev.fathom.problems.Variable;
import dev.fathom.problems.constrained.ConstrainedProblem;
import java.util.List;

/// A cylindrical pressure vessel with hemispherical heads: cost of material, forming and welding, in dollars.
///
/// Source: Kannan and Kramer, "An Augmented Lagrange Multiplier Based Method for Mixed Integer Discrete Continuous
/// Optimization and Its Applications to Mechanical Design", 1994, after Sandgren, 1990, in the form of Coello, "Use of
/// a Self-Adaptive Penalty Approach for Engineering Optimization Problems", 2000. Lengths are in inches. The length is
/// at most 200, so that the fourth constraint is never active, as is customary.
final class Vessels {

    private static final double PLATE = 0.0625;

    private Vessels() {}

    /// Variables: thickness of shell and head in sixteenths of an inch (whole, 1 to 99), inner radius and length of the
    /// cylinder (10 to 200). Best known: 6059.714335, found by many; at the optimum the radius is thickness / 0.0193
    /// and the volume constraint is active.
    static ConstrainedProblem mixed() {
        Box box = new Box(
                new double[] {1, 1, 10, 10},
                new double[] {99, 99, 200, 200},
                new double[] {50, 50, 105, 105},
                List.of(Variable.WHOLE, Variable.WHOLE, Variable.REAL, Variable.REAL));
        return new ConstrainedProblem(
                "pressure-vessel",
                "cost of a pressure vessel: 2 whole and 2 real variables, 4 constraints",
                box,
                4,
                x -> values(PLATE * x[0], PLATE * x[1], x[2], x[3]),
                new Known.Optimum(new double[] {13, 7, 42.09844559585492, 176.6365958424394}, 6059.714335048436));
    }

    /// The same with real thicknesses in inches, from 0.0625 to 6.1875. Best known: 5885.332774, in many papers
    /// that let the thicknesses be real; both thickness constraints, the volume and the longest length are active.
    static ConstrainedProblem relaxed() {
        return new ConstrainedProblem(
                "pressure-vessel-relaxed",
                "cost of a pressure vessel of any thickness: 4 variables, 4 constraints",
                Box.reals(
                        new double[] {PLATE, PLATE, 10, 10},
                        new double[] {99 * PLATE, 99 * PLATE, 200, 200},
                        new double[] {3, 3, 105, 105}),
                4,
                x -> values(x[0], x[1], x[2], x[3]),
                new Known.Optimum(
                        new double[] {0.7781686413751046, 0.38464916262790166, 40.31961872409871, 200},
                        5885.332773616452));
    }

    private static Outcome.Values values(double shell, double head, double radius, double length) {
        double cost = 0.6224 * shell * radius * length
                + 1.7781 * head * radius * radius
                + 3.1661 * shell * shell * length
                + 19.84 * shell * shell * radius;
        return Outcome.of(cost)
                .subjectTo(
                        0.0193 * radius - shell,
                        0.00954 * radius - head,
                        1_296_000 - Math.PI * radius * radius * (length + 4.0 / 3 * radius),
                        length - 240);
    }
}
