package dev.fathom.examples;

import dev.fathom.Study;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.event.Event;
import dev.fathom.lab.report.SeriesChart;
import dev.fathom.lab.report.SeriesChart.Quantity;
import dev.fathom.lab.report.SeriesChart.Series;
import dev.fathom.math.Rng;
import dev.fathom.problems.tensor.TensorFunctions;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// SNES on the Rastrigin function of 100 variables with several populations: figure 1 of the report on EvoTorch (Toklu
/// et
/// al., "EvoTorch: scalable evolutionary computation in Python", 2023, arXiv 2302.12600), whose measured medians and
/// bands
/// are drawn beside.
///
/// Arguments: the folder for the picture, runs of each population (50), generations (4000).
final class SnesFigure {

    private static final int DIMENSION = 100;
    private static final int[] POPULATIONS = {25, 100, 400, 1600};
    private static final int[] MARKS = {100, 250, 500, 1000, 2000, 4000};
    /// Best-so-far of EvoTorch after the generations of MARKS, 10 runs: median, 5 %, 95 %.
    private static final double[][][] REFERENCE = {
        {
            {1440, 1371, 1501},
            {1048, 1017, 1072},
            {934.9, 885.9, 953.9},
            {631.4, 584.7, 712.5},
            {100.8, 89.16, 125.2},
            {99.5, 89, 122.1}
        },
        {
            {1119, 1069, 1155},
            {888.1, 858.6, 903.9},
            {813.1, 790.1, 833.9},
            {405.3, 315.8, 443.7},
            {26.37, 21.89, 30.4},
            {26.37, 21.89, 30.4}
        },
        {{1028, 973.1, 1054}, {820.6, 805.5, 849.8}, {748.5, 712.8, 775.6}, {180.8, 101.5, 217.4}, {1.492, 0, 4.079}},
        {{994.7, 967.8, 1013}, {785.8, 746.7, 804.5}, {725.1, 699, 744.6}, {6.336, 5.579, 10.77}, {0, 0, 0}}
    };

    private SnesFigure() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : ".");
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int generations = args.length > 2 ? Integer.parseInt(args[2]) : 4000;
        Files.createDirectories(folder);
        List<Series> series = new ArrayList<>();
        for (int p = 0; p < POPULATIONS.length; p++) {
            int lambda = POPULATIONS[p];
            double[][] best = IntStream.range(0, runs)
                    .parallel()
                    .mapToObj(seed -> best(lambda, generations, seed + 1))
                    .toArray(double[][]::new);
            series.add(series(lambda, best));
            series.add(reference(p, generations));
            print(p, best, generations);
        }
        new SeriesChart(
                        "SNES on Rastrigin, d = 100: best value so far, median and 5 % to 95 % of " + runs + " runs",
                        new Quantity("generation", false),
                        new Quantity("best value so far", false),
                        series)
                .picture()
                .write(folder, "snes-rastrigin-100");
    }

    /// The best value after each generation, begun uniformly within ±5.12.
    static double[] best(int lambda, int generations, long seed) {
        Rng rng = Rng.of(seed).fork("start");
        double[] start = rng.doubles(DIMENSION, -5.12, 5.12).toArray();
        double[] best = new double[generations];
        Study.minimize(Space.reals(DIMENSION).init(start), TensorFunctions.rastrigin())
                .optimizer(dev.fathom.algorithm.Recipe.use(
                                new Snes().withPopulation(lambda).withStep(5).withTolerance(0))
                        .once())
                .budget((long) lambda * generations)
                .seed(seed)
                .observe(event -> {
                    if (event instanceof Event.Evaluated population) {
                        int t = (int) population.number() - 1;
                        double least = Arrays.stream(population.losses()).min().orElseThrow();
                        best[t] = t == 0 ? least : Math.min(best[t - 1], least);
                    }
                })
                .run();
        return best;
    }

    private static Series series(int lambda, double[][] best) {
        int[] shown = IntStream.range(0, best[0].length)
                .filter(t -> (t + 1) % Math.max(1, best[0].length / 200) == 0)
                .toArray();
        double[] x = Arrays.stream(shown).mapToDouble(t -> t + 1).toArray();
        return new Series(
                "population " + lambda,
                x,
                quantiles(best, shown, 0.05),
                quantiles(best, shown, 0.5),
                quantiles(best, shown, 0.95),
                false);
    }

    private static Series reference(int p, int generations) {
        double[][] rows = REFERENCE[p];
        int count = (int) Arrays.stream(MARKS)
                .limit(rows.length)
                .filter(t -> t <= generations)
                .count();
        return new Series(
                "EvoTorch, " + POPULATIONS[p],
                Arrays.stream(MARKS).limit(count).asDoubleStream().toArray(),
                column(rows, count, 1),
                column(rows, count, 0),
                column(rows, count, 2),
                true);
    }

    private static double[] column(double[][] rows, int count, int k) {
        return Arrays.stream(rows).limit(count).mapToDouble(row -> row[k]).toArray();
    }

    private static double[] quantiles(double[][] best, int[] shown, double share) {
        return Arrays.stream(shown).mapToDouble(t -> quantile(best, t, share)).toArray();
    }

    private static double quantile(double[][] best, int t, double share) {
        double[] sorted =
                Arrays.stream(best).mapToDouble(run -> run[t]).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static void print(int p, double[][] best, int generations) {
        for (int m = 0; m < MARKS.length && MARKS[m] <= generations; m++) {
            int t = MARKS[m] - 1;
            double[] theirs = m < REFERENCE[p].length ? REFERENCE[p][m] : new double[] {Double.NaN, 0, 0};
            IO.println(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.4g [%.4g, %.4g] | %.4g [%.4g, %.4g] |",
                    POPULATIONS[p],
                    MARKS[m],
                    quantile(best, t, 0.5),
                    quantile(best, t, 0.05),
                    quantile(best, t, 0.95),
                    theirs[0],
                    theirs[1],
                    theirs[2]));
        }
    }
}
