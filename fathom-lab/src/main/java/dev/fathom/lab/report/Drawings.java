package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.measure.Bands;
import dev.fathom.lab.measure.History;
import dev.fathom.lab.measure.Quantiles;
import dev.fathom.lab.measure.RuntimeProfile;
import dev.fathom.lab.measure.WinRates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pictures of one budget.
final class Drawings {

    static final String EVALUATIONS = "evaluations / dimension";

    private static final int MOST_DUELLERS = 24;
    private static final int MOST_BANDS = 5;

    private final Field field;

    Drawings(Field field) {
        this.field = field;
    }

    /// Runtime profiles of all entrants.
    Picture profiles(int dimension, String group) {
        List<Curve> curves = new ArrayList<>();
        for (Entrant entrant : field.entrants()) {
            Curve curve = entrant.hasRuns() ? profile(entrant, dimension, group) : points(entrant, dimension, group);
            if (curve != null && (entrant.isOwn() || entrant.highlighted())) {
                curves.add(curve);
            }
        }
        String of = group.equals(Field.ALL) ? "all functions" : group;
        String title = of + ", " + Field.inWords(dimension) + ", " + field.label() + " evaluations";
        return new CurveChart(title, EVALUATIONS, "fraction of targets reached", end(), curves).picture();
    }

    /// Where horizontal axes end.
    private double end() {
        return Math.max(2, field.budget());
    }

    private @Nullable Curve profile(Entrant entrant, int dimension, String group) {
        RuntimeProfile profile = field.profile(entrant, dimension, group);
        if (profile == null) {
            return null;
        }
        Style style = entrant.highlighted() ? entrant.style() : Style.background();
        Style unmarked = new Style(style.pen(), style.form(), false);
        return Curve.distribution(
                entrant.name(), unmarked, entrant.highlighted(), profile.times(), profile.pairs(), 1, end());
    }

    private @Nullable Curve points(Entrant entrant, int dimension, String group) {
        List<Peers.Point> points = field.points(entrant, dimension, group);
        if (points.isEmpty()) {
            return null;
        }
        return new Curve(
                entrant.name(),
                entrant.style(),
                entrant.highlighted(),
                false,
                points.stream().mapToDouble(Peers.Point::evaluations).toArray(),
                points.stream().mapToDouble(Peers.Point::fraction).toArray());
    }

    /// Who beats whom, over all dimensions.
    Picture wins() {
        List<Entrant> duellers =
                field.comparable().stream().limit(MOST_DUELLERS).toList();
        List<Run> runs = new ArrayList<>();
        for (Entrant entrant : duellers) {
            for (int d : field.dimensions()) {
                field.runs(entrant, d, Field.ALL).forEach(run -> runs.add(renamed(run, entrant.name())));
            }
        }
        WinRates rates = WinRates.of(runs);
        int n = rates.algorithms().size();
        double[][] values = new double[n][n + 1];
        String[][] texts = new String[n][n + 1];
        String[][] tips = new String[n][n + 1];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= n; b++) {
                double rate = b < n ? rates.rates()[a][b] : rates.means()[a];
                values[a][b] = a == b ? Double.NaN : rate;
                texts[a][b] = a == b || Double.isNaN(rate) ? "" : percent(rate);
                String other = b < n ? rates.algorithms().get(b) : "the others";
                tips[a][b] =
                        a == b ? "" : rates.algorithms().get(a) + " beats " + other + " in " + percent(rate) + " %";
            }
        }
        List<String> columns = new ArrayList<>(rates.algorithms());
        columns.add("mean");
        return new MatrixChart(
                        "Who beats whom, " + field.label() + " evaluations, all dimensions",
                        "How often, in per cent of all problems, the row ends with a smaller "
                                + field.targets().measured() + " than the column.",
                        rates.algorithms(),
                        columns,
                        groups(n),
                        values,
                        texts,
                        tips,
                        Shade.BALANCED,
                        true)
                .picture();
    }

    /// Sets the last column apart.
    private static List<String> groups(int n) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            groups.add("");
        }
        groups.add(" ");
        return groups;
    }

    private static Run renamed(Run run, String name) {
        return new Run(
                name,
                run.dimension(),
                run.function(),
                run.instance(),
                run.budgetPerDimension(),
                run.evaluations(),
                run.bestDelta(),
                run.seconds(),
                run.hits());
    }

    /// Share of targets reached on each function.
    Picture functions(int dimension) {
        List<String> functions = field.functions();
        List<Entrant> rows = field.comparable().stream()
                .filter(entrant -> !field.runs(entrant, dimension, Field.ALL).isEmpty())
                .toList();
        double[][] values = new double[rows.size()][functions.size()];
        String[][] texts = new String[rows.size()][functions.size()];
        String[][] tips = new String[rows.size()][functions.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < functions.size(); c++) {
                List<Run> runs = field.runsOf(rows.get(r), dimension, functions.get(c));
                values[r][c] =
                        runs.isEmpty() ? Double.NaN : RuntimeProfile.of(runs).fractionSolved(field.budget());
                texts[r][c] = runs.isEmpty() ? "" : percent(values[r][c]);
                tips[r][c] = runs.isEmpty() ? "" : tip(rows.get(r), functions.get(c), values[r][c], runs);
            }
        }
        boolean longNames = functions.stream().anyMatch(name -> name.length() > 3);
        return new MatrixChart(
                        "Targets reached on each function, " + Field.inWords(dimension) + ", " + field.label()
                                + " evaluations",
                        "Per cent of all targets of all instances. Rows from the best to the worst over all"
                                + " dimensions.",
                        rows.stream().map(Entrant::name).toList(),
                        functions,
                        field.groupsOfFunctions(),
                        values,
                        texts,
                        tips,
                        Shade.RISING,
                        longNames)
                .picture();
    }

    private String tip(Entrant entrant, String function, double share, List<Run> runs) {
        double median =
                Quantiles.median(runs.stream().mapToDouble(Run::bestDelta).toArray());
        return entrant.name() + " on " + function + ": " + percent(share) + " % of targets, median "
                + field.targets().measured() + " " + Format.brief(median) + ", " + runs.size() + " runs";
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    /// How the loss fell on each function, for the best of ours.
    Picture convergence(int dimension) {
        Targets targets = field.targets();
        double[] at = new double[81];
        for (int i = 0; i < at.length; i++) {
            at[i] = StrictMath.pow(end(), i / 80.0);
        }
        List<Entrant> best = field.leaders().stream()
                .filter(entrant -> !field.runs(entrant, dimension, Field.ALL).isEmpty())
                .limit(MOST_BANDS)
                .toList();
        List<BandChart.Panel> panels = new ArrayList<>();
        for (String function : field.functions()) {
            List<BandChart.Band> bands = new ArrayList<>();
            for (Entrant entrant : best) {
                List<History> histories = field.runsOf(entrant, dimension, function).stream()
                        .map(run -> History.of(run, targets.levels()))
                        .toList();
                if (!histories.isEmpty()) {
                    bands.add(new BandChart.Band(entrant.name(), entrant.style(), Bands.of(histories, at)));
                }
            }
            panels.add(new BandChart.Panel(title(function), bands));
        }
        String title = "Convergence, " + Field.inWords(dimension) + ", " + field.label()
                + " evaluations: median and 10 % to 90 % of all runs";
        return new BandChart(title, end(), targets.last(), targets.first(), panels).picture();
    }

    /// Numbered functions are written f8.
    private static String title(String function) {
        return function.chars().allMatch(Character::isDigit) ? "f" + function : function;
    }

    /// Average ranks.
    Picture ranks(Ranking ranking) {
        Map<String, Style> styles = new HashMap<>();
        field.entrants().forEach(entrant -> styles.put(entrant.name(), entrant.style()));
        return new RankChart(
                        "Average rank over functions, " + Field.inWords(ranking.dimension()) + ", " + field.label()
                                + " evaluations",
                        ranking.names(),
                        ranking.names().stream()
                                .map(name -> styles.getOrDefault(name, Style.background()))
                                .toList(),
                        ranking.friedman().ranks(),
                        ranking.critical())
                .picture();
    }
}
