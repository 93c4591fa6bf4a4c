package dev.fathom.lab.measure;

import dev.fathom.math.Rng;
import java.util.List;
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

    /// The interval of the mean over all values where each stratum, such as the runs on one function, is resampled on
    /// its own: it tells how much the mean would change with other runs on the same functions. Confidence 0.95, 1000
    /// resamples.
    ///
    /// @param strata values of each stratum, [s][·]
    /// @throws IllegalArgumentException if there is no stratum or one is empty
    public static Interval stratifiedMean(List<double[]> strata, Rng rng) {
        int n = strata.stream().mapToInt(stratum -> stratum.length).sum();
        if (strata.isEmpty() || strata.stream().anyMatch(stratum -> stratum.length == 0)) {
            throw new IllegalArgumentException(
                    strata.size() + " strata, one of them empty, have no mean. Maybe a function without runs?");
        }
        double[] means = new double[1000];
        for (int r = 0; r < means.length; r++) {
            double sum = 0;
            for (double[] stratum : strata) {
                for (int i = 0; i < stratum.length; i++) {
                    sum += stratum[rng.nextInt(stratum.length)];
                }
            }
            means[r] = sum / n;
        }
        return new Interval(Quantiles.of(means, 0.025), Quantiles.of(means, 0.975));
    }

    private static double average(double[] sample) {
        double sum = 0;
        for (double value : sample) {
            sum += value;
        }
        return sum / sample.length;
    }
}
