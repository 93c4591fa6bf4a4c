package dev.fathom.lab.measure;

import java.util.Arrays;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// How large a difference is, whatever the number of runs.
public final class EffectSizes {

    private EffectSizes() {}

    /// Probability that a value of a is above one of b, plus half the probability that they are equal, in [0, 1]; 0.5
    /// where there is no difference (Vargha and Delaney, "A critique and improvement of the CL common language effect
    /// size statistics", J. Educ. Behav. Stat. 25, 2000, A₁₂).
    ///
    /// @param a [n], n ≥ 1
    /// @param b [k], k ≥ 1
    /// @throws IllegalArgumentException if a sample is empty or a value is not a number
    public static double varghaDelaney(double[] a, double[] b) {
        return (cliffsDelta(a, b) + 1) / 2;
    }

    /// Share of pairs (one of a, one of b) with a above b, minus that of pairs with a below b, in [−1, 1] (Cliff,
    /// "Dominance statistics", Psychol. Bull. 114, 1993).
    ///
    /// @param a [n], n ≥ 1
    /// @param b [k], k ≥ 1
    /// @throws IllegalArgumentException if a sample is empty or a value is not a number
    public static double cliffsDelta(double[] a, double[] b) {
        Significance.check(a);
        Significance.check(b);
        long sum = 0;
        for (double x : a) {
            for (double y : b) {
                sum += Double.compare(x + 0.0, y + 0.0);
            }
        }
        return (double) sum / ((long) a.length * b.length);
    }

    /// For pairs: the ranks of |a_i − b_i| with a_i above b_i minus those with a_i below, divided by their sum, in [−1,
    /// 1] (Kerby, "The simple difference formula", Compr. Psychol. 3, 2014); pairs that are equal take part in the
    /// ranking and then leave. 0 if all pairs are equal.
    ///
    /// @param a one value of each pair, [n]
    /// @param b the other one, [n]
    /// @throws IllegalArgumentException if the lengths differ, nothing is there, or a value is not a number
    public static double rankBiserial(double[] a, double[] b) {
        double[] differences = Significance.differences(a, b);
        if (Arrays.stream(differences).allMatch(difference -> difference == 0)) {
            return 0;
        }
        double[] mirrored = Significance.differences(b, a);
        double above = WilcoxonSignedRankTest.withDefaults().statistic(differences);
        double below = WilcoxonSignedRankTest.withDefaults().statistic(mirrored);
        return (above - below) / (above + below);
    }
}
