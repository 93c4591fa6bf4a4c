package dev.fathom.problems;

import static dev.fathom.problems.Setting.condition;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The classical scalable functions of the literature, with their customary boxes. Formulas are in [Functions].
final class Classics {

    private Classics() {}

    static List<Family> families() {
        return List.of(
                plain("sphere", "sum of squares, the easiest function", 5.12, 0, Functions::sphere),
                conditioned(
                        "ellipsoid",
                        "convex quadratic, curvatures spread evenly up to the condition",
                        Functions::ellipsoid),
                conditioned("cigar", "convex quadratic with one long axis", Functions::cigar),
                conditioned("discus", "convex quadratic with one short axis", Functions::discus),
                family("rosenbrock", "curved narrow valley", 2, -5, 10, 1, 0, Functions::rosenbrock),
                plain("rastrigin", "regular grid of about 11 to the d local minima", 5.12, 0, Functions::rastrigin),
                plain("ackley", "many small local minima around one deep hole", 32.768, 0, Functions::ackley),
                plain("griewank", "wide bowl under small regular waves", 600, 0, Functions::griewank),
                plain("levy", "waves along the axes, valley-like in the last column", 10, 1, Functions::levy),
                plain(
                        "schwefel",
                        "deceptive: the best minimum lies far from the next best (2.26)",
                        500,
                        Functions.SCHWEFEL_OPTIMUM,
                        Functions::schwefel),
                family(
                        "styblinski-tang",
                        "two minima in each column, one of them better",
                        1,
                        -5,
                        5,
                        Functions.STYBLINSKI_TANG_OPTIMUM,
                        Functions.STYBLINSKI_TANG_MINIMUM,
                        Functions::styblinskiTang),
                plain("step", "sphere of rounded numbers: plateaus without slope", 100, 0, Functions::step));
    }

    /// The set of these functions.
    static ProblemSet set() {
        return ProblemSet.of(
                "classic",
                "the classical scalable functions of the literature",
                families().stream().map(Family::function).toList(),
                2,
                5,
                10,
                20,
                40);
    }

    /// Box [-bound, bound]ᵈ, minimum 0 at x = (best, …, best).
    private static Family plain(
            String name, String description, double bound, double best, ToDoubleFunction<double[]> formula) {
        return family(name, description, 1, -bound, bound, best, 0, formula);
    }

    /// Box [low, high]ᵈ, minimum d·share at x = (best, …, best).
    private static Family family(
            String name,
            String description,
            int least,
            double low,
            double high,
            double best,
            double share,
            ToDoubleFunction<double[]> formula) {
        Setting dimension = Setting.dimension(least);
        return new Family(name, description, List.of(dimension), settings -> {
            int d = (int) dimension.of(settings);
            return TestProblem.of(
                    settings.toString(), filled(d, low), filled(d, high), formula, filled(d, best), d * share);
        });
    }

    /// Box [-5, 5]ᵈ, minimum 0 at the origin.
    private static Family conditioned(String name, String description, Conditioned formula) {
        Setting dimension = Setting.dimension(1);
        return new Family(name, description, List.of(dimension, condition()), settings -> {
            int d = (int) dimension.of(settings);
            double condition = condition().of(settings);
            return TestProblem.of(
                    settings.toString(),
                    filled(d, -5),
                    filled(d, 5),
                    x -> formula.value(x, condition),
                    new double[d],
                    0);
        });
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }

    private interface Conditioned {
        double value(double[] x, double condition);
    }
}
