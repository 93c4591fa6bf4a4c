package dev.fathom.lab.measure;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Friedman's test: do k algorithms differ, judged by their ranks within each of n blocks, such as problems (Friedman
/// 1937; Demšar, "Statistical comparisons of classifiers over multiple data sets", J. Mach. Learn. Res. 7, 2006)?
///
/// @param ranks average rank of each algorithm, 1 for the smallest values, equal values share their ranks, [k]
/// @param statistic Friedman's χ², corrected for ties
/// @param p-value of the χ² distribution with k − 1 degrees of freedom; 1 if all values are equal in each block
public record Friedman(double[] ranks, double statistic, double p) {

    private static final int STEPS = 4000;
    private static final double REACH = 9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Copies the ranks.
    public Friedman {
        ranks = ranks.clone();
    }

    /// Tests values of which small ones are good.
    ///
    /// @param values [n][k], n ≥ 1, k ≥ 2
    /// @throws IllegalArgumentException if rows differ in length, are shorter than 2, or hold not-a-number
    public static Friedman of(double[][] values) {
        int n = values.length;
        int k = n == 0 ? 0 : values[0].length;
        if (k < 2) {
            throw new IllegalArgumentException(
                    n + " blocks of " + k + " algorithms cannot be compared. Maybe only one algorithm ran?");
        }
        Fronts.check(values, k);
        double[] sums = new double[k];
        double ties = 0;
        for (double[] block : values) {
            for (int a = 0; a < k; a++) {
                double rank = rank(block, a);
                sums[a] += rank;
                double equal = count(block, block[a]);
                ties += equal * equal - 1;
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - n * (k + 1) / 2.0) * (sum - n * (k + 1) / 2.0);
        }
        double scale = n * k * (k + 1) / 12.0 - ties / (12.0 * (k - 1));
        double statistic = scale <= 0 ? 0 : squares / scale;
        double p = ChiSquaredDistribution.of(k - 1).survivalProbability(statistic);
        return new Friedman(Arrays.stream(sums).map(sum -> sum / n).toArray(), statistic, p);
    }

    /// 1 + number of smaller ones + half the number of other equal ones.
    private static double rank(double[] block, int a) {
        double value = block[a];
        long smaller = Arrays.stream(block).filter(other -> other < value).count();
        return smaller + (count(block, value) + 1) / 2.0;
    }

    private static long count(double[] block, double value) {
        return Arrays.stream(block).filter(other -> other == value).count();
    }

    /// Average ranks, [k].
    @Override
    public double[] ranks() {
        return ranks.clone();
    }

    /// Nemenyi's critical difference: average ranks of two among k algorithms that are farther apart differ
    /// significantly (Demšar 2006, section 3.2.2): q·√(k(k+1)/(6n)), where q·√2 is the quantile of the studentized
    /// range of k values with infinitely many degrees of freedom.
    ///
    /// @param k number of algorithms, at least 2
    /// @param n number of blocks, at least 1
    /// @param alpha level of significance in (0, 1), such as 0.05
    /// @throws IllegalArgumentException if a number is out of its range
    public static double criticalDifference(int k, int n, double alpha) {
        if (k < 2 || n < 1 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("no critical difference for " + k + " algorithms, " + n
                    + " blocks and level " + alpha + ". Maybe only one algorithm ran?");
        }
        double low = 0;
        double high = 2 * REACH;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            boolean within = range(middle, k) < 1 - alpha;
            low = within ? middle : low;
            high = within ? high : middle;
        }
        return low / Math.sqrt(2) * Math.sqrt(k * (k + 1.0) / (6.0 * n));
    }

    /// Probability that k standard normal numbers span less than w: k ∫ φ(x)·(Φ(x) − Φ(x − w))^(k−1) dx.
    private static double range(double w, int k) {
        double step = 2 * REACH / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double x = -REACH + (i + 0.5) * step;
            sum += NORMAL.density(x) * StrictMath.pow(NORMAL.probability(x - w, x), k - 1);
        }
        return k * sum * step;
    }
}
