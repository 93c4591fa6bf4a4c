package dev.fathom.examples;

import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.problems.nist.NistProblem;
import dev.fathom.space.Space;
import java.util.Arrays;
import java.util.List;

/// Fits three nonlinear regressions of the NIST Statistical Reference Datasets, without derivatives, from the first of
/// the
/// published starting points, and prints how far the result is from the certified parameters.
public final class NistFits {

    private NistFits() {}

    /// Prints one line per problem.
    public static void main(String[] args) {
        IO.println("%-8s %10s %14s %14s %12s".formatted("problem", "parameters", "residuals", "certified", "distance"));
        for (NistProblem problem : problems()) {
            double[] fit = fit(problem);
            IO.println("%-8s %10d %14.8g %14.8g %12.2e"
                    .formatted(
                            problem.name(),
                            problem.dimension(),
                            problem.residualSumOfSquares(fit),
                            problem.residualSumOfSquares(problem.certified()),
                            distance(problem, fit)));
        }
    }

    /// One of each level of difficulty.
    static List<NistProblem> problems() {
        return List.of(NistProblem.of("Misra1a"), NistProblem.of("MGH17"), NistProblem.of("Thurber"));
    }

    /// The parameters found: every one starts at its published value, and its natural step is a third of that.
    static double[] fit(NistProblem problem) {
        double[] start = problem.firstStart();
        Space<double[]> factors = Space.reals(start.length).init(1).step(1.0 / 3);
        Result<double[]> result = Study.minimize(factors, f -> problem.residualSumOfSquares(scale(start, f)))
                .optimizer(Recipe.use(new CmaEs().withTolerance(0)).restarting(Recipe.Policy.SAME))
                .budget(60_000)
                .run();
        return scale(start, result.best());
    }

    private static double[] scale(double[] start, double[] factors) {
        double[] b = new double[start.length];
        Arrays.setAll(b, j -> start[j] * factors[j]);
        return b;
    }

    /// The largest relative deviation of a parameter from its certified value.
    static double distance(NistProblem problem, double[] fit) {
        double[] certified = problem.certified();
        double largest = 0;
        for (int j = 0; j < fit.length; j++) {
            largest = Math.max(largest, Math.abs(fit[j] / certified[j] - 1));
        }
        return largest;
    }
}
