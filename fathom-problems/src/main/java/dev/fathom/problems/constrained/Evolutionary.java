package dev.fathom.problems.constrained;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;
import dev.fathom.problems.Formula;
import dev.fathom.problems.Known;
import java.util.Arrays;
import java.util.List;

/// The problems g01 to g13, with which constraint handling in evolutionary computation is customarily measured.
///
/// Source: Liang, Runarsson, Mezura-Montes, Clerc, Suganthan, Coello and Deb, "Problem Definitions and Evaluation
/// Criteria for the CEC 2006 Special Session on Constrained Real-Parameter Optimization", 2006; best known values as
/// there, points polished by sequential quadratic programming. An equality h = 0 is the constraint |h| - 10⁻⁴ ≤ 0.
/// Searches begin in the middle of the box, except in g12, where the solution is there.
public final class Evolutionary {

    private static final double TOLERANCE = 1e-4;

    private Evolutionary() {}

    /// All but those that exist in many dimensions, g02 and g03.
    public static List<ConstrainedProblem> all() {
        return List.of(
                g01(),
                Polynomial.g04(),
                g05(),
                Polynomial.g06(),
                Polynomial.g07(),
                g08(),
                Polynomial.g09(),
                Polynomial.g10(),
                Polynomial.g11(),
                g12(),
                g13());
    }

    static ConstrainedProblem problem(
            String name, String description, Box box, int constraints, Formula formula, double value, double... x) {
        return new ConstrainedProblem(name, description, box, constraints, formula, new Known.Optimum(x, value));
    }

    /// In the middle.
    static Box box(double[] low, double[] high) {
        double[] start = new double[low.length];
        Arrays.setAll(start, j -> low[j] + (high[j] - low[j]) / 2);
        return Box.reals(low, high, start);
    }

    /// How far an equality is from being satisfied.
    static double equal(double h) {
        return Math.abs(h) - TOLERANCE;
    }

    private static ConstrainedProblem g01() {
        double[] high = {1, 1, 1, 1, 1, 1, 1, 1, 1, 100, 100, 100, 1};
        return problem(
                "g01",
                "a concave quadratic: 13 variables, 9 linear constraints",
                box(new double[13], high),
                9,
                x -> Outcome.of(concave(x))
                        .subjectTo(
                                2 * x[0] + 2 * x[1] + x[9] + x[10] - 10,
                                2 * x[0] + 2 * x[2] + x[9] + x[11] - 10,
                                2 * x[1] + 2 * x[2] + x[10] + x[11] - 10,
                                -8 * x[0] + x[9],
                                -8 * x[1] + x[10],
                                -8 * x[2] + x[11],
                                -2 * x[3] - x[4] + x[9],
                                -2 * x[5] - x[6] + x[10],
                                -2 * x[7] - x[8] + x[11]),
                -15,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                3,
                3,
                3,
                1);
    }

    private static double concave(double[] x) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += 5 * x[i] - 5 * x[i] * x[i];
        }
        for (int i = 4; i < 13; i++) {
            sum -= x[i];
        }
        return sum;
    }

    /// Keane's bump.
    ///
    /// @param d 10 or 20
    /// @throws IllegalArgumentException if the best value is not known for d
    public static ConstrainedProblem g02(int d) {
        Known.Optimum known = Bump.known(d);
        return new ConstrainedProblem(
                "g02",
                "many bumps: 2 constraints",
                Box.cube(d, 0, 10),
                2,
                x -> Outcome.of(Bump.value(x)).subjectTo(0.75 - Bump.product(x), Bump.sum(x) - 7.5 * d),
                known);
    }

    /// -√dᵈ Π xᵢ on the unit sphere. The minimum is that on the largest sphere within the tolerance.
    public static ConstrainedProblem g03(int d) {
        double[] x = new double[d];
        Arrays.fill(x, Math.sqrt((1 + TOLERANCE) / d));
        Formula formula = at -> {
            double product = -1;
            double squares = -1;
            for (double xi : at) {
                product *= Math.sqrt(d) * xi;
                squares += xi * xi;
            }
            return Outcome.of(product).subjectTo(equal(squares));
        };
        return new ConstrainedProblem(
                "g03",
                "a product on a sphere: 1 equality",
                Box.cube(d, 0, 1),
                1,
                formula,
                new Known.Optimum(x, -StrictMath.pow(1 + TOLERANCE, d / 2.0)));
    }

    private static ConstrainedProblem g05() {
        return problem(
                "g05",
                "a cubic: 4 variables, 2 constraints, 3 equalities",
                box(new double[] {0, 0, -0.55, -0.55}, new double[] {1200, 1200, 0.55, 0.55}),
                5,
                x -> Outcome.of(3 * x[0] + 1e-6 * x[0] * x[0] * x[0] + 2 * x[1] + 2e-6 / 3 * x[1] * x[1] * x[1])
                        .subjectTo(
                                x[2] - x[3] - 0.55,
                                x[3] - x[2] - 0.55,
                                equal(waves(-x[2], -x[3]) + 894.8 - x[0]),
                                equal(waves(x[2], x[2] - x[3]) + 894.8 - x[1]),
                                equal(waves(x[3], x[3] - x[2]) + 1294.8)),
                5126.4967140071,
                679.9451482970287,
                1026.066976000047,
                0.11887636909441043,
                -0.39623348521517826);
    }

    private static double waves(double a, double b) {
        return 1000 * StrictMath.sin(a - 0.25) + 1000 * StrictMath.sin(b - 0.25);
    }

    /// Undefined at x₁ = 0.
    private static ConstrainedProblem g08() {
        return problem(
                "g08",
                "damped waves: 2 variables, 2 constraints",
                Box.cube(2, 0, 10),
                2,
                x -> {
                    double wave = StrictMath.sin(2 * Math.PI * x[0]);
                    double loss = -(wave * wave * wave)
                            * StrictMath.sin(2 * Math.PI * x[1])
                            / (x[0] * x[0] * x[0] * (x[0] + x[1]));
                    return Outcome.of(loss).subjectTo(x[0] * x[0] - x[1] + 1, 1 - x[0] + (x[1] - 4) * (x[1] - 4));
                },
                -0.09582504141803477,
                1.227971350245315,
                4.245373343082641);
    }

    /// The feasible points are 729 separate balls.
    private static ConstrainedProblem g12() {
        return problem(
                "g12",
                "729 balls of feasible points: 3 variables, 1 constraint",
                Box.cube(3, 0, 10).startingAt(1.5, 2.5, 7.5),
                1,
                x -> {
                    double loss = -1;
                    double gap = -0.0625;
                    for (double xi : x) {
                        loss += (xi - 5) * (xi - 5) / 100;
                        double centre = Math.clamp(Math.rint(xi), 1, 9);
                        gap += (xi - centre) * (xi - centre);
                    }
                    return Outcome.of(loss).subjectTo(gap);
                },
                -1,
                5,
                5,
                5);
    }

    private static ConstrainedProblem g13() {
        return problem(
                "g13",
                "an exponential of a product: 5 variables, 3 equalities",
                box(new double[] {-2.3, -2.3, -3.2, -3.2, -3.2}, new double[] {2.3, 2.3, 3.2, 3.2, 3.2}),
                3,
                x -> {
                    double squares = -10;
                    double product = 1;
                    for (double xi : x) {
                        squares += xi * xi;
                        product *= xi;
                    }
                    return Outcome.of(StrictMath.exp(product))
                            .subjectTo(
                                    equal(squares),
                                    equal(x[1] * x[2] - 5 * x[3] * x[4]),
                                    equal(x[0] * x[0] * x[0] + x[1] * x[1] * x[1] + 1));
                },
                0.05394151404189802,
                -1.71714224003,
                1.59572124049468,
                1.8272502406271,
                -0.763659881912867,
                -0.76365986736498);
    }
}
