package dev.fathom.lab.measure;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusts p-values where several questions are asked at once: an adjusted value at or below α may be called
/// significant at the level α.
public final class Corrections {

    private Corrections() {}

    /// Holm's step-down adjustment: the probability of even one false discovery stays below α (Holm, "A simple
    /// sequentially rejective multiple test procedure", Scand. J. Stat. 6, 1979).
    ///
    /// @param p values in [0, 1], in any order, [n]
    /// @return adjusted, in the order of p, [n]
    /// @throws IllegalArgumentException if a value is outside [0, 1]
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /// The step-up adjustment of Benjamini and Hochberg: the expected share of false discoveries stays below α for
    /// independent questions ("Controlling the false discovery rate", J. R. Stat. Soc. B 57, 1995).
    ///
    /// @param p values in [0, 1], in any order, [n]
    /// @return adjusted, in the order of p, [n]
    /// @throws IllegalArgumentException if a value is outside [0, 1]
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, p.length * p[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(value + " is no probability. Maybe a test statistic?");
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
