package dev.fathom.examples;

import dev.fathom.Study;
import dev.fathom.TensorObjective;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.distribution.Adam;
import dev.fathom.algorithms.distribution.Ascent;
import dev.fathom.algorithms.distribution.Cem;
import dev.fathom.algorithms.distribution.Limits;
import dev.fathom.event.Event;
import dev.fathom.lab.report.SeriesChart;
import dev.fathom.lab.report.SeriesChart.Quantity;
import dev.fathom.lab.report.SeriesChart.Series;
import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.problems.tensor.TensorFunctions;
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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The cross-entropy method beside Adam with the true gradient, on the sphere and on Rastrigin's function: figure 3 of
/// the report on EvoTorch (Toklu et al. 2023, arXiv 2302.12600), on the CPU.
///
/// Adam runs once from one point, and from as many points as the population has rows, whose best counts. Time is that
/// of
/// the thread's processor.
///
/// Arguments: the folder for the pictures, runs (5), generations (300).
final class CemFigure {

    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double RATE = 0.6;

    /// Rows and columns.
    private record Size(int rows, int columns) {}

    private static final List<Size> SIZES =
            List.of(new Size(10_000, 100), new Size(1_000, 1_000), new Size(100, 10_000));

    /// A function and its gradient.
    private record Landscape(String name, TensorObjective objective, UnaryOperator<Tensor> gradient) {}

    private static final List<Landscape> LANDSCAPES = List.of(
            new Landscape("sphere", TensorFunctions.sphere(), x -> x.times(2)),
            new Landscape(
                    "rastrigin",
                    TensorFunctions.rastrigin(),
                    x -> x.times(2).plus(x.times(2 * Math.PI).sin().times(20 * Math.PI))));

    private CemFigure() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : ".");
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int generations = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        Files.createDirectories(folder);
        for (Landscape landscape : LANDSCAPES) {
            for (Size size : SIZES) {
                draw(folder, landscape, size, runs, generations);
            }
        }
    }

    private static void draw(Path folder, Landscape landscape, Size size, int runs, int generations)
            throws IOException {
        List<Series> series = new ArrayList<>();
        series.add(series("CEM", landscape, size, runs, seed -> cem(landscape, size, generations, seed)));
        series.add(series(
                "Adam, one", landscape, size, runs, seed -> adam(landscape, size.columns(), 1, generations, seed)));
        series.add(series(
                "Adam, best of " + size.rows(),
                landscape,
                size,
                runs,
                seed -> adam(landscape, size.columns(), size.rows(), generations, seed)));
        String title = "%s, %d rows of %d columns: best value so far, %d runs"
                .formatted(landscape.name(), size.rows(), size.columns(), runs);
        new SeriesChart(title, new Quantity("seconds of the processor", true), new Quantity("value", true), series)
                .picture()
                .write(folder, "cem-" + landscape.name() + "-" + size.columns());
    }

    /// Best value so far and seconds after each generation.
    private record Course(double[] seconds, double[] best) {}

    private interface Runner {
        Course run(long seed);
    }

    private static Series series(String name, Landscape landscape, Size size, int runs, Runner runner) {
        runner.run(0); // compiled before it counts
        List<Course> courses =
                IntStream.rangeClosed(1, runs).mapToObj(runner::run).toList();
        int[] shown = IntStream.range(0, courses.getFirst().best().length)
                .filter(t -> t < 10 || t % 5 == 4)
                .toArray();
        Series result = new Series(
                name,
                at(courses, shown, 0.5, Course::seconds),
                at(courses, shown, 0.05, Course::best),
                at(courses, shown, 0.5, Course::best),
                at(courses, shown, 0.95, Course::best),
                false);
        print(name, landscape, size, courses);
        return result;
    }

    private static void print(String name, Landscape landscape, Size size, List<Course> courses) {
        for (int t : new int[] {100, 200, 300}) {
            if (t <= courses.getFirst().best().length) {
                int[] place = {t - 1};
                IO.println(String.format(
                        Locale.ROOT,
                        "| %d × %d | %s | %s | %d | %.4g [%.4g, %.4g] | %.2f |",
                        size.rows(),
                        size.columns(),
                        landscape.name(),
                        name,
                        t,
                        at(courses, place, 0.5, Course::best)[0],
                        at(courses, place, 0.05, Course::best)[0],
                        at(courses, place, 0.95, Course::best)[0],
                        1000 * at(courses, place, 0.5, Course::seconds)[0] / t));
            }
        }
    }

    private static double[] at(
            List<Course> courses, int[] shown, double share, java.util.function.Function<Course, double[]> what) {
        return Arrays.stream(shown)
                .mapToDouble(t -> {
                    double[] sorted = courses.stream()
                            .mapToDouble(c -> what.apply(c)[t])
                            .sorted()
                            .toArray();
                    return sorted[(int) Math.round(share * (sorted.length - 1))];
                })
                .toArray();
    }

    private static double[] start(int columns, Rng rng) {
        return rng.doubles(columns, -10, 10).toArray();
    }

    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static Course cem(Landscape landscape, Size size, int generations, long seed) {
        double[] best = new double[generations];
        double[] seconds = new double[generations];
        double begin = seconds();
        Cem cem = new Cem()
                .withPopulation(size.rows())
                .withElites(0.5)
                .withLimits(new Limits(0, Double.POSITIVE_INFINITY, 0.02))
                .withTolerance(0);
        Study.minimize(Space.reals(size.columns()).init(start(size.columns(), Rng.of(seed))), landscape.objective())
                .optimizer(Recipe.use(cem).once())
                .budget((long) size.rows() * generations)
                .seed(seed)
                .observe(event -> {
                    if (event instanceof Event.Evaluated population) {
                        int t = (int) population.number() - 1;
                        double least = Arrays.stream(population.losses()).min().orElseThrow();
                        best[t] = t == 0 ? least : Math.min(best[t - 1], least);
                        seconds[t] = seconds() - begin;
                    }
                })
                .run();
        return new Course(seconds, best);
    }

    private static Course adam(Landscape landscape, int columns, int instances, int generations, long seed) {
        Heap heap = Heap.single();
        double[] best = new double[generations];
        double[] seconds = new double[generations];
        Ascent adam = new Adam(RATE, BETA_1, BETA_2, 1e-8);
        double begin = seconds();
        Tensor x = heap.uniform(instances, columns, new Noise(seed)).times(20).plus(-10);
        Ascent.Motion motion = adam.start(x);
        for (int t = 0; t < generations; t++) {
            try (Substrate.Scope scope = heap.scope()) {
                double least = Arrays.stream(
                                heap.byRows(x, landscape.objective().formula()::of)
                                        .toArray())
                        .min()
                        .orElseThrow();
                best[t] = t == 0 ? least : Math.min(best[t - 1], least);
                motion = scope.keep(
                        adam.next(motion, landscape.gradient().apply(x).times(-1)));
                x = scope.keep(x.plus(motion.step()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            seconds[t] = seconds() - begin;
        }
        return new Course(seconds, best);
    }
}
