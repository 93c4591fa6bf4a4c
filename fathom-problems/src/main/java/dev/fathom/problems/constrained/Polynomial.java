package dev.fathom.problems.constrained;

import static dev.fathom.problems.constrained.Evolutionary.box;
import static dev.fathom.problems.constrained.Evolutionary.equal;
import static dev.fathom.problems.constrained.Evolutionary.problem;

import dev.fathom.Outcome;
import dev.fathom.problems.Box;

/// Those of the problems g01 to g13 that consist of polynomials.
final class Polynomial {

    private Polynomial() {}

    /// Also known as Himmelblau's problem.
    static ConstrainedProblem g04() {
        return problem(
                "g04",
                "a quadratic: 5 variables, 6 constraints",
                box(new double[] {78, 33, 27, 27, 27}, new double[] {102, 45, 45, 45, 45}),
                6,
                x -> {
                    double u = 85.334407 + 0.0056858 * x[1] * x[4] + 0.0006262 * x[0] * x[3] - 0.0022053 * x[2] * x[4];
                    double v = 80.51249 + 0.0071317 * x[1] * x[4] + 0.0029955 * x[0] * x[1] + 0.0021813 * x[2] * x[2];
                    double w = 9.300961 + 0.0047026 * x[2] * x[4] + 0.0012547 * x[0] * x[2] + 0.0019085 * x[2] * x[3];
                    return Outcome.of(5.3578547 * x[2] * x[2] + 0.8356891 * x[0] * x[4] + 37.293239 * x[0] - 40792.141)
                            .subjectTo(u - 92, -u, v - 110, 90 - v, w - 25, 20 - w);
                },
                -30665.53867178333,
                78,
                33,
                29.995256025681563,
                45,
                36.77581290578819);
    }

    static ConstrainedProblem g06() {
        return problem(
                "g06",
                "a thin crescent of feasible points: 2 variables, 2 constraints",
                box(new double[] {13, 0}, new double[] {100, 100}),
                2,
                x -> Outcome.of(cube(x[0] - 10) + cube(x[1] - 20))
                        .subjectTo(
                                100 - square(x[0] - 5) - square(x[1] - 5), square(x[0] - 6) + square(x[1] - 5) - 82.81),
                -6961.813875580138,
                14.095,
                0.84296078921548);
    }

    static ConstrainedProblem g07() {
        return problem(
                "g07",
                "a convex quadratic: 10 variables, 8 constraints",
                Box.cube(10, -10, 10),
                8,
                x -> Outcome.of(bowl(x))
                        .subjectTo(
                                4 * x[0] + 5 * x[1] - 3 * x[6] + 9 * x[7] - 105,
                                10 * x[0] - 8 * x[1] - 17 * x[6] + 2 * x[7],
                                -8 * x[0] + 2 * x[1] + 5 * x[8] - 2 * x[9] - 12,
                                3 * square(x[0] - 2) + 4 * square(x[1] - 3) + 2 * square(x[2]) - 7 * x[3] - 120,
                                5 * square(x[0]) + 8 * x[1] + square(x[2] - 6) - 2 * x[3] - 40,
                                square(x[0]) + 2 * square(x[1] - 2) - 2 * x[0] * x[1] + 14 * x[4] - 6 * x[5],
                                0.5 * square(x[0] - 8) + 2 * square(x[1] - 4) + 3 * square(x[4]) - x[5] - 30,
                                -3 * x[0] + 6 * x[1] + 12 * square(x[8] - 8) - 7 * x[9]),
                24.306209068174827,
                2.171996366631166,
                2.363682985650915,
                8.77392574158849,
                5.095984494174345,
                0.9906547383135323,
                1.4305739112913411,
                1.3216441989141272,
                9.828725800218367,
                8.280091598979798,
                8.375926516575621);
    }

    private static double bowl(double[] x) {
        return square(x[0])
                + square(x[1])
                + x[0] * x[1]
                - 14 * x[0]
                - 16 * x[1]
                + square(x[2] - 10)
                + 4 * square(x[3] - 5)
                + square(x[4] - 3)
                + 2 * square(x[5] - 1)
                + 5 * square(x[6])
                + 7 * square(x[7] - 11)
                + 2 * square(x[8] - 10)
                + square(x[9] - 7)
                + 45;
    }

    static ConstrainedProblem g09() {
        return problem(
                "g09",
                "powers up to the sixth: 7 variables, 4 constraints",
                Box.cube(7, -10, 10),
                4,
                x -> Outcome.of(powers(x))
                        .subjectTo(
                                2 * square(x[0]) + 3 * square(square(x[1])) + x[2] + 4 * square(x[3]) + 5 * x[4] - 127,
                                7 * x[0] + 3 * x[1] + 10 * square(x[2]) + x[3] - x[4] - 282,
                                23 * x[0] + square(x[1]) + 6 * square(x[5]) - 8 * x[6] - 196,
                                4 * square(x[0])
                                        + square(x[1])
                                        - 3 * x[0] * x[1]
                                        + 2 * square(x[2])
                                        + 5 * x[5]
                                        - 11 * x[6]),
                680.6300573744059,
                2.3304995160464177,
                1.9513723560450624,
                -0.47754009151631494,
                4.365726201597063,
                -0.6244869731623454,
                1.038130953275659,
                1.5942266272116545);
    }

    private static double powers(double[] x) {
        return square(x[0] - 10)
                + 5 * square(x[1] - 12)
                + square(square(x[2]))
                + 3 * square(x[3] - 11)
                + 10 * square(cube(x[4]))
                + 7 * square(x[5])
                + square(square(x[6]))
                - 4 * x[5] * x[6]
                - 10 * x[5]
                - 8 * x[6];
    }

    /// Also known as the design of heat exchangers.
    static ConstrainedProblem g10() {
        double[] low = {100, 1000, 1000, 10, 10, 10, 10, 10};
        double[] high = {10_000, 10_000, 10_000, 1000, 1000, 1000, 1000, 1000};
        return problem(
                "g10",
                "heat exchangers: 8 variables, 6 constraints",
                box(low, high),
                6,
                x -> Outcome.of(x[0] + x[1] + x[2])
                        .subjectTo(
                                0.0025 * (x[3] + x[5]) - 1,
                                0.0025 * (x[4] + x[6] - x[3]) - 1,
                                0.01 * (x[7] - x[4]) - 1,
                                -x[0] * x[5] + 833.33252 * x[3] + 100 * x[0] - 83333.333,
                                -x[1] * x[6] + 1250 * x[4] + x[1] * x[3] - 1250 * x[3],
                                -x[2] * x[7] + 1_250_000 + x[2] * x[4] - 2500 * x[4]),
                7049.248020528661,
                579.3066982527656,
                1359.9706980278174,
                5109.970624248078,
                182.0177007359725,
                295.6011750300769,
                217.9822992640275,
                286.4165257058957,
                395.6011750300769);
    }

    static ConstrainedProblem g11() {
        return problem(
                "g11",
                "a parabola: 2 variables, 1 equality",
                Box.cube(2, -1, 1),
                1,
                x -> Outcome.of(square(x[0]) + square(x[1] - 1)).subjectTo(equal(x[1] - square(x[0]))),
                0.7498999999999276,
                -0.7070360692172949,
                0.5000000031743158);
    }

    private static double square(double number) {
        return number * number;
    }

    private static double cube(double number) {
        return number * number * number;
    }
}
