package dev.fathom.problems.engineering;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Known;
import dev.fathom.problems.Variable;
import dev.fathom.problems.constrained.ConstrainedProblem;
import java.util.List;

/// The weight of a tension and compression spring under limits of deflection, shear stress, surge frequency and outer
/// diameter. Variables: diameter of the wire (0.05 to 2) and mean diameter of the coil (0.25 to 1.3), in inches, and
/// the number of active coils (2 to 15).
///
/// Source: Arora, "Introduction to Optimum Design", 1989, and Belegundu, "A Study of Mathematical Programming Methods
/// for Structural Optimization", 1982.
final class Springs {

    private static final double[] LOW = {0.05, 0.25, 2};
    private static final double[] HIGH = {2, 1.3, 15};

    private Springs() {}

    /// Any number of coils. Best known: 0.0126652328, for example in He and Wang, "A Hybrid Particle Swarm Optimization
    /// with a Feasibility-Based Rule for Constrained Optimization", 2007 (0.0126652); two constraints are active.
    static ConstrainedProblem real() {
        return new ConstrainedProblem(
                "spring",
                "weight of a spring: 3 variables, 4 constraints",
                Box.reals(LOW, HIGH, new double[] {0.5, 0.75, 8}),
                4,
                Springs::values,
                new Known.Optimum(
                        new double[] {0.05168906115877682, 0.3567177416281406, 11.288965644400673},
                        0.012665232788317432));
    }

    /// A whole number of coils. The minimum was found by solving the problem of the two diameters for each number:
    /// 0.0126827 for 10 coils, 0.0126660 for 11, 0.0126696 for 12, more for others.
    static ConstrainedProblem whole() {
        return new ConstrainedProblem(
                "spring-coils",
                "weight of a spring with whole coils: 2 real variables and a whole one, 4 constraints",
                new Box(LOW, HIGH, new double[] {0.5, 0.75, 8}, List.of(Variable.REAL, Variable.REAL, Variable.WHOLE)),
                4,
                Springs::values,
                new Known.Optimum(new double[] {0.051897322666195365, 0.361748671299362, 11}, 0.012666021010677963));
    }

    private static Outcome.Values values(double[] x) {
        double wire = x[0];
        double coil = x[1];
        double coils = x[2];
        double fourth = wire * wire * wire * wire;
        double deflection = 1 - coil * coil * coil * coils / (71785 * fourth);
        double shear = (4 * coil * coil - wire * coil) / (12566 * (coil * wire * wire * wire - fourth))
                + 1 / (5108 * wire * wire)
                - 1;
        double surge = 1 - 140.45 * wire / (coil * coil * coils);
        double outside = (wire + coil) / 1.5 - 1;
        return Outcome.of((coils + 2) * coil * wire * wire).subjectTo(deflection, shear, surge, outside);
    }
}
