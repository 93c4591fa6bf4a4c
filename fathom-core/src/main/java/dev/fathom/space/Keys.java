package dev.fathom.space;

/// The order of random keys.
final class Keys {

    private Keys() {}

    /// The positions `0 … n-1` by increasing key; equal keys stay in their order, NaN counts as 0. Merge sort.
    static int[] order(double[] x, int from, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int[] merged = new int[n];
        for (int run = 1; run < n; run *= 2) {
            for (int start = 0; start < n; start += 2 * run) {
                merge(order, merged, start, Math.min(start + run, n), Math.min(start + 2 * run, n), x, from);
            }
            int[] swapped = order;
            order = merged;
            merged = swapped;
        }
        return order;
    }

    private static void merge(int[] in, int[] out, int start, int middle, int end, double[] x, int from) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || key(x, from + in[left]) <= key(x, from + in[right]));
            out[i] = takeLeft ? in[left++] : in[right++];
        }
    }

    /// The key at a place, 0 for NaN.
    static double key(double[] x, int at) {
        return Double.isNaN(x[at]) ? 0 : x[at];
    }
}
