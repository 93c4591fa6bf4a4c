package dev.fathom.lab.measure;

import dev.fathom.math.Rng;
import java.util.function.ToDoubleFunction;

/// Confidence intervals by resampling with replacement, percentile method (Efron, "Bootstrap methods: another look at
/// the jackknife", Ann. Stat. 7, 1979). For few values the intervals are somewhat too narrow.
public final class Bootstrap {

    private Bootstrap() {}

    /// Where a statistic of the population probably lies.
    ///
    /// @param low lower end
    /// @param high upper end
    public record Interval(double low, double high) {}

    /// The interval of a statistic.
    ///
    /// @param values sample, [n]
    /// @param statistic of a sample of the same size, such as [Quantiles#median]
    /// @param confidence in (0, 1), such as 0.95
    /// @param resamples how many, such as 1000
    /// @param rng decides the resamples: the same generator gives the same interval
    /// @throws IllegalArgumentException if the sample is empty, the confidence is outside (0, 1), or no resamples are
    ///     wanted
    public static Interval interval(
            double[] values, ToDoubleFunction<double[]> statistic, double confidence, int resamples, Rng rng) {
        if (values.length == 0 || resamples < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("no interval of confidence " + confidence + " from " + resamples
                    + " resamples of " + values.length + " values. Maybe the confidence is meant in percent?");
        }
        double[] statistics = new double[resamples];
        double[] sample = new double[values.length];
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = values[rng.nextInt(values.length)];
            }
            statistics[r] = statistic.applyAsDouble(sample);
        }
        double tail = (1 - confidence) / 2;
        return new Interval(Quantiles.of(statistics, tail), Quantiles.of(statistics, 1 - tail));
    }

    /// The interval of the mean, with confidence 0.95 from 1000 resamples.
    ///
    /// @throws IllegalArgumentException if the sample is empty
    public static Interval mean(double[] values, Rng rng) {
        return interval(values, Bootstrap::average, 0.95, 1000, rng);
    }

    private static double average(double[] sample) {
        double sum = 0;
        for (double value : sample) {
            sum += value;
        }
        return sum / sample.length;
    }
}
