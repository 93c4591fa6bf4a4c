package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.measure.ExpectedRunningTime;
import dev.fathom.lab.measure.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tables with the leading algorithms as columns.
record FunctionTables(Field field) {

    /// Expected running times to some targets, divided by d.
    void times(Html page, int dimension) {
        List<Entrant> columns = columns(dimension);
        Targets targets = field.targets();
        List<String> head = head(columns, "function", "target");
        List<List<String>> rows = new ArrayList<>();
        for (String function : field.functions()) {
            for (int t = 0; t < targets.shown().size(); t++) {
                List<String> row = new ArrayList<>(List.of("<tr>"));
                row.add(Html.cell(function, "name", ""));
                row.add(Html.cell(targets.labels().get(t), "name", ""));
                row.addAll(times(columns, dimension, function, targets.shown().get(t)));
                row.add("</tr>");
                rows.add(row);
            }
        }
        page.table("", 2, head, rows);
    }

    private List<String> times(List<Entrant> columns, int dimension, String function, int target) {
        double[] times = new double[columns.size()];
        String[] tips = new String[columns.size()];
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < times.length; a++) {
            List<Run> runs = field.runsOf(columns.get(a), dimension, function);
            long reached = runs.stream().filter(run -> run.hits()[target] > 0).count();
            times[a] = runs.isEmpty()
                    ? Double.NaN
                    : ExpectedRunningTime.of(runs, target) / runs.getFirst().dimension();
            tips[a] = reached + " of " + runs.size() + " runs reached it";
            best = times[a] < best ? times[a] : best;
        }
        List<String> cells = new ArrayList<>();
        for (int a = 0; a < times.length; a++) {
            boolean known = Double.isFinite(times[a]);
            cells.add(
                    Html.cell(known ? Format.brief(times[a]) : "·", known && times[a] == best ? "best" : "", tips[a]));
        }
        return cells;
    }

    /// Final losses: median, and the quantiles 10 % and 90 % beside it.
    void losses(Html page, int dimension) {
        List<Entrant> columns = columns(dimension);
        List<List<String>> rows = new ArrayList<>();
        for (String function : field.functions()) {
            List<String> row = new ArrayList<>(List.of("<tr>"));
            row.add(Html.cell(function, "name", ""));
            for (Entrant entrant : columns) {
                double[] losses = field.runsOf(entrant, dimension, function).stream()
                        .mapToDouble(Run::bestDelta)
                        .toArray();
                row.add(losses.length == 0 ? Html.cell("–") : loss(losses));
            }
            row.add("</tr>");
            rows.add(row);
        }
        page.table("", 1, head(columns, "function"), rows);
    }

    private static String loss(double[] losses) {
        return "<td>" + Format.brief(Quantiles.median(losses)) + " <small>["
                + Format.brief(Quantiles.of(losses, 0.1)) + ", " + Format.brief(Quantiles.of(losses, 0.9))
                + "]</small></td>";
    }

    private List<Entrant> columns(int dimension) {
        return field.leaders().stream()
                .filter(entrant -> !field.runs(entrant, dimension, Field.ALL).isEmpty())
                .toList();
    }

    private static List<String> head(List<Entrant> columns, String... first) {
        List<String> head = new ArrayList<>(List.of(first));
        columns.forEach(entrant -> head.add(Svg.escape(entrant.name())));
        return head;
    }

    /// Average ranks, groups that do not differ, and the comparison with the first.
    static void ranks(Html page, Ranking ranking) {
        List<String> head = List.of("algorithm", "average rank", "group", "area", "p against the first", "effect");
        List<String> letters = ranking.letters();
        List<List<String>> rows = new ArrayList<>();
        for (int a = 0; a < ranking.names().size(); a++) {
            double area = Arrays.stream(ranking.areas()[a]).average().orElse(Double.NaN);
            rows.add(List.of(
                    "<tr>",
                    Html.cell(ranking.names().get(a), "name", ""),
                    Html.cell(Format.fixed(ranking.friedman().ranks()[a], 2)),
                    Html.cell(letters.get(a), "name", ""),
                    Html.cell(Format.fixed(area, 3)),
                    Html.cell(a == 0 ? "" : Format.probability(ranking.p()[a])),
                    Html.cell(a == 0 ? "" : Format.fixed(ranking.effects()[a], 2)),
                    "</tr>"));
        }
        page.table("class=\"sortable\"", 1, head, rows);
        page.element(
                "p class=\"note\"",
                "Friedman's test that all are alike: p "
                        + equal(ranking.friedman().p()) + "; "
                        + ranking.areas()[0].length + " functions; critical difference of ranks "
                        + Format.fixed(ranking.critical(), 2) + ".");
    }

    private static String equal(double p) {
        String text = Format.probability(p);
        return text.startsWith("<") ? text : "= " + text;
    }
}
