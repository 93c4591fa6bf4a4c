package dev.fathom.examples;

import dev.fathom.Budget;
import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.algorithm.Recipe;
import dev.fathom.lab.measure.Significance;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// Compares registered optimizers with measured results of another implementation: sphere, Rosenbrock's function and an
/// ellipsoid in 10 and 40 columns, begun uniformly in [−5, 5] with step 1.
///
/// Compared are the evaluations until the end of the generation in which a value below 1e-6 is seen, and, where the
/// other does not get there, the best value after as many evaluations as it had. The p-value is that of the two-sided
/// sign test of our runs against the other's median.
///
/// Arguments: a file with the other's results (columns group, algorithm, function, dim, popsize, generations, setting,
/// metric, …, q05, q25, q50, q75, q95, …), how many seeds, and pairs such as `CMA=CMAES`.
final class SmallComparison {

    private static final double TARGET = 1e-6;

    private SmallComparison() {}

    /// Quantiles of the other's runs.
    private record Theirs(int population, int generations, double q05, double median, double q95) {}

    /// What one of our runs gave.
    private record Ours(double evaluations, double best) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("a file, a number of seeds and pairs of names are needed");
        }
        Map<String, Theirs> results = read(Path.of(arguments[0]));
        int seeds = Integer.parseInt(arguments[1]);
        IO.println("| ours, theirs | function | d | measure | ours: median | theirs: median [q05, q95] | p |");
        IO.println("|---|---|---|---|---|---|---|");
        for (String pair : Arrays.asList(arguments).subList(2, arguments.length)) {
            String[] names = pair.split("=");
            for (String function : List.of("sphere", "rosenbrock", "ellipsoid")) {
                compare(names[0], names[1], function, 10, results, seeds);
                compare(names[0], names[1], function, 40, results, seeds);
            }
        }
    }

    /// By algorithm, function, dimension and metric, after the largest number of generations.
    private static Map<String, Theirs> read(Path file) throws IOException {
        Map<String, Theirs> results = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
            if (cells[0].equals("small")) {
                Theirs theirs = new Theirs(
                        Integer.parseInt(cells[4]),
                        Integer.parseInt(cells[5]),
                        number(cells[13]),
                        number(cells[15]),
                        number(cells[17]));
                String key = String.join(" ", cells[1], cells[2], cells[3], cells[7]);
                results.merge(key, theirs, (a, b) -> a.generations > b.generations ? a : b);
            }
        }
        return results;
    }

    private static double number(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static void compare(
            String name, String other, String function, int d, Map<String, Theirs> results, int seeds) {
        String key = other + " " + function + " " + d + " ";
        Theirs evaluations = results.get(key + "evals_to_1e-06");
        Theirs best = results.get(key + "best_eval_so_far");
        if (evaluations == null || best == null) {
            IO.println("| no results of " + key + "|");
            return;
        }
        List<Ours> runs = LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> run(name, function, d, best, seed))
                .toList();
        String title = String.format(Locale.ROOT, "| %s, %s | %s | %d | ", name, other, function, d);
        if (Double.isFinite(evaluations.median)) {
            double[] ours = runs.stream().mapToDouble(Ours::evaluations).toArray();
            IO.println(title + "evaluations to 1e-6" + text(ours, evaluations));
        } else {
            double[] ours = runs.stream().mapToDouble(Ours::best).toArray();
            IO.println(title + "value after " + best.population * best.generations + text(ours, best));
        }
    }

    private static String text(double[] ours, Theirs theirs) {
        double[] sorted = ours.clone();
        Arrays.sort(sorted);
        double[] median = new double[ours.length];
        Arrays.fill(median, theirs.median);
        return String.format(
                Locale.ROOT,
                " | %.4g | %.4g [%.4g, %.4g] | %.2g |",
                sorted[sorted.length / 2],
                theirs.median,
                theirs.q05,
                theirs.q95,
                Significance.sign(ours, median));
    }

    private static Ours run(String name, String function, int d, Theirs theirs, long seed) {
        Rng rng = Rng.of(seed).fork("start");
        double[] start = new double[d];
        for (int j = 0; j < d; j++) {
            start[j] = rng.nextDouble(-5, 5);
        }
        double best = Double.POSITIVE_INFINITY;
        double arrival = Double.POSITIVE_INFINITY;
        Budget budget = Budget.of((long) theirs.population * theirs.generations);
        Search search = Search.of(Recipe.named(name).once(), budget).withSeed(seed);
        try (Optimizer<double[]> optimizer = Optimizer.of(Space.reals(d), Goal.minimize(), search)) {
            for (int n = 0; optimizer.hasBudget(); n++) {
                Trial<double[]> trial = optimizer.ask();
                double value = value(function, trial.value(), start);
                best = Math.min(best, value);
                if (value < TARGET && Double.isInfinite(arrival)) {
                    arrival = (n / theirs.population + 1) * theirs.population;
                }
                optimizer.tell(trial, value);
            }
        }
        return new Ours(arrival, best);
    }

    private static double value(String function, double[] x, double[] start) {
        int d = x.length;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double here = start[j] + x[j];
            double bend = j + 1 < d ? start[j + 1] + x[j + 1] - here * here : 0;
            sum += switch (function) {
                case "sphere" -> here * here;
                case "rosenbrock" -> j + 1 < d ? 100 * bend * bend + (1 - here) * (1 - here) : 0;
                default -> StrictMath.pow(10, 6.0 * j / (d - 1)) * here * here;
            };
        }
        return sum;
    }
}
