package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a journal says of a run, finished or not.
///
/// @param header the first line
/// @param results evaluations in the order in which they were learned
/// @param told results that were told without being asked
/// @param stopped the rule that ended the run, empty while it runs and after an interrupt
/// @param torn whether an incomplete last line was dropped
public record Journal(
        Map<String, @Nullable Object> header,
        List<JournalResult> results,
        List<JournalResult> told,
        Optional<String> stopped,
        boolean torn) {

    public Journal {
        header = Collections.unmodifiableMap(header);
        results = List.copyOf(results);
        told = List.copyOf(told);
    }

    /// For each objective, whether it is maximized.
    public List<Boolean> maximized() {
        if (map("goal").get("directions") instanceof List<?> directions && !directions.isEmpty()) {
            return directions.stream()
                    .map(direction -> "maximize".equalsIgnoreCase(String.valueOf(direction)))
                    .toList();
        }
        return List.of(false);
    }

    /// Number of objectives, at least 1.
    public int objectives() {
        return maximized().size();
    }

    /// Whether two evaluations of one setting may differ.
    public boolean isNoisy() {
        return Boolean.TRUE.equals(map("goal").get("noisy"));
    }

    /// Evaluations that gave no values.
    public long failures() {
        return results.stream().filter(JournalResult::isFailed).count();
    }

    /// Seconds from the begin of the run to the last result, 0 if there is none.
    public double elapsed() {
        return results.stream()
                .mapToDouble(JournalResult::at)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /// All results, the told ones first.
    public List<JournalResult> all() {
        List<JournalResult> all = new ArrayList<>(told);
        all.addAll(results);
        return all;
    }

    /// A header entry as text.
    public Optional<String> text(String key) {
        return Optional.ofNullable(header.get(key)).map(String::valueOf);
    }

    /// A header entry that is a map; empty if it is missing.
    public Map<String, @Nullable Object> map(String key) {
        return asMap(header.get(key));
    }

    /// JSON data as a map; empty if it is something else.
    @SuppressWarnings("unchecked") // the keys of JSON maps are strings
    static Map<String, @Nullable Object> asMap(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
