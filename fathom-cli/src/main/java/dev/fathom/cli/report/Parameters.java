package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of all settings of a run.
///
/// @param columns as declared, then in the order of the journal
/// @param settings the named values of every result
/// @param notes what is not shown, in sentences
record Parameters(List<Parameter> columns, List<Map<String, Object>> settings, List<String> notes) {

    /// The columns that the settings of these results have, or some of them.
    static Parameters of(List<JournalResult> results, SpaceDescription space) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        List<Map<String, Object>> settings = new ArrayList<>();
        for (JournalResult result : results) {
            Setting setting = Setting.of(result.parameters());
            settings.add(setting.values());
            setting.values()
                    .forEach((name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(value));
            setting.lengths().forEach((name, length) -> lengths.merge(name, length, Math::max));
        }
        List<Parameter> columns = new ArrayList<>();
        values.keySet().stream()
                .sorted(Comparator.comparingInt(space::position))
                .forEach(name -> {
                    List<Object> seen = values.getOrDefault(name, List.of());
                    columns.add(column("p" + columns.size(), name, seen, seen.size() < results.size(), space));
                });
        return new Parameters(columns, settings, notes(lengths));
    }

    private static Parameter column(
            String key, String name, List<Object> values, boolean optional, SpaceDescription space) {
        boolean numbers = !space.isChoice(name) && values.stream().allMatch(Number.class::isInstance);
        if (!numbers) {
            return new Parameter(key, name, options(values, space.options(name)), 0, 0, false, optional);
        }
        double low = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .min()
                .orElse(0);
        double high = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .max()
                .orElse(0);
        return new Parameter(key, name, List.of(), low, high, low > 0 && space.isLog(name), optional);
    }

    private static List<String> options(List<Object> values, List<String> declared) {
        Set<String> seen = new LinkedHashSet<>();
        values.forEach(value -> seen.add(String.valueOf(value)));
        List<String> options = new ArrayList<>(declared);
        options.retainAll(seen);
        seen.removeAll(declared);
        options.addAll(seen);
        return options;
    }

    private static List<String> notes(Map<String, Integer> lengths) {
        List<String> notes = new ArrayList<>();
        lengths.forEach((name, length) -> {
            if (length > Setting.ELEMENTS) {
                notes.add(
                        "Of the " + length + " elements of " + name + " the first " + Setting.ELEMENTS + " are shown.");
            }
        });
        return notes;
    }
}
