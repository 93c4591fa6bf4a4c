package dev.fathom.lab.report;

import dev.fathom.problems.Known;
import dev.fathom.problems.ProblemSet;
import dev.fathom.problems.Problems;
import java.util.List;

/// The 51 targets of a set of problems, in words too.
///
/// @param levels descending, [51]
/// @param shown indices of those that tables show
/// @param labels how tables write these
/// @param measured what falls to the levels
/// @param meaning a sentence for the reader
record Targets(double[] levels, List<Integer> shown, List<String> labels, String measured, String meaning) {

    /// The targets of the functions of a set, which all have one objective, or all several.
    static Targets of(ProblemSet set) {
        Known known = Problems.of(set.functions().getFirst()).known();
        return switch (known) {
            case Known.Optimum optimum -> losses(optimum.targets());
            case Known.Front front -> hypervolumes(front.targets());
        };
    }

    private static Targets losses(double[] levels) {
        return new Targets(
                levels,
                List.of(5, 15, 25, 50),
                List.of("10¹", "10⁻¹", "10⁻³", "10⁻⁸"),
                "loss",
                "A loss above the minimum, of a feasible point and without noise: 51 of them, 10<sup>2 − j/5</sup> for "
                        + "j = 0 … 50, from 10² to 10⁻⁸.");
    }

    private static Targets hypervolumes(double[] levels) {
        return new Targets(
                levels,
                List.of(10, 20, 30, 50),
                List.of("10⁻¹", "10⁻²", "10⁻³", "10⁻⁵"),
                "missing hypervolume",
                "What all feasible points of a run together lack of the hypervolume of the known front, as a share of "
                        + "the box between ideal and reference point, plus the distance to the box while none lies in "
                        + "it: 51 levels, 10<sup>−j/10</sup> for j = 0 … 50, from 10⁰ to 10⁻⁵. Where only ideal and "
                        + "reference point are known, the whole box counts as the front's, and the last targets "
                        + "cannot be reached.");
    }

    /// The largest level.
    double first() {
        return levels[0];
    }

    /// The smallest level.
    double last() {
        return levels[levels.length - 1];
    }
}
