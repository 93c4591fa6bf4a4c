package dev.fathom.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Problems that are measured together, such as a suite.
///
/// @param name how commands call it, such as `bbob`
/// @param description one line for people
/// @param functions names without dimension and instance, such as `bbob:f8`
/// @param labels how tables call the functions, such as `8`, as many as functions
/// @param groups how tables group the functions, such as `separ`, as many as functions
/// @param dimensions the customary ones; empty where every function has its own
/// @param instances how many are customary, numbered from 1; 0 where there is only one
public record ProblemSet(
        String name,
        String description,
        List<String> functions,
        List<String> labels,
        List<String> groups,
        List<Integer> dimensions,
        int instances) {

    /// @throws IllegalArgumentException if there are not as many labels and groups as functions
    public ProblemSet {
        functions = List.copyOf(functions);
        labels = List.copyOf(labels);
        groups = List.copyOf(groups);
        dimensions = List.copyOf(dimensions);
        if (labels.size() != functions.size() || groups.size() != functions.size()) {
            throw new IllegalArgumentException(name + " has " + functions.size() + " functions, " + labels.size()
                    + " labels and " + groups.size() + " groups. Maybe one is missing?");
        }
    }

    /// Functions that are called by their own names and form one group.
    static ProblemSet of(String name, String description, List<String> functions, Integer... dimensions) {
        List<String> groups = functions.stream().map(function -> "all").toList();
        return new ProblemSet(name, description, functions, functions, groups, Arrays.asList(dimensions), 0);
    }

    /// The full names of one function in all those dimensions and instances, dimensions first.
    ///
    /// @param function one of the functions
    /// @param ofDimensions ignored where every function has its own
    /// @param ofInstances ignored where there is only one
    public List<String> names(String function, List<Integer> ofDimensions, List<Integer> ofInstances) {
        List<String> names = new ArrayList<>();
        for (String d : dimensions.isEmpty() ? List.of("") : suffixes(":d", ofDimensions)) {
            for (String i : instances == 0 ? List.of("") : suffixes(":i", ofInstances)) {
                names.add(function + i + d);
            }
        }
        return names;
    }

    private static List<String> suffixes(String key, List<Integer> numbers) {
        return numbers.stream().map(number -> key + number).toList();
    }
}
