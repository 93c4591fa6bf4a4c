package dev.fathom.problems;

import dev.fathom.problems.constrained.ConstrainedProblem;
import dev.fathom.problems.engineering.Designs;
import java.util.List;

/// Engineering designs as test problems: `welded-beam`.
final class Engineering {

    private Engineering() {}

    static List<Family> families() {
        return Designs.all().stream().map(Constrained::family).toList();
    }

    static ProblemSet set() {
        return ProblemSet.of(
                "engineering",
                "12 engineering designs with constraints and best published values",
                Designs.all().stream().map(ConstrainedProblem::name).toList());
    }
}
