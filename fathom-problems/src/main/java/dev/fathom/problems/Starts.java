package dev.fathom.problems;

/// Where searches begin.
final class Starts {

    /// Fractional parts of its multiples are spread evenly.
    private static final double GOLDEN = 0.6180339887498949;

    private Starts() {}

    /// A point of the box between a fifth and four fifths of each side, another share in each variable.
    static double[] spread(double[] low, double[] high) {
        double[] start = new double[low.length];
        for (int j = 0; j < start.length; j++) {
            double share = (j + 1) * GOLDEN % 1;
            start[j] = low[j] + (0.2 + 0.6 * share) * (high[j] - low[j]);
        }
        return start;
    }
}
