package dev.fathom;

import java.util.Arrays;

/// When the best loss of a run got better, and how far.
final class Gains {

    private long[] at = new long[16];
    private double[] loss = new double[16];
    private int count;

    /// How far the question of `amount` has been followed.
    private double amount = Double.NaN;

    private int next;
    private double base;
    private long last;

    /// Notes an improvement.
    ///
    /// @param evaluation its number, ascending
    /// @param value minimized, descending
    void add(long evaluation, double value) {
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            loss = Arrays.copyOf(loss, 2 * count);
        }
        at[count] = evaluation;
        loss[count++] = value;
    }

    /// The number of the evaluation whose loss was the last to be more than `threshold` below that of the one before
    /// which was; the first is one; 0 if there is none.
    long last(double threshold) {
        if (threshold != amount) {
            amount = threshold;
            next = 0;
            base = Double.POSITIVE_INFINITY;
            last = 0;
        }
        for (; next < count; next++) {
            if (base - loss[next] > threshold) {
                base = loss[next];
                last = at[next];
            }
        }
        return last;
    }

    /// Forgets everything.
    void clear() {
        count = 0;
        amount = Double.NaN;
    }
}
