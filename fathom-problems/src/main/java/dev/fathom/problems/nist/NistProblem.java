package dev.fathom.problems.nist;

import java.util.List;
import java.util.Locale;

/// A nonlinear regression problem of the NIST's Statistical Reference Datasets: find parameters b [p] that minimize the
/// sum of the squares of the residuals yᵢ - model(b, xᵢ) over n observations.
///
/// The certified values were computed with extended precision and are given to 11 significant digits. Source: National
/// Institute of Standards and Technology, Statistical Reference Datasets, "Nonlinear Least Squares Regression". The
/// data
/// are in the public domain. Arrays are copied on the way in and out.
///
/// @param name as the NIST calls it
/// @param formula the model as text
/// @param model the regression function
/// @param y observed responses, [n]
/// @param x predictors, [n]
/// @param firstStart the first starting point, far from the solution, [p]
/// @param secondStart the second starting point, near the solution, [p]
/// @param certified the certified parameters, [p]
/// @param standardDeviations the certified standard deviations of the parameters, [p]
/// @param minimum the certified residual sum of squares
public record NistProblem(
        String name,
        String formula,
        Model model,
        double[] y,
        double[] x,
        double[] firstStart,
        double[] secondStart,
        double[] certified,
        double[] standardDeviations,
        double minimum) {

    /// Copies the arrays.
    ///
    /// @throws IllegalArgumentException if there are not as many predictors as responses, or not as many of the other
    ///     numbers as certified parameters
    public NistProblem {
        y = y.clone();
        x = x.clone();
        firstStart = firstStart.clone();
        secondStart = secondStart.clone();
        certified = certified.clone();
        standardDeviations = standardDeviations.clone();
        requireLength(name, "predictors", x, y.length);
        requireLength(name, "numbers in the first start", firstStart, certified.length);
        requireLength(name, "numbers in the second start", secondStart, certified.length);
        requireLength(name, "standard deviations", standardDeviations, certified.length);
    }

    /// Electron mobility of a semiconductor against the logarithm of density: a ratio of cubic polynomials, 7
    /// parameters,
    /// 37 observations, higher level of difficulty (Thurber, 197?).
    public static NistProblem thurber() {
        String formula = "y = (b1 + b2 x + b3 x^2 + b4 x^3) / (1 + b5 x + b6 x^2 + b7 x^3)";
        return read("Thurber", formula, Models::cubicRatio, 5.6427082397E+03);
    }

    /// Two decaying exponentials, 5 parameters, 33 generated observations, higher level of difficulty (problem 17 of
    /// Moré,
    /// Garbow and Hillstrom, "Testing Unconstrained Optimization Software", 1981, after Osborne, 1972).
    public static NistProblem mgh17() {
        return read("MGH17", "y = b1 + b2 exp(-b4 x) + b3 exp(-b5 x)", Models::twoExponentials, 5.4648946975E-05);
    }

    /// Volume against pressure in monomolecular adsorption: an exponential, 2 parameters, 14 observations, lower level
    /// of
    /// difficulty (Misra, 1978).
    public static NistProblem misra1a() {
        return read("Misra1a", "y = b1 (1 - exp(-b2 x))", Models::saturation, 1.2455138894E-01);
    }

    /// All problems of this class, easier ones first.
    public static List<NistProblem> all() {
        return List.of(misra1a(), mgh17(), thurber());
    }

    /// Responses, [n].
    @Override
    public double[] y() {
        return y.clone();
    }

    /// Predictors, [n].
    @Override
    public double[] x() {
        return x.clone();
    }

    /// The first starting point, [p].
    @Override
    public double[] firstStart() {
        return firstStart.clone();
    }

    /// The second starting point, [p].
    @Override
    public double[] secondStart() {
        return secondStart.clone();
    }

    /// The certified parameters, [p].
    @Override
    public double[] certified() {
        return certified.clone();
    }

    /// The certified standard deviations, [p].
    @Override
    public double[] standardDeviations() {
        return standardDeviations.clone();
    }

    /// Number of parameters p.
    public int dimension() {
        return certified.length;
    }

    /// Number of observations n.
    public int observations() {
        return y.length;
    }

    /// The function to minimize: Σ (yᵢ - model(b, xᵢ))², summed in the order of the observations. It can be infinite or
    /// not a number where the model overflows or divides by zero.
    ///
    /// @param b the parameters, [p]
    /// @throws IllegalArgumentException if b has not p numbers
    public double residualSumOfSquares(double[] b) {
        requireLength(name, "parameters", b, certified.length);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - model.predict(b, x[i]);
            sum += residual * residual;
        }
        return sum;
    }

    /// √(minimum / (n - p)), in units of y.
    public double residualStandardDeviation() {
        return Math.sqrt(minimum / (observations() - dimension()));
    }

    @Override
    public String toString() {
        return name;
    }

    private static NistProblem read(String name, String formula, Model model, double minimum) {
        String file = name.toLowerCase(Locale.ROOT);
        Columns data = Columns.read(file + ".csv");
        Columns parameters = Columns.read(file + "-parameters.csv");
        return new NistProblem(
                name,
                formula,
                model,
                data.numbers("y"),
                data.numbers("x"),
                parameters.numbers("start 1"),
                parameters.numbers("start 2"),
                parameters.numbers("certified"),
                parameters.numbers("standard deviation"),
                minimum);
    }

    private static void requireLength(String name, String what, double[] numbers, int length) {
        if (numbers.length != length) {
            throw new IllegalArgumentException(name + " takes " + length + " " + what + ", but got " + numbers.length
                    + ". Maybe look at dimension().");
        }
    }
}
