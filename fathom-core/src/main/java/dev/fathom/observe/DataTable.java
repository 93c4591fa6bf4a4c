package dev.fathom.observe;

import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import dev.fathom.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the summaries of a run as a table, one row per generation.
///
/// ```java
/// DataTable table = DataTable.of(Pace.every(10));
/// study.observe(table).run();
/// double[] best = table.column("best_eval");
/// Files.writeString(Path.of("run.csv"), table.csv());
/// ```
///
/// A new run empties it. For other programs: `csv()` is what data frames read, and so is `json()`, an array of numbers
/// per column.
public final class DataTable implements Observer {

    private final Summaries summaries;
    private final List<Summary> rows = new ArrayList<>();

    private DataTable(Pace pace) {
        summaries = Summaries.to(pace, rows::add);
    }

    /// Of all generations.
    public static DataTable all() {
        return of(Pace.every(1));
    }

    /// Of some generations.
    public static DataTable of(Pace pace) {
        return new DataTable(pace);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started) {
            rows.clear();
        }
        summaries.on(event);
    }

    /// The summaries so far.
    public List<Summary> rows() {
        return List.copyOf(rows);
    }

    /// The names of the columns in order, see [Summary#columns]; none before the first row.
    public List<String> names() {
        return rows.isEmpty()
                ? List.of()
                : List.copyOf(rows.getFirst().columns().keySet());
    }

    /// A column `[rows]`; NaN where there is no value.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public double[] column(String name) {
        return numbers(name).stream().mapToDouble(Number::doubleValue).toArray();
    }

    private List<Number> numbers(String name) {
        return rows.stream()
                .map(row -> {
                    Number value = row.columns().get(name);
                    if (value == null) {
                        throw new IllegalArgumentException(
                                "there is no column " + name + ". Maybe one of " + String.join(", ", names()) + "?");
                    }
                    return value;
                })
                .toList();
    }

    /// The table as comma-separated values with a line of names; empty where there is no value.
    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", names())).append('\n');
        for (Summary row : rows) {
            text.append(row.columns().values().stream()
                            .map(value -> isMissing(value) ? "" : value.toString())
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /// The table as a JSON object with an array per column; null where there is no value.
    public String json() {
        Map<String, List<@Nullable Number>> columns = new LinkedHashMap<>();
        for (String name : names()) {
            List<@Nullable Number> column = new ArrayList<>();
            numbers(name).forEach(value -> column.add(isMissing(value) ? null : value));
            columns.put(name, column);
        }
        return Json.write(columns);
    }

    private static boolean isMissing(Number value) {
        return Double.isNaN(value.doubleValue());
    }
}
