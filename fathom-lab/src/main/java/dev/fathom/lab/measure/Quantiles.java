package dev.fathom.lab.measure;

import java.util.Arrays;

/// Quantiles of samples, infinities included.
public final class Quantiles {

    private Quantiles() {}

    /// The p-quantile, linear between order statistics at (n − 1)·p (Hyndman and Fan 1996, definition 7). Between a
    /// number and `+∞` it is `+∞`.
    ///
    /// @param values a sample without not-a-number, in any order, [n]
    /// @param p in [0, 1]
    /// @throws IllegalArgumentException if the sample is empty or holds not-a-number, or p is outside [0, 1]
    public static double of(double[] values, double p) {
        if (values.length == 0 || !(p >= 0 && p <= 1) || Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("no quantile " + p + " of " + values.length
                    + " values. Maybe the sample is empty, a value is not a number, or p is meant in percent?");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        double part = place - below;
        if (part == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /// The quantile 0.5.
    public static double median(double[] values) {
        return of(values, 0.5);
    }
}
