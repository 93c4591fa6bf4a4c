package dev.fathom.examples;

import com.sun.management.OperatingSystemMXBean;
import dev.fathom.Objective;
import dev.fathom.Study;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.genetic.Cosyne;
import dev.fathom.algorithms.genetic.FlipMutation;
import dev.fathom.algorithms.genetic.GaussianMutation;
import dev.fathom.algorithms.genetic.GeneticAlgorithm;
import dev.fathom.algorithms.genetic.Grid;
import dev.fathom.algorithms.genetic.MapElites;
import dev.fathom.algorithms.genetic.Nsga2;
import dev.fathom.algorithms.genetic.PointCrossover;
import dev.fathom.algorithms.genetic.PolynomialMutation;
import dev.fathom.algorithms.genetic.SimulatedBinary;
import dev.fathom.lab.measure.Hypervolume;
import dev.fathom.lab.measure.Quantiles;
import dev.fathom.lab.report.SeriesChart;
import dev.fathom.lab.report.SeriesChart.Quantity;
import dev.fathom.lab.report.SeriesChart.Series;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Measures genetic algorithms as EvoTorch's were measured: quantiles over seeds, as lines of tables, and a picture.
///
/// Arguments: what to measure (`fronts`, `bits`, `reals`, `cells`, `times`), a folder for pictures, and how many seeds.
final class GeneticComparison {

    private static final Heap HEAP = Heap.single();
    private static final double[] REFERENCE = {-14, 1};
    private static final int GENERATIONS = 30;

    private GeneticComparison() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("what to measure, a folder and a number of seeds are needed");
        }
        Path folder = Path.of(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        switch (arguments[0]) {
            case "fronts" -> fronts(folder, seeds);
            case "bits" -> bits(seeds);
            case "reals" -> reals(seeds);
            case "cells" -> cells(seeds);
            case "times" -> times();
            default -> throw new IllegalArgumentException(arguments[0] + " is unknown. Maybe fronts?");
        }
    }

    // ---- problems ----

    /// f₁ = −10 Σ exp(−0.2 √(x_i² + x_{i+1}²)), f₂ = Σ |x_i|^0.8 + 5 sin x_i³
    static Tensor kursawe(Tensor x) {
        Tensor square = x.square();
        int d = x.columns();
        Tensor pairs = square.columns(0, d - 1).plus(square.columns(1, d)).sqrt();
        Tensor first = pairs.times(-0.2).exp().times(-10).rowSums();
        Tensor second =
                x.abs().log().times(0.8).exp().plus(square.times(x).sin().times(5));
        return first.beside(second.rowSums());
    }

    private static Tensor rastrigin(Tensor x) {
        return x.square().plus(x.times(2 * Math.PI).cos().times(-10)).plus(10).rowSums();
    }

    /// Number of columns that are not 1, where a number from ½ on stands for 1.
    private static Tensor zeros(Tensor x) {
        return x.less(x.substrate().full(1, 1, 0.5)).rowSums();
    }

    private static Shape box(int d, double low, double high, int objectives) {
        Space<double[]> space = Space.reals(d, low, high).step(1).init(low);
        return new Shape(space.columns(), objectives, 0, Shape.UNLIMITED, 1, false, Start.origin(d));
    }

    // ---- driving a search ----

    /// A run of a search over a box whose lower corner is coordinate 0.
    private static final class Run<S extends Record> {
        private final Vectorized<S> algorithm;
        private final Shape shape;
        private final double low;
        private final double high;
        private final Noise noise;
        private S state;
        private int generation;

        Run(Vectorized<S> algorithm, int d, double low, double high, int objectives, int seed) {
            this.algorithm = algorithm;
            this.low = low;
            this.high = high;
            shape = box(d, low, high, objectives);
            noise = new Noise(seed).fork(77);
            state = algorithm.start(shape, HEAP.full(1, d, 0), noise.fork(0));
        }

        /// One generation.
        void next(dev.fathom.TensorObjective.Formula f) {
            try (Substrate.Scope scope = HEAP.scope()) {
                Noise here = noise.fork(++generation);
                Tensor x = algorithm
                        .sample(state, algorithm.size(state), here.fork(0))
                        .clamp(0, high - low);
                Tensor losses = f.of(x.plus(low));
                Population told =
                        Population.ranked(x, losses, losses.columns(0, 1).times(0), 1);
                state = scope.keep(algorithm.update(state, told, here.fork(1)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Tensor losses(GeneticAlgorithm.State state) {
        Population parents = state.parents();
        if (parents == null) {
            throw new IllegalStateException("no generation yet");
        }
        return parents.f();
    }

    private static String quantiles(double[] values) {
        return String.format(
                Locale.ROOT,
                "%.4g [%.4g, %.4g]",
                Quantiles.median(values),
                Quantiles.of(values, 0.05),
                Quantiles.of(values, 0.95));
    }

    // ---- fronts ----

    private static void fronts(Path folder, int seeds) throws IOException {
        IO.println("| λ | generation 10 | generation 20 | generation 30 | falls, largest |\n|---|---|---|---|---|");
        List<Series> series = new ArrayList<>();
        for (int lambda : new int[] {25, 100, 400, 1600}) {
            double[][] volumes = new double[GENERATIONS][seeds]; // by generation
            int fallen = 0;
            double deepest = 0;
            for (int seed = 0; seed < seeds; seed++) {
                var run = new Run<>(new Nsga2().withPopulation(lambda), 3, -5, 5, 2, seed);
                run.next(GeneticComparison::kursawe); // the first parents
                for (int g = 0; g < GENERATIONS; g++) {
                    run.next(GeneticComparison::kursawe);
                    volumes[g][seed] = volume(losses(run.state));
                }
                double fall = 1 - volumes[29][seed] / volumes[19][seed];
                fallen += fall > 0 ? 1 : 0;
                deepest = Math.max(deepest, fall);
            }
            IO.println("| " + lambda + " | " + quantiles(volumes[9]) + " | " + quantiles(volumes[19]) + " | "
                    + quantiles(volumes[29]) + " | "
                    + String.format(Locale.ROOT, "%d of %d, %.2g %%", fallen, seeds, 100 * deepest) + " |");
            double[] generations =
                    IntStream.rangeClosed(1, GENERATIONS).asDoubleStream().toArray();
            series.add(new Series(
                    "λ = " + lambda, generations, each(volumes, 0.05), each(volumes, 0.5), each(volumes, 0.95), false));
        }
        new SeriesChart(
                        "NSGA-II on Kursawe's problem: median and 5 % to 95 % of " + seeds + " runs",
                        new Quantity("generation", false),
                        new Quantity("hypervolume up to (−14, 1)", false),
                        series)
                .picture()
                .write(folder, "kursawe-hypervolume");
    }

    private static double[] each(double[][] values, double p) {
        return Arrays.stream(values).mapToDouble(v -> Quantiles.of(v, p)).toArray();
    }

    private static double volume(Tensor f) {
        double[] flat = f.toArray();
        double[][] points = new double[f.rows()][];
        Arrays.setAll(points, i -> new double[] {flat[2 * i], flat[2 * i + 1]});
        return Hypervolume.of(points, REFERENCE);
    }

    // ---- one objective ----

    private static void bits(int seeds) {
        IO.println("| columns | λ | generations to the optimum |\n|---|---|---|");
        for (int[] sizes : new int[][] {{100, 100}, {1000, 200}}) {
            GeneticAlgorithm search = new GeneticAlgorithm()
                    .withPopulation(sizes[1])
                    .withOperators(PointCrossover.two(4), new FlipMutation(1.0 / sizes[0]));
            int count = sizes[0] == 1000 ? Math.min(5, seeds) : seeds;
            double[] needed = IntStream.range(0, count)
                    .mapToDouble(seed -> {
                        var run = new Run<>(search, sizes[0], 0, 1, 1, seed);
                        run.next(GeneticComparison::zeros);
                        while (losses(run.state).at(0, 0) > 0 && run.generation < 400) {
                            run.next(GeneticComparison::zeros);
                        }
                        return run.generation - 1; // without the first parents
                    })
                    .toArray();
            IO.println("| " + sizes[0] + " | " + sizes[1] + " | " + quantiles(needed) + " |");
        }
    }

    private static void reals(int seeds) {
        IO.println("| search | generation 100 | 200 | 300 |\n|---|---|---|---|");
        GeneticAlgorithm genetic = new GeneticAlgorithm()
                .withPopulation(100)
                .withOperators(new SimulatedBinary(8, 4), new PolynomialMutation(20, 0.05));
        Cosyne cosyne = new Cosyne().withPopulation(100).withMutation(0.3, 0.5);
        line("GA", genetic, seeds, s -> losses(s).at(0, 0));
        line("CoSyNE", cosyne, seeds, s -> {
            Population rows = s.rows();
            return rows == null ? Double.NaN : rows.f().at(0, 0);
        });
    }

    private static <S extends Record> void line(
            String name, Vectorized<S> search, int seeds, ToDoubleFunction<S> best) {
        double[][] values = new double[3][seeds];
        for (int seed = 0; seed < seeds; seed++) {
            var run = new Run<>(search, 20, -5.12, 5.12, 1, seed);
            for (int g = 0; g <= 300; g++) {
                run.next(GeneticComparison::rastrigin);
                if (g > 0 && g % 100 == 0) {
                    values[g / 100 - 1][seed] = best.applyAsDouble(run.state);
                }
            }
        }
        IO.println("| " + name + " | " + quantiles(values[0]) + " | " + quantiles(values[1]) + " | "
                + quantiles(values[2]) + " |");
    }

    // ---- cells ----

    private static void cells(int seeds) {
        IO.println(
                "| cells | generation | filled | Σ (20 − f) | best | CPU ms per generation |\n|---|---|---|---|---|---|");
        for (int bins : new int[] {20, 50}) {
            int[] marks = bins == 20 ? new int[] {10, 50, 100} : new int[] {5};
            double[][][] values = new double[marks.length][3][seeds];
            double[] milliseconds = new double[seeds];
            for (int seed = 0; seed < seeds; seed++) {
                Grid grid = new Grid(List.of(new Grid.Range(-20, -14, bins), new Grid.Range(-10, 4, bins)), true);
                MapElites search = new MapElites()
                        .withPopulation(bins * bins)
                        .withNiches(grid)
                        .withTournament(1)
                        .withOperators(new GaussianMutation(0.1));
                var run = new Run<>(search, 3, -5, 5, 3, seed);
                run.next(GeneticComparison::withFeatures);
                double begin = processorTime();
                for (int g = 1, m = 0; m < marks.length; g++) {
                    run.next(GeneticComparison::withFeatures);
                    if (g == marks[m]) {
                        summarize(run.state, values[m++], seed);
                    }
                }
                milliseconds[seed] = (processorTime() - begin) / marks[marks.length - 1];
            }
            for (int m = 0; m < marks.length; m++) {
                IO.println("| " + bins * bins + " | " + marks[m] + " | " + quantiles(values[m][0]) + " | "
                        + quantiles(values[m][1]) + " | " + quantiles(values[m][2]) + " | "
                        + (m == marks.length - 1 ? quantiles(milliseconds) : "") + " |");
            }
        }
    }

    /// Loss f₁ + f₂, features f₁ and f₂.
    private static Tensor withFeatures(Tensor x) {
        Tensor f = kursawe(x);
        return f.rowSums().beside(f);
    }

    private static void summarize(MapElites.State state, double[][] values, int seed) {
        double[] f = Arrays.stream(state.elites().f().columns(0, 1).toArray())
                .filter(Double::isFinite)
                .toArray();
        values[0][seed] = f.length;
        values[1][seed] = Arrays.stream(f).map(v -> 20 - v).sum();
        values[2][seed] = Arrays.stream(f).min().orElse(Double.NaN);
    }

    // ---- times ----

    private static double processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e6;
    }

    private static void times() {
        IO.println("| λ | CPU ms per generation | as a study | ranking λ rows |\n|---|---|---|---|");
        measure(400, 300); // warms up
        for (int lambda : new int[] {25, 100, 400, 1600, 10_000, 100_000}) {
            int generations = Math.clamp(300_000 / lambda, 5, 3000);
            String whole = lambda > 20_000 ? "" : text(study(lambda, GENERATIONS));
            IO.println("| " + lambda + " | " + text(measure(lambda, generations)) + " | " + whole + " | "
                    + text(ranking(lambda, generations)) + " |");
        }
    }

    private static String text(double milliseconds) {
        return String.format(Locale.ROOT, "%.3g", milliseconds);
    }

    /// The same with all that surrounds a search: results, counts, the front of all points seen.
    private static double study(int lambda, int generations) {
        double begin = processorTime();
        Study.minimize(Space.reals(3, -5, 5).step(1), Objective.tensor(2, GeneticComparison::kursawe))
                .optimizer(new Nsga2().withPopulation(lambda))
                .budget((long) lambda * generations)
                .run();
        return (processorTime() - begin) / generations;
    }

    private static double measure(int lambda, int generations) {
        var run = new Run<>(new Nsga2().withPopulation(lambda), 3, -5, 5, 2, 1);
        run.next(GeneticComparison::kursawe);
        double begin = processorTime(); // told in steps of 10 ms
        for (int g = 0; g < generations; g++) {
            run.next(GeneticComparison::kursawe);
        }
        return (processorTime() - begin) / generations;
    }

    /// Random points: many fronts.
    private static double ranking(int rows, int times) {
        Tensor f = kursawe(HEAP.gaussian(rows, 3, new Noise(1)));
        double begin = processorTime();
        for (int t = 0; t < times; t++) {
            Population.ranked(f, f, f.columns(0, 1).times(0), 1);
        }
        return (processorTime() - begin) / times;
    }
}
