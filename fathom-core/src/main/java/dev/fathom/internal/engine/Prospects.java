package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;

/// Whether a run of a restarted search can still become the best one.
///
/// A search that converges gains less and less. When the values of its latest rows lie together closer than 3 %
/// of their distance to the best value of all runs, it converges to a worse optimum, and what is left of its way would
/// be wasted. Looked at after every quarter of the rows it looks back on.
final class Prospects {

    private static final double CLOSE = 0.03;
    private static final int MOST = 1 << 20;

    private final int length;
    private double[] latest;
    private long count;
    private double best = Double.POSITIVE_INFINITY;
    private boolean hopeless;

    Prospects(int dimension) {
        length = 20 + 10 * dimension;
        latest = new double[length];
    }

    /// Another run begins.
    ///
    /// @param population factor on its population: with it grows how far one looks back, so that a run costs at least
    /// as
    ///     many times more; otherwise populations could double at no cost without end
    void restart(double population) {
        latest = new double[(int) Math.min(MOST, length * Math.max(1, population))];
        count = 0;
        hopeless = false;
    }

    /// Learns of a row of an earlier run.
    void inform(Row row) {
        if (row.isFeasible()) {
            best = Math.min(best, row.value());
        }
    }

    /// Learns of a row of this run.
    void learn(Row row) {
        if (!row.isFeasible()) {
            return;
        }
        best = Math.min(best, row.value());
        latest[(int) (count++ % latest.length)] = row.value();
        if (count >= latest.length && count % (latest.length / 4) == 0) {
            hopeless = isAbove();
        }
    }

    private boolean isAbove() {
        double low = latest[0];
        double high = latest[0];
        for (double value : latest) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low < CLOSE * (low - best);
    }

    /// Whether this run should end.
    boolean areHopeless() {
        return hopeless;
    }
}
