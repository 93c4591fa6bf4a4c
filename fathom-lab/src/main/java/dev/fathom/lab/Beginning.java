package dev.fathom.lab;

import dev.fathom.math.Rng;
import dev.fathom.problems.Box;
import dev.fathom.problems.TestProblem;
import dev.fathom.problems.Variable;

/// Where the first evaluation of a run is.
///
/// - Problems of the BBOB suites without constraints: uniform in the box without a tenth of its width at each side,
///   which is [-4, 4]ᵈ; whole numbers and options uniform between their bounds.
/// - All others: the problem's own start in the first repetition and wherever there are constraints; in further
///   repetitions uniform in the box, with the start's coordinates where there are no bounds.
final class Beginning {

    private static final String BBOB = "bbob";
    private static final double MARGIN = 0.1;

    private Beginning() {}

    /// The problem with a box that starts where the run begins.
    ///
    /// @param seed of the run
    static TestProblem of(TestProblem problem, int repetition, long seed) {
        boolean bbob = problem.name().startsWith(BBOB);
        boolean own = problem.goal().constraints() > 0 || (!bbob && repetition == 0);
        if (own) {
            return problem;
        }
        double[] start = draw(problem.box(), bbob ? MARGIN : 0, Rng.of(seed).fork("start"));
        return new TestProblem(
                problem.name(),
                problem.box().startingAt(start),
                problem.goal(),
                problem.formula(),
                problem.noise(),
                problem.known());
    }

    private static double[] draw(Box box, double margin, Rng rng) {
        double[] start = box.start();
        double[] low = box.low();
        double[] high = box.high();
        for (int j = 0; j < start.length; j++) {
            double width = high[j] - low[j];
            if (box.variables().get(j) != Variable.REAL) {
                start[j] = low[j] + rng.nextInt((int) width + 1);
            } else if (Double.isFinite(width)) {
                start[j] = rng.nextDouble(low[j] + margin * width, high[j] - margin * width);
            }
        }
        return start;
    }
}
