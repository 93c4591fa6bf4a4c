package dev.fathom.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parameters of one evaluation by name: members of maps as `group.member`, elements of lists as `name[3]`.
///
/// @param values numbers, texts and truth values by name, in the order of the journal
/// @param lengths number of elements of every list by the name of the list, the hidden ones included
record Setting(Map<String, Object> values, Map<String, Integer> lengths) {

    /// How many elements of a list are shown.
    static final int ELEMENTS = 12;

    /// The parts of a setting.
    ///
    /// @param parameters JSON data; if it is no map, its one value is called `x`
    static Setting of(Object parameters) {
        Setting setting = new Setting(new LinkedHashMap<>(), new LinkedHashMap<>());
        setting.add(parameters instanceof Map ? "" : "x", null, parameters);
        return setting;
    }

    private void add(String path, @Nullable String list, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> add(path.isEmpty() ? "" + name : path + "." + name, list, member));
        } else if (value instanceof List<?> items) {
            addList(path, list == null ? path : list, items);
        } else if (value != null && hasRoom(list)) {
            values.put(path, value);
        }
    }

    private void addList(String path, String list, List<?> items) {
        if (items.isEmpty() || items.stream().anyMatch(String.class::isInstance)) {
            String label = items.stream().map(String::valueOf).collect(Collectors.joining(", "));
            add(path, list.equals(path) ? null : list, label.isEmpty() ? "none" : label);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            add(path + "[" + i + "]", list, items.get(i));
        }
    }

    private boolean hasRoom(@Nullable String list) {
        return list == null || lengths.merge(list, 1, Integer::sum) <= ELEMENTS;
    }
}
