package dev.fathom.cli.study;

import dev.fathom.internal.words.NearWords;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of all parameters of a space, nested ones as dotted paths such as `optim.momentum`.
///
/// @param paths every name that stands for a value; groups are among them
public record ParameterNames(Set<String> paths) {

    public ParameterNames {
        paths = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    }

    /// The names in a description of the form of `Space.describe()`.
    public static ParameterNames of(Map<String, Object> description) {
        Set<String> paths = new LinkedHashSet<>();
        collect("", description, paths);
        return new ParameterNames(paths);
    }

    private static void collect(String path, Object description, Set<String> paths) {
        if (!(description instanceof Map<?, ?> map)) {
            return;
        }
        if (map.get("space") instanceof Map<?, ?> members) {
            members(path, members, paths);
        } else if (map.get("options") instanceof Map<?, ?> options) {
            paths.add(join(path, "type"));
            options.values().forEach(option -> members(path, option instanceof Map<?, ?> m ? m : Map.of(), paths));
        } else if (!(map.get("type") instanceof String)) {
            members(path, map, paths);
        }
    }

    private static void members(String path, Map<?, ?> members, Set<String> paths) {
        members.forEach((name, member) -> {
            String inner = join(path, String.valueOf(name));
            paths.add(inner);
            collect(inner, member, paths);
        });
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// Whether a path, without what follows a bracket, is one of them.
    public boolean contains(String path) {
        int bracket = path.indexOf('[');
        return paths.contains(bracket < 0 ? path : path.substring(0, bracket));
    }

    /// "unknown parameter …", with the names that may be meant.
    public String unknown(String path) {
        Collection<String> known = paths.isEmpty() ? List.of() : paths;
        return "unknown parameter '" + path + "'." + NearWords.maybe(path, known);
    }

    /// Whether the value of `path` occurs in `parameters`; that of an option not taken does not.
    static boolean isIn(Map<?, ?> parameters, String path) {
        Object at = parameters;
        for (String name : path.split("\\.", -1)) {
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
                return false;
            }
            at = map.get(name);
        }
        return true;
    }
}
