package dev.fathom.problems.engineering;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Known;
import dev.fathom.problems.Variable;
import dev.fathom.problems.constrained.ConstrainedProblem;
import java.util.Collections;
import java.util.List;

/// Gears and levers.
final class Machines {

    private Machines() {}

    /// The weight of a speed reducer. Variables: width of the face, module, number of teeth of the pinion (whole), the
    /// lengths of two shafts between their bearings and their diameters. Limits: bending and surface stress of the
    /// teeth, deflections and stresses of the shafts, and geometry.
    ///
    /// Source: Golinski, "Optimal Synthesis Problems Solved by Means of Nonlinear Programming and Random Methods",
    /// 1970, with both shafts from 7.3 to 8.3 long. Best known: 2994.471066, for example in Mezura-Montes and Coello,
    /// "Useful Infeasible Solutions in Engineering Optimization with Evolutionary Algorithms", 2005 (2996.348 where the
    /// second shaft must be 7.8 long, as in other papers).
    static ConstrainedProblem reducer() {
        return new ConstrainedProblem(
                "speed-reducer",
                "weight of a speed reducer: 6 real variables and a whole one, 11 constraints",
                new Box(
                        new double[] {2.6, 0.7, 17, 7.3, 7.3, 2.9, 5},
                        new double[] {3.6, 0.8, 28, 8.3, 8.3, 3.9, 5.5},
                        new double[] {3.1, 0.75, 22, 7.8, 7.8, 3.4, 5.25},
                        List.of(
                                Variable.REAL,
                                Variable.REAL,
                                Variable.WHOLE,
                                Variable.REAL,
                                Variable.REAL,
                                Variable.REAL,
                                Variable.REAL)),
                11,
                Machines::reduce,
                new Known.Optimum(
                        new double[] {3.5, 0.7, 17, 7.3, 7.715319911478244, 3.350214666096447, 5.28665446498022},
                        2994.4710661468193));
    }

    private static Outcome.Values reduce(double[] x) {
        double face = x[0];
        double module = x[1];
        double teeth = x[2];
        double d1 = x[5];
        double d2 = x[6];
        double gear = module * teeth;
        double weight = 0.7854 * face * module * module * (3.3333 * teeth * teeth + 14.9334 * teeth - 43.0934)
                - 1.508 * face * (d1 * d1 + d2 * d2)
                + 7.4777 * (d1 * d1 * d1 + d2 * d2 * d2)
                + 0.7854 * (x[3] * d1 * d1 + x[4] * d2 * d2);
        return Outcome.of(weight)
                .subjectTo(
                        27 / (face * module * gear) - 1,
                        397.5 / (face * gear * gear) - 1,
                        1.93 * x[3] * x[3] * x[3] / (gear * d1 * d1 * d1 * d1) - 1,
                        1.93 * x[4] * x[4] * x[4] / (gear * d2 * d2 * d2 * d2) - 1,
                        stress(x[3], gear, 16.9e6) / (110 * d1 * d1 * d1) - 1,
                        stress(x[4], gear, 157.5e6) / (85 * d2 * d2 * d2) - 1,
                        gear / 40 - 1,
                        5 * module / face - 1,
                        face / (12 * module) - 1,
                        (1.5 * d1 + 1.9) / x[3] - 1,
                        (1.1 * d2 + 1.9) / x[4] - 1);
    }

    private static double stress(double length, double gear, double square) {
        double moment = 745 * length / gear;
        return Math.sqrt(moment * moment + square);
    }

    /// The squared error of the ratio of a train of four gears against 1/6.931. Variables: the numbers of teeth, whole,
    /// 12 to 60; the ratio is x₁x₂ / (x₃x₄).
    ///
    /// Source: Sandgren, "Nonlinear Integer and Discrete Programming in Mechanical Design Optimization", 1990. The
    /// minimum is known by enumeration: 2.700857e-12 at teeth 16 and 19 against 43 and 49.
    static ConstrainedProblem gears() {
        double[] low = {12, 12, 12, 12};
        double[] high = {60, 60, 60, 60};
        double[] start = {36, 36, 36, 36};
        return new ConstrainedProblem(
                "gear-train",
                "error of a gear ratio: 4 whole variables",
                new Box(low, high, start, Collections.nCopies(4, Variable.WHOLE)),
                0,
                x -> Outcome.of(square(1 / 6.931 - x[0] * x[1] / (x[2] * x[3]))),
                new Known.Optimum(new double[] {16, 19, 43, 49}, 2.7008571488865134e-12));
    }

    private static double square(double number) {
        return number * number;
    }

    /// The volume of oil that a piston moves to lift a lever from 0° to 45°. Variables: where the components are, H, B
    /// and X, and the diameter D of the piston, in inches. Limits: equilibrium, bending moment of the lever, stroke,
    /// geometry.
    ///
    /// Source: Vanderplaats, "Numerical Optimization Techniques for Engineering Design", 1984, in the form of Gandomi,
    /// Yang and Alavi, "Cuckoo Search Algorithm", 2013 (8.4271). Best known: 8.412698323.
    static ConstrainedProblem piston() {
        return new ConstrainedProblem(
                "piston-lever",
                "oil moved by a piston: 4 variables, 4 constraints",
                Box.reals(new double[] {0.05, 0.05, 0.05, 0.05}, new double[] {500, 500, 120, 120}, new double[] {
                    250, 250, 60, 60
                }),
                4,
                Machines::lift,
                new Known.Optimum(
                        new double[] {0.05, 2.0415135899181083, 4.083027179836212, 119.99999999999994},
                        8.4126983231066));
    }

    private static Outcome.Values lift(double[] x) {
        double h = x[0];
        double b = x[1];
        double diameter = x[2];
        double reach = x[3];
        double slope = Math.sqrt(0.5);
        double down = Math.sqrt(square(reach - b) + h * h);
        double up = Math.sqrt(square(reach * slope + h) + square(b - reach * slope));
        double arm = Math.abs(-reach * (reach * slope + h) + h * (b - reach * slope)) / down;
        double area = Math.PI * diameter * diameter / 4;
        return Outcome.of(area * (up - down))
                .subjectTo(
                        10_000 * 240 * slope - arm * 1500 * area,
                        10_000 * (240 - reach) - 1.8e6,
                        1.2 * (up - down) - down,
                        diameter / 2 - b);
    }
}
