package dev.fathom.problems;

import dev.fathom.problems.constrained.ConstrainedProblem;
import dev.fathom.problems.constrained.Evolutionary;
import dev.fathom.problems.constrained.Geometric;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Mathematical problems with black-box constraints: `g06`, `disk:d10`.
final class Constrained {

    private Constrained() {}

    static List<Family> families() {
        return Stream.concat(
                        Stream.concat(Evolutionary.all().stream(), Stream.of(Geometric.snake()))
                                .map(Constrained::family),
                        Stream.of(
                                scalable("disk", "the least sum in a ball", 10, Geometric::disk),
                                scalable("g02", "many bumps, 10 or 20 variables, 2 constraints", 20, Evolutionary::g02),
                                scalable("g03", "a product on a sphere, 1 equality", 10, Evolutionary::g03)))
                .toList();
    }

    static List<ProblemSet> sets() {
        List<String> names = List.of(
                "snake", "disk", "g01", "g02:d10", "g02", "g03", "g04", "g05", "g06", "g07", "g08", "g09", "g10", "g11",
                "g12", "g13");
        return List.of(ProblemSet.of(
                "constrained", "constrained problems: g01 to g13 (Liang et al. 2006), snake and disk (NOMAD)", names));
    }

    /// A problem without settings.
    static Family family(ConstrainedProblem problem) {
        return new Family(problem.name(), problem.description(), List.of(), full -> problem.named(full.toString()));
    }

    private static Family scalable(
            String name, String description, int usual, IntFunction<ConstrainedProblem> problem) {
        Setting dimension = new Setting(ProblemName.DIMENSION, usual, 2, 1_000, true);
        return new Family(
                name,
                description,
                List.of(dimension),
                full -> problem.apply((int) dimension.of(full)).named(full.toString()));
    }
}
