package dev.fathom.algorithms.nes;

import java.util.Arrays;

/// How many directions a [LowRankNormal] should have: more when all of them are long and nothing else changes, fewer
/// when some are short and shrink.
///
/// Akimoto and Hansen, "Online model selection for restricted covariance matrix adaptation" (PPSN 2016). What changes
/// is
/// seen in ln σ, in the logarithms of the variances and in ln(1 + s_i).
///
/// Deviation: the paper takes moving averages of the changes, and calls variances at rest below 0.3 times their pace.
/// The authors' published programs look at the last change only, with 1 in place of 0.3; so does this one. Measured on
/// a separable ellipsoid (d = 20) and on Rosenbrock's function (d = 10), moving averages with the threshold 1 made the
/// first slower and with 0.3 the second.
final class RankAdaptation {

    private static final double LONG = 30;
    private static final double GROWTH = 1.414;
    private static final double SIGMA_AT_REST = 0.1;
    private static final double VARIANCES_AT_REST = 1;

    private final int d;
    private final double sigmaPace;
    private final double[] logVariances;
    private double[] logLengths = {};
    private double logSigma;
    private long generations;
    private int k;

    /// @param d number of columns
    /// @param lambda rows of a generation
    /// @param sigma initial step size
    RankAdaptation(int d, int lambda, double sigma) {
        this.d = d;
        sigmaPace = 0.5 * Math.min(1, (double) lambda / d) / (LONG / 10);
        logSigma = StrictMath.log(sigma);
        logVariances = new double[d];
    }

    /// Number of directions, `0 … d - 1`.
    int k() {
        return k;
    }

    /// Learns from a generation and maybe changes k; directions that are given up are taken from `normal`.
    ///
    /// @param rate c_1 + c_μ, the pace of changes of the covariance
    void learn(LowRankNormal normal, double sigma, double rate) {
        generations++;
        boolean sigmaRests = sigmaRests(sigma);
        boolean variancesRest = variancesRest(normal.variances(), rate);
        double[] s = normal.excess();
        boolean allLong = s.length == k && Arrays.stream(s).allMatch(value -> 1 + value > LONG);
        long wait = 2L * d - 1;
        if (generations > wait && k < d - 1 && allLong && sigmaRests && variancesRest) {
            k = Math.min(Math.max((int) Math.ceil(k * GROWTH), k + 1), d - 1);
            generations = 0;
        } else {
            shrink(normal, generations > k * wait);
        }
    }

    private boolean sigmaRests(double sigma) {
        double before = logSigma;
        logSigma = StrictMath.log(sigma);
        return Math.abs(logSigma - before) < SIGMA_AT_REST * sigmaPace;
    }

    private boolean variancesRest(double[] variances, double pace) {
        boolean rest = true;
        for (int j = 0; j < d; j++) {
            double before = logVariances[j];
            logVariances[j] = StrictMath.log(variances[j]);
            rest &= Math.abs(logVariances[j] - before) < VARIANCES_AT_REST * pace;
        }
        return rest;
    }

    /// Gives up the directions that are short and got shorter, if it may.
    private void shrink(LowRankNormal normal, boolean may) {
        double[] s = normal.excess();
        double[] before = Arrays.copyOf(logLengths, s.length);
        logLengths = Arrays.stream(s).map(value -> StrictMath.log(1 + value)).toArray();
        double[][] directions = new double[s.length][];
        double[] kept = new double[s.length];
        int count = 0;
        for (int i = 0; i < s.length; i++) {
            if (!may || 1 + s[i] >= LONG || logLengths[i] >= before[i]) {
                directions[count] = normal.directions()[i];
                logLengths[count] = logLengths[i];
                kept[count++] = s[i];
            }
        }
        if (count < s.length) {
            normal.replace(Arrays.copyOf(directions, count), Arrays.copyOf(kept, count));
            k = count;
        }
    }
}
