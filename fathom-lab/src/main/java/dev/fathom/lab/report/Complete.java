package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.problems.ProblemSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which points of peers our runs can be compared with. A point tells of a whole group of functions, so it says nothing
/// about runs on a part of the group, nor about another set of functions.
///
/// @param groups those whose functions all have runs, each with a dimension, such as `5 separ`
/// @param note why points are left out, for the reader; empty if none are
record Complete(Set<String> groups, String note) {

    static Complete of(List<Run> own, ProblemSet set, List<Peers.Point> points) {
        if (points.stream()
                .anyMatch(point ->
                        !point.group().equals(Field.ALL) && !set.groups().contains(point.group()))) {
            return new Complete(
                    Set.of(),
                    "Points of peers are left out: they belong to groups of functions that " + set.name()
                            + " does not have.");
        }
        Set<Integer> dimensions = own.stream().map(Run::dimension).collect(Collectors.toSet());
        Set<String> groups = new HashSet<>();
        for (int d : dimensions) {
            Set<String> present = own.stream()
                    .filter(run -> run.dimension() == d)
                    .map(Run::function)
                    .collect(Collectors.toSet());
            add(groups, d, present, set);
        }
        boolean whole = points.stream()
                .filter(point -> dimensions.contains(point.dimension()))
                .allMatch(point -> groups.contains(key(point.dimension(), point.group())));
        return new Complete(
                groups,
                whole
                        ? ""
                        : "Points of peers are shown only for those groups of functions that have runs of ours on "
                                + "every function.");
    }

    private static void add(Set<String> groups, int dimension, Set<String> present, ProblemSet set) {
        Set<String> broken = new HashSet<>();
        for (int f = 0; f < set.labels().size(); f++) {
            if (!present.contains(set.labels().get(f))) {
                broken.add(set.groups().get(f));
            }
        }
        set.groups().stream()
                .filter(group -> !broken.contains(group))
                .forEach(group -> groups.add(key(dimension, group)));
        if (broken.isEmpty()) {
            groups.add(key(dimension, Field.ALL));
        }
    }

    private static String key(int dimension, String group) {
        return dimension + " " + group;
    }

    /// Whether a point tells of exactly the functions that our runs are on.
    boolean allows(Peers.Point point) {
        return groups.contains(key(point.dimension(), point.group()));
    }
}
