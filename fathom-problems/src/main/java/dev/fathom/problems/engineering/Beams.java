package dev.fathom.problems.engineering;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Known;
import dev.fathom.problems.constrained.ConstrainedProblem;
import java.util.Arrays;

/// Beams, bars and plates.
final class Beams {

    private Beams() {}

    /// The cost of a beam that is welded to a support, in dollars. Variables: height and length of the weld, height and
    /// width of the beam, in inches. Limits: shear stress, bending stress, geometry, cost of the welded part,
    /// thickness, deflection and buckling.
    ///
    /// Source: Ragsdell and Phillips, "Optimal Design of a Class of Welded Structures Using Geometric Programming",
    /// 1976, in the form of Coello, 2000. Best known: 1.724852309, by He and Wang, 2007, and many others.
    static ConstrainedProblem welded() {
        return new ConstrainedProblem(
                "welded-beam",
                "cost of a welded beam: 4 variables, 7 constraints",
                Box.reals(new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {2, 10, 10, 2}, new double[] {1.05, 5, 5, 1.05
                }),
                7,
                Beams::weld,
                new Known.Optimum(
                        new double[] {0.20572963978588493, 3.470488665629485, 9.036623910361406, 0.20572963978588493},
                        1.7248523085960835));
    }

    private static Outcome.Values weld(double[] x) {
        double weld = x[0];
        double length = x[1];
        double height = x[2];
        double width = x[3];
        double load = 6000;
        double overhang = 14;
        double arm = (weld + height) / 2;
        double primary = load / (Math.sqrt(2) * weld * length);
        double radius = Math.sqrt(length * length / 4 + arm * arm);
        double inertia = 2 * (Math.sqrt(2) * weld * length * (length * length / 12 + arm * arm));
        double secondary = load * (overhang + length / 2) * radius / inertia;
        double shear = Math.sqrt(primary * primary + primary * secondary * length / radius + secondary * secondary);
        double bending = 6 * load * overhang / (width * height * height);
        double deflection = 4 * load * overhang * overhang * overhang / (30e6 * height * height * height * width);
        double buckling = 4.013
                * 30e6
                * (height * width * width * width / 6)
                / (overhang * overhang)
                * (1 - height / (2 * overhang) * Math.sqrt(30e6 / (4 * 12e6)));
        double part = 0.04811 * height * width * (overhang + length);
        return Outcome.of(1.10471 * weld * weld * length + part)
                .subjectTo(
                        shear - 13_600,
                        bending - 30_000,
                        weld - width,
                        0.10471 * weld * weld + part - 5,
                        0.125 - weld,
                        deflection - 0.25,
                        load - buckling);
    }

    /// The volume of a symmetric truss of three bars of 100 cm under a load of 2 kN/cm², with limits of stress. The
    /// variables are two cross-sections in cm²; at 0 the stresses are infinite.
    ///
    /// Source: Nowacki, "Optimization in Pre-contract Ship Design", 1973; Ray and Liew, "Society and Civilization: An
    /// Optimization Algorithm Based on the Simulation of Social Behavior", 2003. Best known: 263.8958434.
    static ConstrainedProblem truss() {
        return new ConstrainedProblem(
                "three-bar-truss",
                "volume of a truss: 2 variables, 3 constraints",
                Box.cube(2, 0, 1),
                3,
                Beams::bars,
                new Known.Optimum(new double[] {0.7886751431352743, 0.4082482663077823}, 263.8958433764676));
    }

    private static Outcome.Values bars(double[] x) {
        double shared = Math.sqrt(2) * x[0] * x[0] + 2 * x[0] * x[1];
        return Outcome.of(100 * (2 * Math.sqrt(2) * x[0] + x[1]))
                .subjectTo(
                        2 * (Math.sqrt(2) * x[0] + x[1]) / shared - 2,
                        2 * x[1] / shared - 2,
                        2 / (Math.sqrt(2) * x[1] + x[0]) - 2);
    }

    /// The weight of a cantilever of five hollow square blocks under a limit of deflection. Variables: their widths.
    ///
    /// Source: Fleury and Braibant, "Structural Optimization: A New Dual Method Using Mixed Variables", 1986;
    /// Chickermane and Gea, "Structural Optimization Using a New Local Approximation Method", 1996 (1.3400). Minimum by
    /// Lagrange's condition: xᵢ proportional to cᵢ^(1/4).
    static ConstrainedProblem cantilever() {
        double[] x = {6.01601591288872, 5.309173844744378, 4.494329548953308, 3.501474998570238, 2.1526653198285275};
        return new ConstrainedProblem(
                "cantilever-beam",
                "weight of a cantilever: 5 variables, 1 constraint",
                Box.cube(5, 0.01, 100),
                1,
                Beams::blocks,
                new Known.Optimum(x, 1.3399563605990747));
    }

    private static Outcome.Values blocks(double[] x) {
        double[] moments = {61, 37, 19, 7, 1};
        double deflection = -1;
        for (int i = 0; i < moments.length; i++) {
            deflection += moments[i] / (x[i] * x[i] * x[i]);
        }
        return Outcome.of(0.0624 * Arrays.stream(x).sum()).subjectTo(deflection);
    }

    /// The cost of a tubular column under a load of 2500 kgf, with limits of yield stress and buckling. Variables: mean
    /// diameter (2 to 14) and thickness (0.2 to 0.8), in centimetres.
    ///
    /// Source: Rao, "Engineering Optimization: Theory and Practice", 1996, example 1.1. Best known: 26.49949690, as
    /// found by Hsu and Liu, "Developing a Fuzzy Proportional-Derivative Controller Optimization Engine for Engineering
    /// Design Optimization Problems", 2007 (26.4991); both stress limits are active.
    static ConstrainedProblem column() {
        return new ConstrainedProblem(
                "tubular-column",
                "cost of a tubular column: 2 variables, 2 constraints",
                Box.reals(new double[] {2, 0.2}, new double[] {14, 0.8}, new double[] {8, 0.5}),
                2,
                Beams::tube,
                new Known.Optimum(new double[] {5.451156234254847, 0.29196547714367804}, 26.49949689151542));
    }

    private static Outcome.Values tube(double[] x) {
        double diameter = x[0];
        double thickness = x[1];
        double section = Math.PI * diameter * thickness;
        double slenderness = Math.PI * Math.PI * section * (diameter * diameter + thickness * thickness);
        return Outcome.of(9.8 * diameter * thickness + 2 * diameter)
                .subjectTo(2500 / (500 * section) - 1, 8 * 2500.0 * 250 * 250 / (0.85e6 * slenderness) - 1);
    }

    /// The weight of a corrugated bulkhead of a ship. Variables: width, depth and length of the corrugation and
    /// thickness of the plate.
    ///
    /// Source: Ravindran, Ragsdell and Reklaitis, "Engineering Optimization: Methods and Applications", 2006. Best
    /// known: 6.842958010. Lengths begin at 0.1 in place of the customary 0, where the loss is not defined.
    static ConstrainedProblem bulkhead() {
        return new ConstrainedProblem(
                "corrugated-bulkhead",
                "weight of a corrugated bulkhead: 4 variables, 6 constraints",
                Box.reals(new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {100, 100, 100, 5}, new double[] {
                    60, 30, 70, 2.5
                }),
                6,
                Beams::corrugation,
                new Known.Optimum(
                        new double[] {57.6923076923077, 34.14762034867439, 57.69230769230769, 1.05}, 6.84295801008077));
    }

    private static Outcome.Values corrugation(double[] x) {
        double width = x[0];
        double depth = x[1];
        double length = x[2];
        double thickness = x[3];
        double run = width + Math.sqrt(Math.abs(length * length - depth * depth));
        return Outcome.of(5.885 * thickness * (width + length) / run)
                .subjectTo(
                        8.94 * run - thickness * depth * (0.4 * width + length / 6),
                        2.2 * StrictMath.pow(8.94 * run, 4.0 / 3)
                                - thickness * depth * depth * (0.2 * width + length / 12),
                        0.0156 * width + 0.15 - thickness,
                        0.0156 * length + 0.15 - thickness,
                        1.05 - thickness,
                        depth - length);
    }
}
