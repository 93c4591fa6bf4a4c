package dev.fathom.problems.nist;

import java.util.Arrays;
import java.util.List;

/// A nonlinear regression problem of the NIST's Statistical Reference Datasets: find parameters b [p] that minimize the
/// sum of the squares of the residuals yᵢ - model(b, xᵢ) over n observations.
///
/// The certified values were computed with extended precision and are given to 11 significant digits. The residuals of
/// Lanczos1 are so small (sum of squares 1.4e-25) that these digits give 4e-21. Source: National
/// Institute of Standards and Technology, Statistical Reference Datasets, "Nonlinear Least Squares Regression". The
/// data are in the public domain. Arrays are copied on the way in and out.
///
/// @param name as the NIST calls it
/// @param level how difficult the NIST judges it to be
/// @param data one line that says what was observed
/// @param formula the model as text
/// @param model the regression function
/// @param y what the model predicts, [n]: the observed responses; for Nelson their natural logarithms
/// @param x k predictors of each observation, [n×k]; two for Nelson, else one
/// @param firstStart the first starting point, far from the solution, [p]
/// @param secondStart the second starting point, in most problems nearer to the solution, [p]
/// @param certified the certified parameters, [p]
/// @param standardDeviations the certified standard deviations of the parameters, [p]
/// @param residualDeviation the certified residual standard deviation, √(minimum / (n - p)), in units of y
/// @param minimum the certified residual sum of squares
public record NistProblem(
        String name,
        Level level,
        String data,
        String formula,
        Model model,
        double[] y,
        double[][] x,
        double[] firstStart,
        double[] secondStart,
        double[] certified,
        double[] standardDeviations,
        double residualDeviation,
        double minimum) {

    /// Copies the arrays.
    ///
    /// @throws IllegalArgumentException if there are not as many predictors as responses, or not as many of the other
    ///     numbers as certified parameters
    public NistProblem {
        y = y.clone();
        x = copy(x);
        firstStart = firstStart.clone();
        secondStart = secondStart.clone();
        certified = certified.clone();
        standardDeviations = standardDeviations.clone();
        requireLength(name, "rows of predictors", x.length, y.length);
        requireLength(name, "numbers in the first start", firstStart.length, certified.length);
        requireLength(name, "numbers in the second start", secondStart.length, certified.length);
        requireLength(name, "standard deviations", standardDeviations.length, certified.length);
    }

    /// All 27 problems, easier levels first.
    public static List<NistProblem> all() {
        return DataSets.all();
    }

    /// The problem that the NIST calls so, for example `Thurber`.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists all names
    public static NistProblem of(String name) {
        return DataSets.of(name);
    }

    /// What the model predicts, [n].
    @Override
    public double[] y() {
        return y.clone();
    }

    /// Predictors, [n×k].
    @Override
    public double[][] x() {
        return copy(x);
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
    /// not a number where the model overflows, divides by zero or takes a root of a negative number.
    ///
    /// @param b the parameters, [p]
    /// @throws IllegalArgumentException if b has not p numbers
    public double residualSumOfSquares(double[] b) {
        requireLength(name, "parameters", b.length, certified.length);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - model.predict(b, x[i]);
            sum += residual * residual;
        }
        return sum;
    }

    @Override
    public String toString() {
        return name;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private static void requireLength(String name, String what, int given, int length) {
        if (given != length) {
            throw new IllegalArgumentException(
                    name + " takes " + length + " " + what + ", but got " + given + ". Maybe look at dimension().");
        }
    }
}
