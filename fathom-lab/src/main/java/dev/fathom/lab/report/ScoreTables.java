package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.measure.Bootstrap;
import dev.fathom.lab.measure.RuntimeProfile;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tables of areas and fractions of one budget.
record ScoreTables(Field field) {

    private static final double[] CHECKPOINTS = {10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000};

    /// One row for each entrant, the best first.
    void summary(Html page) {
        List<String> head = new ArrayList<>(List.of("#", "algorithm"));
        for (int d : field.dimensions()) {
            head.add("area<br>" + Field.brief(d));
            head.add("solved<br>" + Field.brief(d));
        }
        boolean several = field.dimensions().size() > 1;
        if (several) {
            head.add("area<br>mean");
        }
        List<List<String>> rows = new ArrayList<>();
        int place = 0;
        for (Entrant entrant : field.entrants()) {
            List<String> row = new ArrayList<>();
            row.add(rowStart(entrant));
            row.add(Html.cell(entrant.kind() == Entrant.Kind.VIRTUAL ? "" : String.valueOf(++place)));
            row.add(Html.cell(entrant.name(), "name", kind(entrant)));
            double sum = 0;
            for (int d : field.dimensions()) {
                double area = field.area(entrant, d, Field.ALL);
                sum += area;
                row.add(Html.cell(Format.fixed(area, 3), best(entrant, d), uncertainty(entrant, d)));
                row.add(Html.cell(Format.fixed(field.fraction(entrant, d, Field.ALL), 3)));
            }
            if (several) {
                row.add(Html.cell(Format.fixed(sum / field.dimensions().size(), 3)));
            }
            row.add("</tr>");
            rows.add(row);
        }
        page.table("class=\"sortable\"", 2, head, rows);
    }

    private static String rowStart(Entrant entrant) {
        String kind = entrant.isOwn() ? "own" : entrant.highlighted() ? "peer" : "peer more";
        return "<tr class=\"" + kind + "\">";
    }

    private static String kind(Entrant entrant) {
        return switch (entrant.kind()) {
            case OWN -> "";
            case PEER_RUNS -> "a peer, from its runs";
            case PEER_POINTS -> "a peer, from points of its profile";
            case VIRTUAL -> "put together of several algorithms, no single one reaches this";
        };
    }

    /// Marks the best of ours, and the best of the peers, in a column.
    private String best(Entrant entrant, int dimension) {
        return best(dimension, Field.ALL, entrant.isOwn())
                .filter(entrant::equals)
                .map(found -> "best")
                .orElse("");
    }

    private Optional<Entrant> best(int dimension, String group, boolean own) {
        return field.entrants().stream()
                .filter(entrant -> entrant.isOwn() == own && entrant.kind() != Entrant.Kind.VIRTUAL)
                .filter(entrant -> !Double.isNaN(field.area(entrant, dimension, group)))
                .max(Comparator.comparingDouble(entrant -> field.area(entrant, dimension, group)));
    }

    private String uncertainty(Entrant entrant, int dimension) {
        List<double[]> strata = new ArrayList<>();
        for (String function : field.functions()) {
            List<Run> runs = field.runsOf(entrant, dimension, function);
            if (!runs.isEmpty()) {
                strata.add(runs.stream()
                        .mapToDouble(run -> field.area(List.of(run)))
                        .toArray());
            }
        }
        if (strata.isEmpty()) {
            return "";
        }
        Bootstrap.Interval interval = Bootstrap.stratifiedMean(strata, Rng.of(dimension));
        return String.format(
                Locale.ROOT,
                "95 %% interval over repeated runs: %.3f to %.3f (%d runs)",
                interval.low(),
                interval.high(),
                field.runs(entrant, dimension, Field.ALL).size());
    }

    /// The best of ours against the best peer in each dimension and group; nothing without peers.
    void standing(Html page) {
        List<String> groups = new ArrayList<>(List.of(Field.ALL));
        groups.addAll(field.groups());
        List<List<String>> rows = new ArrayList<>();
        boolean any = false;
        for (int d : field.dimensions()) {
            List<String> row = new ArrayList<>(List.of("<tr>", "<td class=\"name\">" + Field.brief(d) + "</td>"));
            for (String group : groups) {
                Optional<Entrant> ours = best(d, group, true);
                Optional<Entrant> theirs = best(d, group, false);
                any |= theirs.isPresent();
                row.add(
                        ours.isPresent() && theirs.isPresent()
                                ? lead(ours.get(), theirs.get(), d, group)
                                : Html.cell("–"));
            }
            row.add("</tr>");
            rows.add(row);
        }
        if (any) {
            page.element("h3", "Best of ours against the best peer");
            page.element(
                    "p class=\"note\"",
                    "Difference of areas; above 0 we lead. With one run on each of three instances, differences below "
                            + "about 0.02 over all functions are noise, in a single group more.");
            List<String> head = new ArrayList<>(List.of(""));
            head.addAll(groups);
            page.table("class=\"standing\"", 1, head, rows);
        }
    }

    private String lead(Entrant ours, Entrant theirs, int dimension, String group) {
        double own = field.area(ours, dimension, group);
        double other = field.area(theirs, dimension, group);
        String color = Shade.BALANCED.of(0.5 + 2.5 * (own - other));
        return "<td style=\"background:" + color + ";color:" + Shade.ink(color) + "\"><b>"
                + Format.signed(own - other) + "</b><br><small>" + Svg.escape(ours.name()) + " "
                + Format.fixed(own, 3) + "<br>" + Svg.escape(theirs.name()) + " " + Format.fixed(other, 3)
                + "</small></td>";
    }

    /// Areas and fractions by group and by evaluations, one table for each group.
    void groups(Html page, int dimension) {
        List<String> groups = new ArrayList<>(List.of(Field.ALL));
        groups.addAll(field.groups());
        List<Double> points = new ArrayList<>();
        for (double point : CHECKPOINTS) {
            if (point < field.budget()) {
                points.add(point);
            }
        }
        points.add(field.budget());
        List<String> head = new ArrayList<>(List.of("group", "algorithm"));
        points.forEach(point -> head.add("solved<br>" + Format.plain(point) + "·D"));
        head.add("area<br>" + field.label());
        List<List<String>> rows = new ArrayList<>();
        for (String group : groups) {
            for (Entrant entrant : field.entrants()) {
                if (!Double.isNaN(field.area(entrant, dimension, group))) {
                    rows.add(row(entrant, dimension, group, points));
                }
            }
        }
        page.table("class=\"sortable\"", 2, head, rows);
    }

    private List<String> row(Entrant entrant, int dimension, String group, List<Double> points) {
        List<String> row = new ArrayList<>();
        row.add(rowStart(entrant));
        row.add(Html.cell(group, "name", ""));
        row.add(Html.cell(entrant.name(), "name", kind(entrant)));
        points.forEach(point -> row.add(Html.cell(Format.fixed(fraction(entrant, dimension, group, point), 3))));
        row.add(Html.cell(Format.fixed(field.area(entrant, dimension, group), 3)));
        row.add("</tr>");
        return row;
    }

    private double fraction(Entrant entrant, int dimension, String group, double evaluations) {
        RuntimeProfile profile = field.profile(entrant, dimension, group);
        return profile != null
                ? profile.fractionSolved(evaluations)
                : field.points(entrant, dimension, group).stream()
                        .filter(point -> point.evaluations() == evaluations)
                        .mapToDouble(Peers.Point::fraction)
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
