package dev.fathom.examples;

import dev.fathom.Budget;
import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithms.nes.Enes;
import dev.fathom.algorithms.nes.Ones;
import dev.fathom.algorithms.nes.R1nes;
import dev.fathom.algorithms.nes.Sges;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.VdCma;
import dev.fathom.algorithms.nes.VkdCma;
import dev.fathom.algorithms.nes.Xnes;
import dev.fathom.space.Space;
import dev.fathom.space.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Compares natural evolution strategies with measured results of another implementation: quantiles over seeds of the
/// best value after a budget, as a table.
///
/// Arguments: a file with the other's results (columns algorithm, function, dim, budget, seeds, min, q25, median, q75,
/// max, …), how many seeds, and maybe the names of algorithms, all otherwise.
final class NesComparison {

    /// σ is 0.1 where the other has that setting.
    private static final Map<String, Algorithm> ALGORITHMS = new LinkedHashMap<>(Map.of(
            "ENES", new Enes(),
            "ONES", new Ones(),
            "SGES", new Sges(),
            "R1NES", new R1nes(),
            "SNES", new Stagnating<>(new Snes().withStep(0.1)),
            "XNES", new Stagnating<>(new Xnes()),
            "VDCMA", new VdCma().withStep(0.1),
            "VKDCMA", new VkdCma().withStep(0.1)));

    private static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS = Map.of(
            "sphere", NesComparison::sphere,
            "ellipsoid", NesComparison::ellipsoid,
            "rosenbrock", NesComparison::rosenbrock,
            "rastrigin", NesComparison::rastrigin);

    private NesComparison() {}

    /// A problem with an algorithm.
    private record Case(String algorithm, String function, int n) {}

    /// The other's results: minimum, quartiles and maximum of the best value after a budget.
    private record Theirs(Case of, int budget, int seeds, double[] quantiles) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("a file with results and a number of seeds are needed");
        }
        int seeds = Integer.parseInt(arguments[1]);
        List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
        Map<Case, List<Theirs>> cases = read(Path.of(arguments[0])).stream()
                .filter(row -> ALGORITHMS.containsKey(row.of.algorithm))
                .filter(row -> names.isEmpty() || names.contains(row.of.algorithm))
                .collect(Collectors.groupingBy(Theirs::of, LinkedHashMap::new, Collectors.toList()));
        IO.println("| algorithm, function, n, budget | ours | theirs | band | below | p |\n|---|---|---|---|---|---|");
        for (Map.Entry<Case, List<Theirs>> entry : cases.entrySet()) {
            double[][] ours = values(entry.getKey(), entry.getValue(), seeds);
            for (int b = 0; b < ours.length; b++) {
                IO.println(line(entry.getValue().get(b), ours[b]));
            }
        }
    }

    private static List<Theirs> read(Path file) throws IOException {
        List<Theirs> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("algorithm")) {
                double[] quantiles = Arrays.stream(cells, 5, 10)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                Case of = new Case(cells[0], cells[1], Integer.parseInt(cells[2]));
                rows.add(new Theirs(of, Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), quantiles));
            }
        }
        return rows;
    }

    /// Our best values after each budget, sorted, `[budgets][seeds]`.
    private static double[][] values(Case of, List<Theirs> theirs, int seeds) {
        int[] budgets = theirs.stream().mapToInt(Theirs::budget).toArray();
        double[][] bySeed = IntStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> run(of, budgets, seed))
                .toArray(double[][]::new);
        double[][] values = new double[budgets.length][];
        for (int b = 0; b < budgets.length; b++) {
            int at = b;
            values[b] =
                    Arrays.stream(bySeed).mapToDouble(best -> best[at]).sorted().toArray();
        }
        return values;
    }

    /// One run from 3 in every coordinate; the bounds only serve to draw where restarts begin.
    private static double[] run(Case of, int[] budgets, int seed) {
        Recipe recipe =
                Recipe.use(Objects.requireNonNull(ALGORITHMS.get(of.algorithm))).restarting(Policy.IPOP);
        Space<double[]> space = Space.reals(of.n, -5, 5).init(3).step(1).transform(Transform.NONE);
        int longest = Arrays.stream(budgets).max().orElseThrow();
        double[] values = new double[budgets.length];
        double best = Double.POSITIVE_INFINITY;
        Search search = Search.of(recipe, Budget.of(longest)).withSeed(seed);
        try (Optimizer<double[]> optimizer = Optimizer.of(space, Goal.minimize(), search)) {
            for (int k = 1; k <= longest; k++) {
                Trial<double[]> trial = optimizer.ask();
                double value =
                        Objects.requireNonNull(FUNCTIONS.get(of.function)).applyAsDouble(trial.value());
                optimizer.tell(trial, value);
                best = Math.min(best, value);
                for (int b = 0; b < budgets.length; b++) {
                    values[b] = k <= budgets[b] ? best : values[b];
                }
            }
        }
        return values;
    }

    private static String line(Theirs theirs, double[] ours) {
        double[] q = theirs.quantiles;
        double median = rounded(quantile(ours, 0.5));
        String band = median < q[0] ? "better" : median > q[4] ? "worse" : "inside";
        double[] rounded = Arrays.stream(ours).map(NesComparison::rounded).toArray();
        long less = Arrays.stream(rounded).filter(value -> value < q[2]).count();
        long equal = Arrays.stream(rounded).filter(value -> value == q[2]).count();
        int below = (int) (less + equal / 2);
        return String.format(
                Locale.ROOT,
                "| %s %s %d, %d | %s | %s | %s | %d of %d | %.2g |",
                theirs.of.algorithm,
                theirs.of.function,
                theirs.of.n,
                theirs.budget,
                quartiles(quantile(ours, 0.25), median, quantile(ours, 0.75)),
                quartiles(q[1], q[2], q[3]),
                band,
                below,
                ours.length,
                significance(below, ours.length, theirs.seeds));
    }

    private static String quartiles(double low, double median, double high) {
        return String.format(Locale.ROOT, "%.2g / %.2g / %.2g", low, median, high);
    }

    /// To eight digits, as the other's results are.
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.7e", value));
    }

    /// Two-sided exact median test (Mathisen 1943): if both samples are of one distribution, the number K of our n
    /// values
    /// below the median of their 2a + 1 has P(K = k) = C(k + a, a) C(n − k + a, a)/C(n + 2a + 1, n).
    private static double significance(int below, int n, int theirSeeds) {
        int a = (theirSeeds - 1) / 2;
        double upTo = 0;
        double from = 0;
        for (int k = 0; k <= n; k++) {
            double p = Math.exp(logChoose(k + a, a) + logChoose(n - k + a, a) - logChoose(n + theirSeeds, n));
            upTo += k <= below ? p : 0;
            from += k >= below ? p : 0;
        }
        return Math.min(1, 2 * Math.min(upTo, from));
    }

    private static double logChoose(int n, int k) {
        double log = 0;
        for (int i = 1; i <= k; i++) {
            log += Math.log((double) (n - k + i) / i);
        }
        return log;
    }

    /// Linear interpolation between order statistics.
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    private static double sphere(double[] x) {
        return Arrays.stream(x).map(value -> value * value).sum();
    }

    private static double ellipsoid(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(10, 6.0 * i / (x.length - 1)) * x[i] * x[i];
        }
        return sum;
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double bend = x[i + 1] - x[i] * x[i];
            sum += 100 * bend * bend + (x[i] - 1) * (x[i] - 1);
        }
        return sum;
    }

    private static double rastrigin(double[] x) {
        double sum = 10.0 * x.length;
        for (double value : x) {
            sum += value * value - 10 * Math.cos(2 * Math.PI * value);
        }
        return sum;
    }
}
