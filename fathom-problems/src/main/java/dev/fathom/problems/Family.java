package dev.fathom.problems;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A function for all dimensions, and how its name may be continued.
///
/// @param function its name, as in [ProblemName]
/// @param description one line for people
/// @param settings the keys it accepts
/// @param build makes the problem from a name in which every setting is present and allowed
record Family(String function, String description, List<Setting> settings, Function<ProblemName, TestProblem> build) {

    /// The problem of that name.
    ///
    /// @throws IllegalArgumentException if a setting is unknown or not allowed
    TestProblem problem(ProblemName name) {
        List<String> keys = settings.stream().map(Setting::key).toList();
        for (String key : name.settings().keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(
                        "\"" + function + "\" has no setting \"" + key + "\". Maybe " + String.join(", ", keys) + ".");
            }
        }
        return build.apply(complete(name));
    }

    private ProblemName complete(ProblemName name) {
        SortedMap<String, Double> all = new TreeMap<>();
        settings.forEach(setting -> all.put(setting.key(), setting.of(name)));
        return new ProblemName(function, all);
    }
}
