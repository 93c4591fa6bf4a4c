package dev.fathom.algorithms.nes;

import java.util.Arrays;

/// How many directions a [LowRankNormal] should have: more when all of them are long and nothing else changes, fewer
/// when some are short and shrink.
///
/// Akimoto and Hansen, "Online model selection for restricted covariance matrix adaptation" (PPSN 2016). What changes is
/// seen in moving averages of the changes of ln σ, of the logarithms of the variances and of ln(1 + s_i).
final class RankAdaptation {

    private static final double LONG = 30;
    private static final double GROWTH = 1.414;
    private static final double SIGMA_AT_REST = 0.1;
    private static final double VARIANCES_AT_REST = 1;

    private final int d;
    private final double sigmaDecay;
    private final double[] variances;
    private final double[] variancesTrend;
    private double[] lengths = {};
    private double[] lengthsTrend = {};
    private double logSigma;
    private double sigmaTrend;
    private long generations;
    private int k;

    /// @param d number of columns
    /// @param lambda rows of a generation
    RankAdaptation(int d, int lambda, double sigma) {
        this.d = d;
        sigmaDecay = 0.5 * Math.min(1, (double) lambda / d) / (LONG / 10);
        logSigma = StrictMath.log(sigma);
        variances = new double[d];
        variancesTrend = new double[d];
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
        boolean sigmaRests = learnSigma(sigma);
        boolean variancesRest = learnVariances(normal.variances(), rate);
        learnLengths(normal.excess());
        double[] s = normal.excess();
        boolean allLong = s.length == k && Arrays.stream(s).allMatch(value -> 1 + value > LONG);
        long wait = 2L * d - 1;
        if (generations > wait && k < d - 1 && allLong && sigmaRests && variancesRest) {
            k = Math.min(Math.max((int) Math.ceil(k * GROWTH), k + 1), d - 1);
            generations = 0;
        } else if (generations > k * wait) {
            shrink(normal);
        }
    }

    private boolean learnSigma(double sigma) {
        double log = StrictMath.log(sigma);
        sigmaTrend += sigmaDecay * (log - logSigma - sigmaTrend);
        logSigma = log;
        return Math.abs(sigmaTrend) / sigmaDecay < SIGMA_AT_REST;
    }

    private boolean learnVariances(double[] now, double rate) {
        boolean rest = true;
        for (int j = 0; j < d; j++) {
            double log = StrictMath.log(now[j]);
            variancesTrend[j] += (log - variances[j] - variancesTrend[j]) / d;
            variances[j] = log;
            rest &= Math.abs(variancesTrend[j]) / rate < VARIANCES_AT_REST;
        }
        return rest;
    }

    private void learnLengths(double[] excess) {
        lengths = Arrays.copyOf(lengths, excess.length);
        lengthsTrend = Arrays.copyOf(lengthsTrend, excess.length);
        for (int i = 0; i < excess.length; i++) {
            double log = StrictMath.log(1 + excess[i]);
            lengthsTrend[i] += (log - lengths[i] - lengthsTrend[i]) / d;
            lengths[i] = log;
        }
    }

    /// Gives up the directions that are short and get shorter.
    private void shrink(LowRankNormal normal) {
        double[] s = normal.excess();
        double[][] directions = new double[s.length][];
        double[] kept = new double[s.length];
        int count = 0;
        for (int i = 0; i < s.length; i++) {
            if (!(1 + s[i] < LONG && lengthsTrend[i] < 0)) {
                directions[count] = normal.directions()[i];
                kept[count] = s[i];
                lengths[count] = lengths[i];
                lengthsTrend[count] = lengthsTrend[i];
                count++;
            }
        }
        if (count < s.length) {
            normal.replace(Arrays.copyOf(directions, count), Arrays.copyOf(kept, count));
            k = count;
        }
    }
}
