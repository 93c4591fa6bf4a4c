package dev.fathom.problems;

import dev.fathom.internal.words.NearWords;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The test problems by name.
///
/// ```java
/// TestProblem problem = Problems.of("rastrigin:d40");
/// double value = problem.value(x);
/// TestProblem third = Problems.of("bbob:f8:i3:d10");
/// ```
public final class Problems {

    private static final SortedMap<String, Family> FAMILIES = index(Classics.families(), Suites.families());

    private Problems() {}

    /// The problem of that name: a function, then settings, as [ProblemName] describes. Without `d` the dimension is
    /// 10.
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

    private static IllegalArgumentException unknown(String function) {
        return new IllegalArgumentException(
                "unknown problem '" + function + "'." + NearWords.maybe(function, FAMILIES.keySet())
                        + " `fathom list problems` shows all " + FAMILIES.size() + ".");
    }

    private static SortedMap<String, Family> index(List<Family> classics, List<Family> suites) {
        SortedMap<String, Family> byName = new TreeMap<>();
        classics.forEach(family -> byName.put(family.function(), family));
        suites.forEach(family -> byName.put(family.function(), family));
        return Collections.unmodifiableSortedMap(byName);
    }
}
