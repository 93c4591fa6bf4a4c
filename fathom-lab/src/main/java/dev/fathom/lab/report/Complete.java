package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.problems.ProblemSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which points of peers our runs can be compared with. A point tells of a whole group of functions, so it says nothing
/// about runs on a part of them, nor about another set of functions.
///
/// @param dimensions those in which every function of the set has runs of ours
/// @param note why points are left out, for the reader; empty if none are
record Complete(Set<Integer> dimensions, String note) {

    static Complete of(List<Run> own, ProblemSet set, List<Peers.Point> points) {
        if (points.stream()
                .anyMatch(point ->
                        !point.group().equals(Field.ALL) && !set.groups().contains(point.group()))) {
            return new Complete(
                    Set.of(),
                    "Points of peers are left out: they belong to groups of functions that " + set.name()
                            + " does not have.");
        }
        Set<Integer> ours = own.stream().map(Run::dimension).collect(Collectors.toSet());
        Set<Integer> whole = ours.stream().filter(d -> isWhole(own, d, set)).collect(Collectors.toUnmodifiableSet());
        boolean isLeftOut =
                points.stream().map(Peers.Point::dimension).anyMatch(d -> ours.contains(d) && !whole.contains(d));
        return new Complete(
                whole,
                isLeftOut
                        ? "Points of peers are left out where not every function of the set has runs of ours: they tell "
                                + "of all functions together."
                        : "");
    }

    private static boolean isWhole(List<Run> own, int dimension, ProblemSet set) {
        return own.stream()
                .filter(run -> run.dimension() == dimension)
                .map(Run::function)
                .collect(Collectors.toSet())
                .containsAll(set.labels());
    }

    /// Whether a point tells of the functions that our runs are on.
    boolean allows(Peers.Point point) {
        return dimensions.contains(point.dimension());
    }
}
