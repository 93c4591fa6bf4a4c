package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.measure.RuntimeProfile;
import dev.fathom.problems.ProblemSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All results that belong to one budget, and who has them. Peers take part with the runs of the least budget that is
/// not smaller.
final class Field {

    /// The group of all functions.
    static final String ALL = "all";

    /// Stands for all dimensions together where every function has its own, so that no dimension has enough of them to
    /// be shown apart.
    private static final int TOGETHER = 0;

    private record Key(Entrant.Kind kind, String algorithm, int dimension, String group) {}

    private final double budget;
    private final ProblemSet set;
    private final Targets targets;
    private final Map<Key, List<Run>> runs = new HashMap<>();
    private final Map<Key, List<Peers.Point>> points = new HashMap<>();
    private final Map<Key, RuntimeProfile> profiles = new HashMap<>();
    private final List<Integer> dimensions;
    private final List<Entrant> entrants;
    private final String note;

    /// @param all our runs of any budget
    /// @param budget of this section, in evaluations divided by d
    /// @param colors the styles of our algorithms, the same in all sections
    Field(List<Run> all, double budget, Peers peers, ProblemSet set, Presentation how, Map<String, Style> colors) {
        this.budget = budget;
        this.set = set;
        targets = Targets.of(set);
        List<Run> own =
                all.stream().filter(run -> run.budgetPerDimension() == budget).toList();
        this.dimensions = own.stream().map(this::dimension).distinct().sorted().toList();
        own.forEach(run -> add(Entrant.Kind.OWN, run));
        Peers fitting = peers.at(budget);
        fitting.runs().stream()
                .filter(run -> set.labels().contains(run.function()))
                .forEach(run -> add(Entrant.Kind.PEER_RUNS, run));
        Complete complete = Complete.of(own, set, fitting.points());
        fitting.points().stream().filter(complete::allows).forEach(this::add);
        note = complete.note();
        this.entrants = new Lineup(this, how, colors).of(found());
    }

    private void add(Entrant.Kind kind, Run run) {
        String group = group(run.function());
        for (String each : group.equals(ALL) ? List.of(ALL) : List.of(ALL, group)) {
            runs.computeIfAbsent(new Key(kind, run.algorithm(), dimension(run), each), k -> new ArrayList<>())
                    .add(run);
        }
    }

    private int dimension(Run run) {
        return set.dimensions().isEmpty() ? TOGETHER : run.dimension();
    }

    private void add(Peers.Point point) {
        Entrant.Kind kind = point.virtual() ? Entrant.Kind.VIRTUAL : Entrant.Kind.PEER_POINTS;
        points.computeIfAbsent(
                        new Key(kind, point.algorithm(), point.dimension(), point.group()), k -> new ArrayList<>())
                .add(point);
    }

    /// All that have results, without style; peers that share a name with one of ours are marked.
    private List<Entrant> found() {
        Set<Entrant> found = new HashSet<>();
        for (Set<Key> keys : List.of(runs.keySet(), points.keySet())) {
            for (Key key : keys) {
                boolean shared = key.kind() != Entrant.Kind.OWN
                        && runs.keySet().stream()
                                .anyMatch(other -> other.kind() == Entrant.Kind.OWN
                                        && other.algorithm().equals(key.algorithm()));
                String name = key.algorithm() + (shared ? " (peer)" : "");
                found.add(new Entrant(name, key.algorithm(), Style.background(), key.kind(), false));
            }
        }
        return List.copyOf(found);
    }

    private String group(String function) {
        int index = set.labels().indexOf(function);
        return index < 0 ? ALL : set.groups().get(index);
    }

    double budget() {
        return budget;
    }

    /// The budget as people write it, such as `100·D`.
    String label() {
        return Format.plain(budget) + "·D";
    }

    List<Integer> dimensions() {
        return dimensions;
    }

    /// A dimension as headings write it, such as `5 dimensions`.
    static String inWords(int dimension) {
        return dimension == TOGETHER ? "all dimensions" : dimension + " dimensions";
    }

    /// A dimension as tables write it, such as `5-D`.
    static String brief(int dimension) {
        return dimension == TOGETHER ? ALL : dimension + "-D";
    }

    /// A dimension as names of files write it, such as `d5`.
    static String stem(int dimension) {
        return dimension == TOGETHER ? ALL : "d" + dimension;
    }

    /// What the runs reach.
    Targets targets() {
        return targets;
    }

    /// Which peers are left out, and why; empty if none are.
    String note() {
        return note;
    }

    /// All, the best first.
    List<Entrant> entrants() {
        return entrants;
    }

    /// Ours, the best first.
    List<Entrant> own() {
        return entrants.stream().filter(Entrant::isOwn).toList();
    }

    /// Ours that have a colour, the best first.
    List<Entrant> leaders() {
        return own().stream().filter(Entrant::highlighted).toList();
    }

    /// Those whose runs have exactly this budget, the best first.
    List<Entrant> comparable() {
        return entrants.stream()
                .filter(entrant -> entrant.hasRuns()
                        && dimensions.stream()
                                .flatMap(d -> runs(entrant, d, ALL).stream())
                                .allMatch(run -> run.budgetPerDimension() == budget))
                .toList();
    }

    /// The groups of functions that have runs, in the order of the set; empty if there is only one.
    List<String> groups() {
        List<String> groups = set.groups().stream()
                .distinct()
                .filter(group -> runs.keySet().stream()
                        .anyMatch(key ->
                                key.kind() == Entrant.Kind.OWN && key.group().equals(group)))
                .toList();
        return groups.size() < 2 ? List.of() : groups;
    }

    /// The labels of the functions that have runs, in the order of the set, then unknown ones.
    List<String> functions() {
        List<String> labels = new ArrayList<>(set.labels());
        Set<String> present = new HashSet<>();
        runs.values().forEach(list -> list.forEach(run -> present.add(run.function())));
        present.stream().sorted().filter(label -> !labels.contains(label)).forEach(labels::add);
        labels.removeIf(label -> !present.contains(label));
        return labels;
    }

    /// The group of each of the functions; empty if there is only one.
    List<String> groupsOfFunctions() {
        return groups().isEmpty()
                ? List.of()
                : functions().stream().map(this::group).toList();
    }

    List<Run> runs(Entrant entrant, int dimension, String group) {
        return runs.getOrDefault(new Key(entrant.kind(), entrant.algorithm(), dimension, group), List.of());
    }

    List<Run> runsOf(Entrant entrant, int dimension, String function) {
        return runs(entrant, dimension, ALL).stream()
                .filter(run -> run.function().equals(function))
                .toList();
    }

    List<Peers.Point> points(Entrant entrant, int dimension, String group) {
        return points.getOrDefault(new Key(entrant.kind(), entrant.algorithm(), dimension, group), List.of());
    }

    @Nullable
    RuntimeProfile profile(Entrant entrant, int dimension, String group) {
        List<Run> list = runs(entrant, dimension, group);
        return list.isEmpty()
                ? null
                : profiles.computeIfAbsent(
                        new Key(entrant.kind(), entrant.algorithm(), dimension, group), k -> RuntimeProfile.of(list));
    }

    /// Area under the profile at the budget; not-a-number if unknown.
    double area(Entrant entrant, int dimension, String group) {
        RuntimeProfile profile = profile(entrant, dimension, group);
        return profile == null ? atBudget(entrant, dimension, group, true) : profile.area(horizon());
    }

    /// Area under the profile of some runs at the budget.
    double area(List<Run> some) {
        return RuntimeProfile.of(some).area(horizon());
    }

    /// The area needs more than d evaluations.
    private double horizon() {
        return Math.max(budget, 1 + 1e-9);
    }

    /// Share of targets reached at the budget; not-a-number if unknown.
    double fraction(Entrant entrant, int dimension, String group) {
        RuntimeProfile profile = profile(entrant, dimension, group);
        return profile == null ? atBudget(entrant, dimension, group, false) : profile.fractionSolved(budget);
    }

    private double atBudget(Entrant entrant, int dimension, String group, boolean area) {
        return points(entrant, dimension, group).stream()
                .filter(point -> point.evaluations() == budget)
                .mapToDouble(point -> area ? point.area() : point.fraction())
                .findFirst()
                .orElse(Double.NaN);
    }
}
