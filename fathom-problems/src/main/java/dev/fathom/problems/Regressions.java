package dev.fathom.problems;

import dev.fathom.Goal;
import dev.fathom.problems.nist.NistProblem;
import java.util.List;
import java.util.Locale;

/// The nonlinear regressions of the NIST as test problems: `nist-thurber` begins at the first, far starting point,
/// `nist-thurber:start2` at the second, near one. No bounds.
final class Regressions {

    private Regressions() {}

    static List<Family> families() {
        return NistProblem.all().stream().map(Regressions::family).toList();
    }

    static ProblemSet set() {
        List<NistProblem> problems = NistProblem.all();
        return new ProblemSet(
                "nist",
                "27 nonlinear regressions (Statistical Reference Datasets of the NIST)",
                problems.stream().map(Regressions::name).toList(),
                problems.stream().map(NistProblem::name).toList(),
                problems.stream()
                        .map(problem -> problem.level().name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(),
                0);
    }

    private static String name(NistProblem problem) {
        return "nist-" + problem.name().toLowerCase(Locale.ROOT);
    }

    private static Family family(NistProblem problem) {
        Setting start = new Setting("start", 1, 1, 2, true);
        String description =
                "regression: " + problem.data() + " (" + problem.dimension() + " parameters, start 1 or 2)";
        return new Family(
                name(problem), description, List.of(start), full -> problem(full, problem, start.of(full) == 1));
    }

    private static TestProblem problem(ProblemName name, NistProblem problem, boolean first) {
        return new TestProblem(
                name.toString(),
                Box.unbounded(first ? problem.firstStart() : problem.secondStart()),
                Goal.minimize(),
                Formula.of(problem::residualSumOfSquares),
                null,
                new Known.Optimum(problem.certified(), problem.minimum()));
    }
}
