package dev.fathom.examples;

import dev.fathom.Budget;
import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.cma.CmaWithLearningRates;
import dev.fathom.algorithms.cma.CmaWithMargin;
import dev.fathom.algorithms.cma.OnePlusOneCma;
import dev.fathom.algorithms.nes.CrFmNes;
import dev.fathom.algorithms.nes.DxNesIc;
import dev.fathom.lab.measure.Significance;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// Measures variants of CMA-ES side by side: medians over seeds of the evaluations until the first value below a
/// target,
/// and how many seeds arrive. One run each, no restarts.
///
/// Arguments: which table (`elitist`, `nes`, `mixed`, `rates` or `noise`) and how many seeds.
final class VariantComparison {

    private static final CmaEs CMA = new CmaEs().withTolerance(0);
    private static final OnePlusOneCma ONE = new OnePlusOneCma().withTolerance(0);

    private VariantComparison() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("the name of a table and a number of seeds are needed");
        }
        int seeds = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "elitist" -> elitist(seeds);
            case "nes" -> nes(seeds);
            case "mixed" -> mixed(seeds);
            case "rates" -> rates(seeds);
            case "noise" -> noise(seeds);
            default -> throw new IllegalArgumentException("no table is called " + arguments[0]);
        }
    }

    // ---- tables ----

    private static void elitist(int seeds) {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("CMA", CMA);
        all.put("ECMA", CMA.withElitist(true));
        all.put("OPOA2010", ONE);
        all.put("OPOC2009", ONE.withActive(false));
        all.put("OPOC2006", ONE.withActive(false).withPath(false));
        for (int d : new int[] {10, 20}) {
            for (Continuous f : List.of(Continuous.SPHERE, Continuous.ELLIPSOID, Continuous.ROSENBROCK)) {
                row(f + " | " + d, all, seeds, (a, seed) -> run(a, f, d, 3, 1, 1e-9, 200_000, seed));
            }
        }
    }

    private static void nes(int seeds) {
        for (int d : new int[] {20, 40, 80}) {
            for (Continuous f :
                    List.of(Continuous.SPHERE, Continuous.ELLIPSOID, Continuous.TABLET, Continuous.ROSENBROCK)) {
                boolean bent = f == Continuous.ROSENBROCK;
                int lambda = !bent ? 16 : d == 20 ? 24 : d == 40 ? 40 : 64;
                Map<String, Algorithm> all = new LinkedHashMap<>();
                all.put("CRFMNES", new CrFmNes().withPopulation(lambda).withTolerance(0));
                if (d < 80) {
                    all.put("DXNESIC", new DxNesIc().withPopulation(lambda).withTolerance(0));
                    all.put("CMA", CMA.withPopulation(lambda));
                }
                String name = f + " | " + d + " | " + lambda;
                row(name, all, seeds, (a, seed) -> run(a, f, d, bent ? 0 : 3, 2, 1e-12, 400_000, seed));
            }
        }
    }

    private static void mixed(int seeds) {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("CMAwM", new CmaWithMargin());
        all.put("CMA", new CmaEs());
        for (int n : new int[] {20, 40}) {
            for (Mixed f : Mixed.values()) {
                row(f + " | " + n, all, seeds, (a, seed) -> f.run(a, n, seed));
            }
        }
    }

    private static void rates(int seeds) {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("LRA-CMA", new CmaWithLearningRates());
        all.put("CMA", new CmaEs());
        for (Continuous f : List.of(Continuous.SPHERE, Continuous.ELLIPSOID, Continuous.RASTRIGIN)) {
            row(f + " | 10", all, seeds, (a, seed) -> run(a, f, 10, 3, 2, 1e-8, 2_000_000, seed));
        }
    }

    /// The sphere's value at the recommended point after so many evaluations with noise of variance 1.
    private static void noise(int seeds) {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("LRA-CMA", new CmaWithLearningRates());
        all.put("CMA", new CmaEs());
        for (int budget : new int[] {10_000, 100_000}) {
            row("noisy sphere, value after " + budget + " | 10", all, seeds, (a, seed) -> {
                Rng rng = Rng.of(1000 + seed);
                Search search =
                        Search.of(Recipe.use(a).once(), Budget.of(budget)).withSeed(seed);
                try (Optimizer<double[]> optimizer =
                        Optimizer.of(Space.reals(10), Goal.minimize().withNoise(true), search)) {
                    while (optimizer.hasBudget()) {
                        Trial<double[]> trial = optimizer.ask();
                        optimizer.tell(trial, Continuous.SPHERE.at(moved(trial.value(), 3, 2)) + rng.nextGaussian());
                    }
                    return Continuous.SPHERE.at(moved(optimizer.recommend(), 3, 2));
                }
            });
        }
    }

    // ---- runs ----

    /// One run of an algorithm.
    private interface Experiment {
        double run(Algorithm algorithm, long seed);
    }

    private static void row(String name, Map<String, Algorithm> all, int seeds, Experiment experiment) {
        StringBuilder text = new StringBuilder("| " + name);
        List<double[]> samples = new ArrayList<>();
        for (Map.Entry<String, Algorithm> entry : all.entrySet()) {
            LongToDoubleFunction run = seed -> experiment.run(entry.getValue(), seed);
            double[] values =
                    LongStream.rangeClosed(1, seeds).mapToDouble(run).sorted().toArray();
            samples.add(values);
            long arrived = Arrays.stream(values).filter(Double::isFinite).count();
            text.append(String.format(
                    Locale.ROOT, " | %s %s (%d/%d)", entry.getKey(), number(median(values)), arrived, seeds));
        }
        if (samples.size() > 1) {
            double p = Significance.mannWhitney(samples.get(0), samples.get(1));
            text.append(String.format(Locale.ROOT, " | p = %.1e", p));
        }
        IO.println(text + " |");
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "–" : String.format(Locale.ROOT, value < 100 ? "%.2g" : "%.0f", value);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double run(
            Algorithm a, Continuous f, int d, double start, double step, double target, long budget, long seed) {
        return evaluations(a, Space.reals(d), x -> f.at(moved(x, start, step)), target, budget, seed);
    }

    private static double[] moved(double[] x, double start, double step) {
        return Arrays.stream(x).map(value -> start + step * value).toArray();
    }

    private static <T> double evaluations(
            Algorithm a, Space<T> space, ToDoubleFunction<T> f, double target, long budget, long seed) {
        Search search = Search.of(Recipe.use(a).once(), Budget.of(budget)).withSeed(seed);
        try (Optimizer<T> optimizer = Optimizer.of(space, Goal.minimize(), search)) {
            for (long n = 1; optimizer.hasBudget(); n++) {
                Trial<T> trial = optimizer.ask();
                double value = f.applyAsDouble(trial.value());
                if (value < target) {
                    return n;
                }
                optimizer.tell(trial, value);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    // ---- functions ----

    /// Functions of real numbers with minimum 0.
    private enum Continuous {
        SPHERE,
        ELLIPSOID,
        TABLET,
        ROSENBROCK,
        RASTRIGIN;

        double at(double[] x) {
            int d = x.length;
            double sum = 0;
            for (int j = 0; j < d; j++) {
                double square = x[j] * x[j];
                double bend = j + 1 < d ? x[j + 1] - square : 0;
                sum += switch (this) {
                    case SPHERE -> square;
                    case ELLIPSOID -> StrictMath.pow(10, 6.0 * j / (d - 1)) * square;
                    case TABLET -> (j < d / 4 ? 1 : 1e4) * square;
                    case ROSENBROCK -> j + 1 < d ? 100 * bend * bend + (1 - x[j]) * (1 - x[j]) : 0;
                    case RASTRIGIN -> square - 10 * StrictMath.cos(2 * Math.PI * x[j]) + 10;
                };
            }
            return sum;
        }
    }

    /// Functions of n/2 real numbers, begun uniformly in [1, 3] with step 1, and as many truth values or whole numbers
    /// in −10 … 10, begun at 2 with step 1; minimum 0. The budget is 10,000 n.
    private enum Mixed {
        SPHERE_ONE_MAX,
        SPHERE_LEADING_ONES,
        ELLIPSOID_ONE_MAX,
        ELLIPSOID_LEADING_ONES,
        SPHERE_INT,
        ELLIPSOID_INT;

        double run(Algorithm algorithm, int n, long seed) {
            int half = n / 2;
            Rng rng = Rng.of(seed).fork("start");
            double[] start = new double[half];
            for (int j = 0; j < half; j++) {
                start[j] = rng.nextDouble(1, 3);
            }
            Space<?> other = isWhole() ? Space.integer(-10, 10).init(2).step(1) : Space.bool();
            List<Space<?>> parts = new ArrayList<>(Collections.nCopies(half, other));
            parts.add(0, Space.reals(half));
            Space<List<Object>> space = Space.tuple(parts.toArray(Space<?>[]::new));
            return evaluations(algorithm, space, point -> at(point, start), 1e-10, 10_000L * n, seed);
        }

        private boolean isWhole() {
            return this == SPHERE_INT || this == ELLIPSOID_INT;
        }

        private double at(List<Object> point, double[] start) {
            int half = start.length;
            double[] x = (double[]) point.get(0);
            double sum = 0;
            double ones = 0;
            double leading = 0;
            boolean unbroken = true;
            for (int j = 0; j < half; j++) {
                double value = x[j] + start[j];
                sum += factor(j, half) * value * value;
                if (point.get(j + 1) instanceof Integer whole) {
                    sum += factor(half + j, half) * whole * whole;
                } else {
                    boolean one = Boolean.TRUE.equals(point.get(j + 1));
                    unbroken &= one;
                    ones += one ? 1 : 0;
                    leading += unbroken ? 1 : 0;
                }
            }
            return switch (this) {
                case SPHERE_ONE_MAX, ELLIPSOID_ONE_MAX -> sum + half - ones;
                case SPHERE_LEADING_ONES, ELLIPSOID_LEADING_ONES -> sum + half - leading;
                case SPHERE_INT, ELLIPSOID_INT -> sum;
            };
        }

        private double factor(int j, int half) {
            boolean round = this == SPHERE_ONE_MAX || this == SPHERE_LEADING_ONES || this == SPHERE_INT;
            int last = (isWhole() ? 2 * half : half) - 1;
            return round ? 1 : StrictMath.pow(1000, 2.0 * j / last);
        }
    }
}
