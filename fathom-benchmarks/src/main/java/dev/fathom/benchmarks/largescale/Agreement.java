package dev.fathom.benchmarks.largescale;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// Compares final values with those of PyPop7, of which five quantiles over 11 seeds are known.
///
/// Under the hypothesis of equal distributions, the number K of n values below the median of 11 others has
/// P(K = k) = C(k + 5, 5) C(n − k + 5, 5)/C(n + 11, 11), whatever the distribution (Mathisen, "A method of testing the
/// hypothesis that two samples are from the same population", 1943). The p-values are two-sided.
public final class Agreement {

    private static final int REFERENCES = 11;

    private Agreement() {}

    /// @param arguments the CSV file of the reference, the number of seeds, registered names
    public static void main(String... arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        int seeds = Integer.parseInt(arguments[1]);
        System.out.println(
                "| name | function | d | reference: q25, median, q75 | here: q25, median, q75 | below | p |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String name : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            lines.stream()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(name))
                    .forEach(cells -> {
                        System.out.println(row(cells, seeds));
                    });
        }
    }

    private static String row(String[] cells, int seeds) {
        int d = Integer.parseInt(cells[2]);
        double[] ours = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToDouble(seed -> new PyPopRun(
                                algorithm(cells[0]), TestFunction.of(cells[1]), d, Integer.parseInt(cells[3]), seed)
                        .best())
                .map(Agreement::rounded)
                .sorted()
                .toArray();
        double median = Double.parseDouble(cells[7]);
        long below = Arrays.stream(ours).filter(v -> v < median).count();
        long equal = Arrays.stream(ours).filter(v -> v == median).count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s, %s, %s | %s, %s, %s | %d–%d of %d | %.3f |",
                cells[0],
                cells[1],
                d,
                shown(Double.parseDouble(cells[6])),
                shown(median),
                shown(Double.parseDouble(cells[8])),
                shown(ours[seeds / 4]),
                shown(ours[seeds / 2]),
                shown(ours[3 * seeds / 4]),
                below,
                below + equal,
                seeds,
                p(below, below + equal, seeds));
    }

    private static Generational<?> algorithm(String name) {
        return (Generational<?>) ((Recipe.Use) Catalog.entry(name).recipe()).algorithm();
    }

    /// To the eight digits of the reference.
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.7e", value));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /// Two-sided p-value; ties count for whichever side is more probable.
    static double p(long least, long most, int n) {
        double[] probability = new double[n + 1];
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            probability[k] = 1;
            for (int i = 1; i <= REFERENCES / 2; i++) {
                probability[k] *= (double) (k + i) * (n - k + i);
            }
            sum += probability[k];
        }
        double left = 0; // P(K ≤ most)
        double right = 0; // P(K ≥ least)
        for (int k = 0; k <= n; k++) {
            left += k <= most ? probability[k] / sum : 0;
            right += k >= least ? probability[k] / sum : 0;
        }
        return Math.min(1, 2 * Math.min(left, right));
    }
}
