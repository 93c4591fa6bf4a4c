package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of points of runtime profiles.
///
/// @param points its rows
/// @param notes what was left out
record PeerTable(List<Peers.Point> points, List<String> notes) {

    private static final List<String> COLUMNS =
            List.of("algorithm", "dimension", "group", "evals_per_dim", "fraction_solved", "auc");
    private static final String BUDGET = "run_budget_per_dim";
    private static final String MEASURE = "measure";
    private static final String ALL_TARGETS = "targets51";

    /// @throws IllegalArgumentException if the header or a row has another form
    static PeerTable of(Path file, String header, List<String> lines) {
        List<String> columns = List.of(header.split(",", -1));
        if (!columns.containsAll(COLUMNS)) {
            throw new IllegalArgumentException(file + " begins with '" + header
                    + "', which is no table of peers: expected is either '" + Run.HEADER + "' or the columns "
                    + String.join(", ", COLUMNS) + ". Maybe another file was meant?");
        }
        List<Peers.Point> points = new ArrayList<>();
        for (String line : lines) {
            Map<String, String> cells = cells(file, columns, line);
            if (cells.getOrDefault(MEASURE, ALL_TARGETS).equals(ALL_TARGETS)) {
                points.add(point(file, cells, line));
            }
        }
        int left = lines.size() - points.size();
        String note = file.getFileName() + ": " + left + " rows of another measure than " + ALL_TARGETS + " left out";
        return new PeerTable(points, left == 0 ? List.of() : List.of(note));
    }

    private static Map<String, String> cells(Path file, List<String> columns, String line) {
        List<String> parts = Arrays.asList(line.split(",", -1));
        if (parts.size() != columns.size()) {
            throw new IllegalArgumentException(file + ": '" + line + "' has " + parts.size() + " cells, not "
                    + columns.size() + ". Maybe the line is cut off?");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            cells.put(columns.get(i), parts.get(i).strip());
        }
        return cells;
    }

    private static Peers.Point point(Path file, Map<String, String> cells, String line) {
        String algorithm = cells.getOrDefault("algorithm", "");
        try {
            return new Peers.Point(
                    algorithm,
                    Integer.parseInt(cells.getOrDefault("dimension", "")),
                    number(cells, BUDGET, Double.POSITIVE_INFINITY),
                    cells.getOrDefault("group", ""),
                    number(cells, "evals_per_dim", Double.NaN),
                    number(cells, "fraction_solved", Double.NaN),
                    number(cells, "auc", Double.NaN),
                    algorithm.startsWith("~")
                            || cells.getOrDefault("source", "").equals("reference"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ": '" + line + "' is not a row of a profile: " + e.getMessage() + ". Maybe a cell is empty?",
                    e);
        }
    }

    private static double number(Map<String, String> cells, String column, double missing) {
        String cell = cells.get(column);
        return cell == null ? missing : Double.parseDouble(cell);
    }
}
