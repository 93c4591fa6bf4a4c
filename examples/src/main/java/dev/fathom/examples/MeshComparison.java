package dev.fathom.examples;

import dev.fathom.Budget;
import dev.fathom.Optimizer;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.mads.Mads;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.lab.measure.History;
import dev.fathom.lab.measure.SolvingTimes;
import dev.fathom.lab.report.SolvingCharts;
import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares MADS with measured results of another implementation: medians over seeds of the best value after 50, 100,
/// 200, 500 and 1000 evaluations, as a table, and data profiles of these medians.
///
/// Arguments: a file with the other's results (columns problem, variant, n, config, evals, …, f_median), a folder for
/// the table and the pictures, and how many seeds.
final class MeshComparison {

    private static final long[] MARKS = {50, 100, 200, 500, 1000};
    private static final double[] TAUS = {1e-1, 1e-3, 1e-5};
    private static final String OURS = "Fathom MADS";
    private static final String THEIRS = "NOMAD 4.5.1";

    /// What the other calls a problem, and what we do; * stands for a variant.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("linear_full", "mw-full-rank*:d"),
            Map.entry("linear_rank1_zero", "mw-rank-one-zero*:d"),
            Map.entry("helical_valley", "mw-helical-valley*"),
            Map.entry("freudenstein_roth", "mw-freudenstein-roth*"),
            Map.entry("kowalik_osborne", "mw-kowalik-osborne*"),
            Map.entry("watson", "mw-watson*:d"),
            Map.entry("box3d", "mw-box*"),
            Map.entry("brown_dennis", "mw-brown-dennis*"),
            Map.entry("chebyquad", "mw-chebyquad*:d"),
            Map.entry("osborne1", "mw-osborne-one*"),
            Map.entry("bdqrtic", "mw-bdqrtic*:d"),
            Map.entry("cube", "mw-cube*:d"),
            Map.entry("mancino", "mw-mancino*:d"),
            Map.entry("heart8", "mw-heart*"),
            Map.entry("sphere", "mesh-sphere:d"),
            Map.entry("rastrigin", "mesh-rastrigin:d"),
            Map.entry("snake", "snake"),
            Map.entry("disk", "disk:d"),
            Map.entry("g2", "g02:d"));

    private MeshComparison() {}

    /// One problem with the medians of both.
    private record Line(String problem, String group, int n, double start, double[] ours, double[] theirs) {

        History history(String algorithm, double[] medians) {
            long[] at = new long[MARKS.length + 1];
            double[] values = new double[at.length];
            at[0] = 1;
            values[0] = start;
            for (int m = 0; m < MARKS.length; m++) {
                at[m + 1] = MARKS[m];
                values[m + 1] = medians[m];
            }
            return new History(algorithm, problem, n, at, values);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(
                    "a file with results and a folder are needed, and maybe a number of seeds");
        }
        Path folder = Path.of(arguments[1]);
        int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 11;
        Files.createDirectories(folder);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, double[]> row : medians(Path.of(arguments[0])).entrySet()) {
            Line line = compare(row.getKey(), row.getValue(), seeds);
            lines.add(line);
            IO.println(text(line));
        }
        String page = table(lines) + areas(lines, folder);
        Files.writeString(folder.resolve("mads-table.md"), page);
        IO.println(page);
    }

    /// The other's medians at the marks, by problem, variant and n, of its default configuration.
    private static Map<String, double[]> medians(Path file) throws IOException {
        Map<String, double[]> medians = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            int mark = cells[4].matches("\\d+") ? Arrays.binarySearch(MARKS, Long.parseLong(cells[4])) : -1;
            if (mark >= 0 && cells[3].equals("default")) {
                String key = cells[0] + "," + cells[1] + "," + cells[2];
                medians.computeIfAbsent(key, k -> new double[MARKS.length])[mark] =
                        cells[8].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[8]);
            }
        }
        return medians;
    }

    private static Line compare(String key, double[] theirs, int seeds) {
        String[] parts = key.split(",");
        TestProblem problem = Problems.of(name(parts));
        Mads mads = parts[1].equals("eb")
                ? new Mads().with(Parameters.BB_OUTPUT_TYPE, List.of(OutputType.OBJ, OutputType.EB, OutputType.EB))
                : new Mads();
        double[][] values = new double[MARKS.length][seeds];
        for (int seed = 0; seed < seeds; seed++) {
            double[] best = run(problem, mads, seed);
            for (int m = 0; m < MARKS.length; m++) {
                values[m][seed] = best[m];
            }
        }
        double start = problem.measure(problem.box().start(), Rng.of(0)).losses()[0];
        double[] ours =
                Arrays.stream(values).mapToDouble(MeshComparison::median).toArray();
        return new Line(key, group(parts[1]), problem.dimension(), start, ours, theirs);
    }

    private static String name(String[] parts) {
        String variant = switch (parts[1]) {
            case "abs" -> "-abs";
            case "noise" -> "-noisy";
            default -> "";
        };
        String name = NAMES.getOrDefault(parts[0], parts[0]).replace("*", variant);
        name += name.endsWith(":d") ? parts[2] : "";
        return name + (variant.equals("-noisy") ? ":amplitude0.05" : "");
    }

    private static String group(String variant) {
        return switch (variant) {
            case "abs" -> "nonsmooth";
            case "noise" -> "noisy";
            case "pb", "eb" -> "constrained";
            default -> variant.equals("plain") ? "scalable" : "smooth";
        };
    }

    /// The best feasible values seen at the marks.
    private static double[] run(TestProblem problem, Mads mads, int seed) {
        double[] best = new double[MARKS.length];
        double value = Double.POSITIVE_INFINITY;
        Search search =
                Search.of(Recipe.use(mads), Budget.of(MARKS[MARKS.length - 1])).withSeed(seed);
        try (Optimizer<double[]> optimizer = Optimizer.of(problem.box().space(), problem.goal(), search)) {
            for (int k = 1, mark = 0; optimizer.hasBudget(); k++) {
                Trial<double[]> trial = optimizer.ask();
                var outcome = problem.measure(trial.value(), Rng.of(seed).fork(k));
                optimizer.tell(trial, outcome);
                boolean feasible = Arrays.stream(outcome.constraints()).allMatch(g -> g <= 0);
                value = feasible ? Math.min(value, outcome.losses()[0]) : value;
                if (k == MARKS[mark]) {
                    best[mark++] = value;
                }
            }
        }
        return best;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static String table(List<Line> lines) {
        return "| problem, variant, n | 50 | 100 | 200 | 500 | 1000 |\n|---|---|---|---|---|---|\n"
                + lines.stream().map(MeshComparison::text).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static String text(Line line) {
        StringBuilder text = new StringBuilder("| " + line.problem);
        for (int m = 0; m < MARKS.length; m++) {
            text.append(String.format(Locale.ROOT, " | %.4g / %.4g", line.ours[m], line.theirs[m]));
        }
        return text + " |";
    }

    /// Mean share of the problems solved over the marks, for each group and precision, with a picture for each.
    private static String areas(List<Line> lines, Path folder) throws IOException {
        StringBuilder text =
                new StringBuilder("| group | problems | τ = 1e-1 | 1e-3 | 1e-5 |\n|---|---|---|---|---|\n");
        for (String group : lines.stream().map(Line::group).distinct().toList()) {
            List<Line> members =
                    lines.stream().filter(line -> line.group.equals(group)).toList();
            List<History> histories = new ArrayList<>();
            members.forEach(line -> histories.add(line.history(OURS, line.ours)));
            members.forEach(line -> histories.add(line.history(THEIRS, line.theirs)));
            text.append("| ").append(group).append(" | ").append(members.size());
            for (double tau : TAUS) {
                SolvingTimes times = SolvingTimes.of(histories, tau);
                text.append(
                        String.format(Locale.ROOT, " | %.3f / %.3f", area(times.times()[0]), area(times.times()[1])));
                SolvingCharts.dataProfiles(histories, tau).write(folder, "mads-" + group + "-" + tau);
            }
            text.append(" |\n");
        }
        return text.toString();
    }

    private static double area(double[] times) {
        double sum = 0;
        for (long mark : MARKS) {
            sum += (double) Arrays.stream(times).filter(time -> time <= mark).count() / times.length / MARKS.length;
        }
        return sum;
    }
}
