package dev.fathom.lab.measure;

import java.util.Arrays;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// How probable a difference at least as large is if there is none: two-sided p-values without assumptions about the
/// distributions. All are symmetric in their two samples.
public final class Significance {

    private Significance() {}

    /// Wilcoxon's signed-rank test of paired samples: is the distribution of a_i − b_i symmetric about 0? Differences
    /// of 0 take part in the ranking and then leave (Pratt 1959). Exact up to 50 pairs without equal ranks and zeros,
    /// else normal with corrections for ties and continuity. 1 if all pairs are equal.
    ///
    /// @param a one value of each pair, infinities allowed, [n]
    /// @param b the other one, [n]
    /// @throws IllegalArgumentException if the lengths differ, nothing is there, or a value is not a number
    public static double wilcoxon(double[] a, double[] b) {
        double[] differences = differences(a, b);
        if (Arrays.stream(differences).allMatch(difference -> difference == 0)) {
            return 1;
        }
        return WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();
    }

    /// The sign test of paired samples: is a_i < b_i as probable as a_i > b_i? Exact; equal pairs are left out. 1 if
    /// all pairs are equal.
    ///
    /// @param a one value of each pair, infinities allowed, [n]
    /// @param b the other one, [n]
    /// @throws IllegalArgumentException if the lengths differ, nothing is there, or a value is not a number
    public static double sign(double[] a, double[] b) {
        double[] differences = differences(a, b);
        int above = (int) Arrays.stream(differences).filter(d -> d > 0).count();
        int unequal = (int) Arrays.stream(differences).filter(d -> d != 0).count();
        return unequal == 0
                ? 1
                : BinomialTest.withDefaults().test(unequal, above, 0.5).getPValue();
    }

    /// The test of Mann and Whitney of two independent samples: is a value of a above one of b as often as below?
    /// Exact for up to 50 values without ties in each, else normal with corrections for ties and continuity. 1 if all
    /// values are equal.
    ///
    /// @param a infinities allowed, [n]
    /// @param b infinities allowed, [k]
    /// @throws IllegalArgumentException if a sample is empty or a value is not a number
    public static double mannWhitney(double[] a, double[] b) {
        check(a);
        check(b);
        double first = a[0];
        if (Arrays.stream(a).allMatch(value -> value == first)
                && Arrays.stream(b).allMatch(value -> value == first)) {
            return 1;
        }
        return MannWhitneyUTest.withDefaults().test(a, b).getPValue();
    }

    /// a − b, where equal infinities differ by 0.
    static double[] differences(double[] a, double[] b) {
        check(a);
        check(b);
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "pairs of " + a.length + " and " + b.length + " values. Maybe a run is missing?");
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] == b[i] ? 0 : a[i] - b[i];
        }
        return differences;
    }

    static void check(double[] sample) {
        if (sample.length == 0 || Arrays.stream(sample).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("the sample " + Arrays.toString(sample)
                    + " is empty or holds not-a-number. Maybe a run has no result?");
        }
    }
}
