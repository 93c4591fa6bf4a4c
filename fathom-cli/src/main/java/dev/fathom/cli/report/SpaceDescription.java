package dev.fathom.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The declared parameters of a space by name, as the header of a journal describes them.
///
/// @param parameters descriptions (`{type: …, low: …}`) by name; elements of arrays and repeats go by the name of the
/// whole
record SpaceDescription(Map<String, Map<String, @Nullable Object>> parameters) {

    static SpaceDescription of(Map<String, @Nullable Object> space) {
        SpaceDescription description = new SpaceDescription(new LinkedHashMap<>());
        if (space.get("type") instanceof String) {
            description.add("", space);
        } else {
            description.addMembers("", space);
        }
        return description;
    }

    private void add(String path, Map<String, @Nullable Object> space) {
        switch (String.valueOf(space.get("type"))) {
            case "group" -> addMembers(path, Journal.asMap(space.get("space")));
            case "repeat" -> add(path.isEmpty() ? "x" : path, Journal.asMap(space.get("item")));
            case "tuple" -> addItems(path.isEmpty() ? "x" : path, space.get("items"));
            case "conditional" -> addOptions(path, Journal.asMap(space.get("options")));
            default -> parameters.putIfAbsent(path.isEmpty() ? "x" : path, space);
        }
    }

    private void addMembers(String path, Map<String, @Nullable Object> members) {
        members.forEach((name, space) -> add(path.isEmpty() ? name : path + "." + name, Journal.asMap(space)));
    }

    private void addItems(String path, @Nullable Object items) {
        if (items instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "[" + i + "]", Journal.asMap(list.get(i)));
            }
        }
    }

    private void addOptions(String path, Map<String, @Nullable Object> options) {
        String type = path.isEmpty() ? "type" : path + ".type";
        parameters.put(type, Map.of("type", "choice", "values", List.copyOf(options.keySet())));
        options.values().forEach(members -> addMembers(path, Journal.asMap(members)));
    }

    /// The description of a parameter, empty if it is not declared.
    Map<String, @Nullable Object> find(String name) {
        Map<String, @Nullable Object> exact = parameters.get(name);
        return exact != null ? exact : parameters.getOrDefault(withoutIndices(name), Map.of());
    }

    /// The place of a parameter among the declared ones; behind them if it is not declared.
    int position(String name) {
        List<String> names = List.copyOf(parameters.keySet());
        int exact = names.indexOf(name);
        int whole = exact >= 0 ? exact : names.indexOf(withoutIndices(name));
        return whole >= 0 ? whole : names.size();
    }

    private static String withoutIndices(String name) {
        return name.replaceAll("\\[\\d+]", "");
    }

    /// Whether a parameter is declared on a logarithmic scale.
    boolean isLog(String name) {
        Map<String, @Nullable Object> space = find(name);
        return "log".equals(space.get("type")) || Boolean.TRUE.equals(space.get("log"));
    }

    /// Whether a parameter takes one of several options.
    boolean isChoice(String name) {
        return List.of("choice", "ordered", "boolean")
                .contains(String.valueOf(find(name).get("type")));
    }

    /// The declared options of a parameter as texts; empty if there are none.
    List<String> options(String name) {
        return find(name).get("values") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
