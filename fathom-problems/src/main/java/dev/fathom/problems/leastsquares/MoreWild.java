package dev.fathom.problems.leastsquares;

import dev.fathom.problems.Known;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// The 22 least-squares problems of Moré and Wild.
///
/// Source: Moré and Wild, "Benchmarking Derivative-Free Optimization Algorithms", SIAM Journal on Optimization 20,
/// 2009, section 4, and for the formulas the sources named in [Polynomials], [Curves] and [LinearSystems].
///
/// Minima that are not known by thought were computed: the best of several runs of Levenberg's and Marquardt's method
/// (squares) or of sequential linear programming (magnitudes), from the customary start and from random points. They
/// agree with those that the sources print, but it is not proven that there is no better one.
/// Worse local minima attract searches from the customary start of freudenstein-roth (48.98), and of chebyquad in 10
/// (6.504e-3) and 12 dimensions (5.175e-3). brown-almost-linear has one of value 1; bard, kowalik-osborne, osborne-1
/// and osborne-2 have some far off.
public final class MoreWild {

    private static final int MANY = 1_000;

    private MoreWild() {}

    /// The problems, from linear to scalable ones.
    public static List<LeastSquaresProblem> all() {
        return Stream.of(linear(), small(), fits(), scalable())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LeastSquaresProblem> linear() {
        return List.of(
                linear(
                        "full-rank",
                        "linear residuals of full rank",
                        1,
                        9,
                        LinearSystems::fullRank,
                        filled(-1),
                        filled(-2.5)),
                linear(
                        "rank-one",
                        "linear residuals of rank 1",
                        1,
                        7,
                        LinearSystems::rankOne,
                        d -> single(d, 0, LinearSystems.leastSquares(5 * d)),
                        d -> single(d, 0, LinearSystems.leastMagnitudes(5 * d))),
                linear(
                        "rank-one-zero",
                        "linear residuals of rank 1, two variables without effect",
                        3,
                        7,
                        LinearSystems::rankOneZero,
                        d -> single(d, 1, LinearSystems.leastSquares(5 * d - 2) / 2),
                        d -> single(d, 1, LinearSystems.leastMagnitudes(5 * d - 2) / 2)));
    }

    private static List<LeastSquaresProblem> small() {
        return List.of(
                zero("rosenbrock", "a curved valley", Polynomials::rosenbrock, x(-1.2, 1), x(1, 1)),
                zero("helical-valley", "a valley that winds", Curves::helicalValley, x(-1, 0, 0), x(1, 0, 0)),
                zero(
                        "powell-singular",
                        "a solution where the Jacobian is singular",
                        Polynomials::powellSingular,
                        x(3, -1, 0, 1),
                        new double[4]),
                zero(
                        "freudenstein-roth",
                        "two minima, the worse one nearer to the start",
                        Polynomials::freudensteinRoth,
                        x(0.5, -2),
                        x(5, 4)),
                zero("box", "exponentials, a line of solutions", Curves::box, x(0, 10, 20), x(1, 10, 1)),
                zero(
                        "heart",
                        "dipole moments of a heart",
                        Polynomials::heart,
                        x(-0.3, -0.39, 0.3, -0.344, -1.2, 2.69, 1.59, -1.5),
                        Minima.squares("heart", 8).x()));
    }

    private static List<LeastSquaresProblem> fits() {
        return List.of(
                fit("bard", "a ratio fitted to 15 data", Curves::bard, x(1, 1, 1)),
                fit(
                        "kowalik-osborne",
                        "an enzyme reaction fitted to 11 data",
                        Curves::kowalikOsborne,
                        x(0.25, 0.39, 0.415, 0.39)),
                fit("meyer", "a thermistor fitted to 16 data, badly scaled", Curves::meyer, x(0.02, 4000, 250)),
                fit("jennrich-sampson", "exponentials of both variables", Curves::jennrichSampson, x(0.3, 0.4)),
                fit("brown-dennis", "large residuals", Curves::brownDennis, x(25, 5, -5, -1)),
                fit("osborne-one", "two exponentials fitted to 33 data", Curves::osborne1, x(0.5, 1.5, 1, 0.01, 0.02)),
                fit(
                        "osborne-two",
                        "an exponential and three peaks fitted to 65 data",
                        Curves::osborne2,
                        x(1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5)));
    }

    private static List<LeastSquaresProblem> scalable() {
        return List.of(
                tabulated("watson", "a polynomial that solves y' = 1 + y²", 2, 12, 6, Polynomials::watson, filled(0.5)),
                tabulated("chebyquad", "abscissas of a quadrature", 2, 12, 8, Polynomials::chebyquad, MoreWild::evenly),
                tabulated("bdqrtic", "a quartic of a band", 8, 12, 8, Polynomials::bdqrtic, filled(1)),
                scalable(
                        "brown-almost-linear",
                        "linear residuals and a product",
                        10,
                        Polynomials::brownAlmostLinear,
                        filled(0.5),
                        d -> new Known.Optimum(filled(1).apply(d), 0)),
                scalable(
                        "cube",
                        "a cubic valley",
                        5,
                        Polynomials::cube,
                        filled(0.5),
                        d -> new Known.Optimum(filled(1).apply(d), 0)),
                scalable(
                        "mancino",
                        "trigonometric, nearly linear",
                        5,
                        Curves::mancino,
                        Curves::mancinoStart,
                        d -> new Known.Optimum(new double[0], 0)));
    }

    private static LeastSquaresProblem linear(
            String name,
            String description,
            int least,
            int usual,
            Residuals r,
            IntFunction<double[]> squares,
            IntFunction<double[]> magnitudes) {
        return new LeastSquaresProblem(
                name,
                description,
                least,
                MANY,
                usual,
                r,
                filled(1),
                d -> new Known.Optimum(squares.apply(d), r.squares(squares.apply(d))),
                d -> new Known.Optimum(magnitudes.apply(d), r.magnitudes(magnitudes.apply(d))));
    }

    /// All residuals are 0 at the solution; a fixed number of variables.
    private static LeastSquaresProblem zero(
            String name, String description, Residuals r, double[] start, double[] solution) {
        int d = start.length;
        IntFunction<Known.Optimum> optimum = any -> new Known.Optimum(solution, 0);
        return new LeastSquaresProblem(name, description, d, d, d, r, any -> start.clone(), optimum, optimum);
    }

    /// Minima from the table; a fixed number of variables.
    private static LeastSquaresProblem fit(String name, String description, Residuals r, double[] start) {
        int d = start.length;
        return tabulated(name, description, d, d, d, r, any -> start.clone());
    }

    private static LeastSquaresProblem tabulated(
            String name, String description, int least, int most, int usual, Residuals r, IntFunction<double[]> start) {
        return new LeastSquaresProblem(
                name,
                description,
                least,
                most,
                usual,
                r,
                start,
                d -> Minima.squares(name, d),
                d -> Minima.magnitudes(name, d));
    }

    /// All residuals are 0 at the solution; any number of variables.
    private static LeastSquaresProblem scalable(
            String name,
            String description,
            int usual,
            Residuals r,
            IntFunction<double[]> start,
            IntFunction<Known.Optimum> optimum) {
        return new LeastSquaresProblem(name, description, 2, MANY, usual, r, start, optimum, optimum);
    }

    private static double[] x(double... numbers) {
        return numbers;
    }

    private static IntFunction<double[]> filled(double value) {
        return d -> {
            double[] x = new double[d];
            Arrays.fill(x, value);
            return x;
        };
    }

    /// All 0 but one.
    private static double[] single(int d, int j, double value) {
        double[] x = new double[d];
        x[j] = value;
        return x;
    }

    /// j / (d + 1).
    private static double[] evenly(int d) {
        double[] x = new double[d];
        for (int j = 0; j < d; j++) {
            x[j] = (j + 1.0) / (d + 1);
        }
        return x;
    }
}
