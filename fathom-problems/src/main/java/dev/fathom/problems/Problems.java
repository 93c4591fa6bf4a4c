package dev.fathom.problems;

import dev.fathom.internal.words.NearWords;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The test problems by name.
///
/// ```java
/// TestProblem problem = Problems.of("rastrigin:d40");
/// double value = problem.value(x);
/// TestProblem third = Problems.of("bbob:f8:i3:d10");
/// TestProblem hard = Problems.of("rastrigin:d10:shift1:rotate1:useless5:noise0.1:seed3");
/// ```
///
/// The classical functions take these settings, none of which is needed: `shift` (each coordinate of the minimum moves
/// by N(0,1)^expo · shift), `expo`, `rotate1`, `useless` (so many variables without effect), `blocks` (so many
/// functions of d variables each, of which the greatest counts; the mean with `aggregate1`, the sum with `aggregate2`),
/// `noise` (level of noise that grows with the slope; on one side only with `dissymmetry1`), `additive` (standard
/// deviation of additive noise), and `seed`, from which all this is drawn.
public final class Problems {

    private static final SortedMap<String, Family> FAMILIES = index(Stream.of(
                    Classics.families(),
                    Suites.families(),
                    Compromises.families(),
                    Discrete.families(),
                    Regressions.families(),
                    LeastSquares.families(),
                    Constrained.families(),
                    MeshSearches.families(),
                    Engineering.families())
            .flatMap(List::stream)
            .toList());

    private Problems() {}

    /// The problem of that name: a function, then settings, as [ProblemName] describes. Without `d` the dimension is
    /// 10, or what is customary for the function.
    ///
    /// @throws IllegalArgumentException if there is no such function (the message lists near names), or if a setting is
    ///     unknown or not allowed
    public static TestProblem of(String name) {
        ProblemName parsed = ProblemName.parse(name);
        Family family = FAMILIES.get(parsed.function());
        if (family == null) {
            throw unknown(parsed.function());
        }
        return family.problem(parsed);
    }

    /// All functions, in alphabetical order, each with one line that describes it. Every key is itself a name for
    /// [#of].
    public static SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        FAMILIES.values().forEach(family -> names.put(family.function(), family.description()));
        return Collections.unmodifiableSortedMap(names);
    }

    /// The sets of problems that are measured together.
    public static List<ProblemSet> sets() {
        return Stream.of(
                        Suites.sets(),
                        Classics.sets(),
                        Compromises.sets(),
                        Discrete.sets(),
                        List.of(Regressions.set()),
                        LeastSquares.sets(),
                        Constrained.sets(),
                        List.of(MeshSearches.set()),
                        List.of(Engineering.set()))
                .flatMap(List::stream)
                .toList();
    }

    /// The set of that name, such as `bbob`.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists near names
    public static ProblemSet set(String name) {
        List<String> names = sets().stream().map(ProblemSet::name).toList();
        return sets().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown set of problems '" + name + "'."
                        + NearWords.maybe(name, names) + " There are " + String.join(", ", names) + "."));
    }

    private static IllegalArgumentException unknown(String function) {
        return new IllegalArgumentException(
                "unknown problem '" + function + "'." + NearWords.maybe(function, FAMILIES.keySet())
                        + " `fathom list problems` shows all " + FAMILIES.size() + ".");
    }

    /// @throws IllegalStateException if two families have the same name
    static SortedMap<String, Family> index(List<Family> families) {
        SortedMap<String, Family> byName = new TreeMap<>();
        for (Family family : families) {
            if (byName.put(family.function(), family) != null) {
                throw new IllegalStateException(
                        "two families of problems are called '" + family.function() + "'. Maybe rename one of them?");
            }
        }
        return Collections.unmodifiableSortedMap(byName);
    }
}
