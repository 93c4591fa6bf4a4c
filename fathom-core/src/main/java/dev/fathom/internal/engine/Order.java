package dev.fathom.internal.engine;

import java.util.function.IntToDoubleFunction;

/// Stable sorting of row numbers by a number that belongs to each row, ascending.
///
/// Bottom-up merging that leaves ordered neighbours alone, with insertion in short runs; keys move with the row
/// numbers,
/// so that no comparison looks elsewhere in memory.
final class Order {

    private static final int RUN = 8;

    private int[] rows;
    private double[] keys;
    private int[] otherRows;
    private double[] otherKeys;

    private Order(int[] rows, IntToDoubleFunction key) {
        this.rows = rows;
        keys = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key.applyAsDouble(rows[i]) + 0.0; // -0 becomes 0
        }
        otherRows = new int[rows.length];
        otherKeys = new double[rows.length];
    }

    /// The rows by key; equal keys keep their order. None may be NaN.
    ///
    /// @param rows is not changed
    static int[] by(int[] rows, IntToDoubleFunction key) {
        return new Order(rows.clone(), key).sorted();
    }

    private int[] sorted() {
        int n = rows.length;
        for (int from = 0; from < n; from += RUN) {
            insert(from, Math.min(n, from + RUN));
        }
        for (int width = RUN; width < n; width *= 2) {
            for (int from = 0; from < n; from += 2 * width) {
                merge(from, Math.min(n, from + width), Math.min(n, from + 2 * width));
            }
            int[] swapped = rows;
            rows = otherRows;
            otherRows = swapped;
            double[] swappedKeys = keys;
            keys = otherKeys;
            otherKeys = swappedKeys;
        }
        return rows;
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            int row = rows[i];
            int j = i;
            while (j > from && keys[j - 1] > key) {
                keys[j] = keys[j - 1];
                rows[j] = rows[j - 1];
                j--;
            }
            keys[j] = key;
            rows[j] = row;
        }
    }

    private void merge(int from, int middle, int to) {
        if (middle == to || keys[middle - 1] <= keys[middle]) {
            System.arraycopy(rows, from, otherRows, from, to - from);
            System.arraycopy(keys, from, otherKeys, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft = right == to || (left < middle && keys[left] <= keys[right]);
            int next = takeLeft ? left++ : right++;
            otherRows[at] = rows[next];
            otherKeys[at] = keys[next];
        }
    }
}
