package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What others reached, to be drawn beside our own runs: points of runtime profiles, and whole runs.
///
/// @param points of runtime profiles
/// @param runs of other experiments
/// @param notes what a reader should know about the files, such as rows left out
public record Peers(List<Point> points, List<Run> runs, List<String> notes) {

    /// A point of the runtime profile of an algorithm.
    ///
    /// @param algorithm its name
    /// @param dimension d, number of variables
    /// @param budget of its runs in evaluations divided by d; `+∞` if unlimited or unknown
    /// @param group of functions; `all` for all
    /// @param evaluations divided by d
    /// @param fraction of (run, target) pairs reached by then, in [0, 1]
    /// @param area under the profile up to then, in [0, 1]
    /// @param virtual whether it is put together of several algorithms, so that none reaches it
    public record Point(
            String algorithm,
            int dimension,
            double budget,
            String group,
            double evaluations,
            double fraction,
            double area,
            boolean virtual) {}

    /// Copies the lists.
    public Peers {
        points = List.copyOf(points);
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /// No peers.
    public static Peers none() {
        return new Peers(List.of(), List.of(), List.of());
    }

    /// Reads tables of any of these forms, told apart by their first line:
    ///
    /// - `runs.csv`, as [Run] describes it;
    /// - points of runtime profiles: columns `algorithm`, `dimension`, `group`, `evals_per_dim`, `fraction_solved` and
    ///   `auc`; perhaps `run_budget_per_dim`, the budget of the runs; perhaps `measure`, where all rows but `targets51`
    ///   are left out, because they count other targets; perhaps `source`, where `reference` marks virtual algorithms,
    ///   as a name that begins with `~` does.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws IllegalArgumentException if a file has another form; the message says what was found and expected
    public static Peers read(List<Path> files) throws IOException {
        List<Point> points = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            String header = lines.isEmpty() ? "" : lines.getFirst().strip();
            if (header.equals(Run.HEADER)) {
                lines.stream().skip(1).map(Run::parse).forEach(runs::add);
            } else {
                PeerTable table = PeerTable.of(file, header, lines.subList(Math.min(1, lines.size()), lines.size()));
                points.addAll(table.points());
                notes.addAll(table.notes());
            }
        }
        return new Peers(points, runs, notes);
    }

    /// Those that can be compared with runs of a budget: of each algorithm and dimension the results of the least
    /// budget that is not smaller, points only up to the budget. Algorithms may depend on their budget, so results of
    /// smaller ones say nothing.
    ///
    /// @param budget evaluations divided by d
    Peers at(double budget) {
        Map<String, Double> budgets = new HashMap<>();
        points.forEach(point -> least(budgets, budget, "points", point.algorithm(), point.dimension(), point.budget()));
        runs.forEach(run -> least(budgets, budget, "runs", run.algorithm(), run.dimension(), run.budgetPerDimension()));
        return new Peers(
                points.stream()
                        .filter(point -> point.evaluations() <= budget)
                        .filter(point ->
                                budgets.getOrDefault("points:" + point.dimension() + ":" + point.algorithm(), 0.0)
                                        == point.budget())
                        .sorted(Comparator.comparingDouble(Point::evaluations))
                        .toList(),
                runs.stream()
                        .filter(run -> budgets.getOrDefault("runs:" + run.dimension() + ":" + run.algorithm(), 0.0)
                                == run.budgetPerDimension())
                        .toList(),
                notes);
    }

    private static void least(
            Map<String, Double> budgets, double wanted, String kind, String algorithm, int dimension, double budget) {
        if (budget >= wanted) {
            budgets.merge(kind + ":" + dimension + ":" + algorithm, budget, Math::min);
        }
    }
}
