package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.Xnes;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Compares searches with the same searches of EvoTorch: values after given generations, over seeds.
///
/// `main` reads quantiles of EvoTorch's runs from a table of comma-separated values and writes the rows of
/// docs/measured/distributions.md.
final class EvoTorchComparison {

    /// One quantity of one setting in the table.
    ///
    /// @param q quantiles of EvoTorch's seeds: 10, 50 and 90 %
    /// @param seeds how many EvoTorch ran
    record Reference(String metric, int generation, double[] q, int seeds) {}

    /// One setting.
    record Setting(String group, String algorithm, String function, int d, int lambda) {}

    private EvoTorchComparison() {}

    /// Arguments: the table, number of seeds, then words that select settings, such as `small,SNES` or
    /// `cem,CEM,sphere,100`.
    public static void main(String[] args) throws IOException {
        Map<Setting, List<Reference>> table = read(Path.of(args[0]));
        int seeds = Integer.parseInt(args[1]);
        for (Map.Entry<Setting, List<Reference>> entry : table.entrySet()) {
            if (isSelected(entry.getKey(), args)) {
                compare(entry.getKey(), entry.getValue(), seeds);
            }
        }
    }

    private static boolean isSelected(Setting s, String[] args) {
        String key = String.join(",", s.group, s.algorithm, s.function, s.d + "", s.lambda + "") + ",";
        return args.length == 2 || Arrays.stream(args).skip(2).anyMatch(prefix -> key.startsWith(prefix + ","));
    }

    // ---- the table ----

    private static Map<Setting, List<Reference>> read(Path csv) throws IOException {
        Map<Setting, List<Reference>> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(csv)) {
            String[] c = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
            boolean compared = List.of("small", "snes", "cem").contains(c[0])
                    && List.of("SNES", "XNES", "PGPE", "CEM").contains(c[1])
                    && c[8].matches("f|evaluations");
            if (compared) {
                Setting setting = new Setting(c[0], c[1], c[2], Integer.parseInt(c[3]), Integer.parseInt(c[4]));
                table.computeIfAbsent(setting, s -> new ArrayList<>()).add(reference(c));
            }
        }
        return table;
    }

    /// With 5 or 10 seeds the 10 % quantile lies twice as far from the minimum as the 5 % quantile.
    private static Reference reference(String[] c) {
        double q10 = 2 * number(c[13]) - number(c[20]);
        double q90 = 2 * number(c[17]) - number(c[21]);
        double[] q = {orInfinity(q10), number(c[15]), orInfinity(q90)};
        return new Reference(c[7], Integer.parseInt(c[5]), q, Integer.parseInt(c[11]));
    }

    private static double orInfinity(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private static double number(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    // ---- runs ----

    private static Vectorized<?> search(Setting s) {
        return switch (s.algorithm) {
            case "SNES" ->
                s.group.equals("snes") ? new Snes().withStep(5).withPopulation(s.lambda) : new Snes().withTolerance(0);
            case "XNES" -> new Xnes();
            case "PGPE" ->
                new Pgpe()
                        .withPopulation(s.lambda)
                        .withAscent(new ClipUp(0.05 * Math.sqrt(s.d), 0.9, Math.sqrt(s.d) / 15));
            default -> new Cem().withPopulation(s.lambda).withElites(0.5).withLimits(Limits.NONE.withChange(0.02));
        };
    }

    /// Half the side of the cube in which EvoTorch draws the centre.
    private static double half(Setting s) {
        return switch (s.group) {
            case "snes" -> 5.12;
            case "cem" -> 10;
            default -> 5;
        };
    }

    static Tensor evaluate(String function, Tensor x) {
        int d = x.columns();
        return switch (function) {
            case "sphere" -> x.square().rowSums();
            case "ellipsoid" -> x.square().product(weights(x.substrate(), d));
            case "rastrigin" ->
                x.square()
                        .rowSums()
                        .minus(x.times(2 * Math.PI).cos().rowSums().times(10))
                        .plus(10 * d);
            default -> {
                Tensor a = x.columns(0, d - 1);
                Tensor bend = a.square().minus(x.columns(1, d)).square().rowSums();
                yield bend.times(100).plus(a.plus(-1).square().rowSums());
            }
        };
    }

    private static Tensor weights(Substrate substrate, int d) {
        double[] w = new double[d];
        Arrays.setAll(w, j -> StrictMath.pow(10, 6.0 * j / (d - 1)));
        return substrate.column(w);
    }

    /// One quantity over seeds 1 … `seeds`, sorted.
    static double[] values(Setting setting, String metric, int generation, int seeds) {
        List<Reference> only = List.of(new Reference(metric, generation, new double[3], seeds));
        return IntStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> run(search(setting), setting, only, seed).get(metric + " " + generation))
                .sorted()
                .toArray();
    }

    /// What one run shows: by metric and generation.
    private static <S extends Record> Map<String, Double> run(
            Vectorized<S> search, Setting setting, List<Reference> references, int seed) {
        Map<String, Double> seen = new TreeMap<>();
        int last = references.stream().mapToInt(Reference::generation).max().orElseThrow();
        Heap heap = Heap.single();
        Noise noise = new Noise(seed);
        Tensor start =
                heap.uniform(1, setting.d, noise).times(2 * half(setting)).plus(-half(setting));
        S state = search.start(Shape.reals(setting.d), start, noise);
        double best = Double.POSITIVE_INFINITY;
        seen.put("evals_to_1e-06 " + last, Double.POSITIVE_INFINITY);
        for (int g = 1; g <= last; g++) {
            try (Substrate.Scope scope = heap.scope()) {
                Tensor x = search.sample(state, search.size(state), noise.fork(2L * g));
                Tensor f = evaluate(setting.function, x);
                double[] values = f.toArray();
                best = Math.min(best, Arrays.stream(values).min().orElseThrow());
                if (best <= 1e-6) {
                    seen.merge("evals_to_1e-06 " + last, (double) g * values.length, Math::min);
                }
                int generation = g;
                if (references.stream().anyMatch(r -> r.generation == generation)) {
                    seen.put("best_eval_so_far " + g, best);
                    seen.put(
                            "pop_mean_eval " + g,
                            Arrays.stream(values).average().orElseThrow());
                    Tensor center = heap.of(search.recommend(state).orElseThrow(), 1, setting.d);
                    seen.put(
                            "f_of_center " + g,
                            evaluate(setting.function, center).at(0, 0));
                }
                Tensor fine = heap.full(values.length, 1, 0);
                state = scope.keep(
                        search.update(state, new Population(x, f, fine, f.ranks(1), 1), noise.fork(2L * g + 1)));
            }
        }
        return seen;
    }

    // ---- comparison ----

    private static void compare(Setting setting, List<Reference> references, int seeds) {
        List<Map<String, Double>> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(run(search(setting), setting, references, seed));
        }
        for (Reference r : references) {
            double[] ours = runs.stream()
                    .mapToDouble(run -> run.get(r.metric + " " + r.generation))
                    .sorted()
                    .toArray();
            if (Double.isFinite(ours[0]) || Double.isFinite(r.q[0])) {
                print(setting, r, ours);
            }
        }
        System.out.flush();
    }

    private static void print(Setting s, Reference r, double[] ours) {
        double floor = s.function.equals("rastrigin") ? 1e-3 : 0; // single precision of sums near 1000
        double median = Math.max(floor, r.q[1]);
        double below = 0;
        for (double value : ours) {
            double v = Math.max(floor, value);
            below += v < median ? 1 : v == median ? 0.5 : 0;
        }
        double middle = quantile(ours, 0.5);
        String verdict =
                middle <= Math.max(floor, r.q[2]) ? middle >= r.q[0] || middle <= floor ? "inside" : "better" : "worse";
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %s | %d | %s [%s, %s] | %s [%s, %s] | %s/%d | %.3f | %s |%n",
                s.algorithm,
                s.function,
                s.d,
                s.lambda,
                r.metric,
                r.generation,
                text(middle),
                text(quantile(ours, 0.1)),
                text(quantile(ours, 0.9)),
                text(r.q[1]),
                text(r.q[0]),
                text(r.q[2]),
                text(below),
                ours.length,
                probability(below, ours.length, r.seeds),
                verdict);
    }

    private static String text(double v) {
        String digits = String.format(Locale.ROOT, "%.4g", v);
        if (!Double.isFinite(v)) {
            return "–";
        }
        return digits.replaceAll("(\\.\\d*?)0+(e|$)", "$1$2").replaceAll("\\.(e|$)", "$1");
    }

    private static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] == sorted[high] ? sorted[low] : sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    /// The two-sided probability that as few or as many of n values lie below the sample median of N others from the
    /// same continuous distribution: the precedence test. Of an even N the median lies between two order statistics,
    /// for
    /// which the mean is taken.
    static double probability(double below, int n, int others) {
        int low = (others + 1) / 2;
        int high = others / 2 + 1;
        double few = 0;
        double many = 0;
        for (int j = 0; j <= n; j++) {
            double p = (precedence(j, n, low, others) + precedence(j, n, high, others)) / 2;
            few += j <= below ? p : 0;
            many += j >= below ? p : 0;
        }
        return Math.min(1, 2 * Math.min(few, many));
    }

    /// The probability that j of n values lie below the m-th of N others: `C(j+m−1, j) C(n−j+N−m, n−j)/C(n+N, n)`.
    private static double precedence(int j, int n, int m, int others) {
        return choose(j + m - 1, j) * choose(n - j + others - m, n - j) / choose(n + others, n);
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }
}
