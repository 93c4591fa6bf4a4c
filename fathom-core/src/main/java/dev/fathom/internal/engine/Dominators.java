package dev.fathom.internal.engine;

import java.util.Arrays;

/// For any number of objectives, the rows that are nowhere worse than a row, as a set of bits: 64 rows in one
/// instruction, O(n²m/64) for all.
///
/// Rows are numbered in lexicographic order, so that the first objective is settled. For each other one, the sets of
/// its
/// best 128, 256, … rows are kept; the set for a row is the largest of them that it contains, and a few bits.
final class Dominators {

    private static final int STEP = 128;

    private final int words;
    private final int[][] byObjective; // places in lexicographic order, best first
    private final int[][] count; // how many rows are not worse than that at a place
    private final long[][][] best; // sets of the best STEP·b rows
    private final long[] set;
    private final long[] one;
    private int used;

    /// @param sorted the rows in lexicographic order
    Dominators(double[] f, int m, int[] sorted) {
        int n = sorted.length;
        words = (n + 63) / 64;
        set = new long[words];
        one = new long[words];
        byObjective = new int[m - 1][];
        count = new int[m - 1][n];
        best = new long[m - 1][n / STEP + 1][];
        int[] places = new int[n];
        Arrays.setAll(places, p -> p);
        for (int k = 1; k < m; k++) {
            int objective = k;
            byObjective[k - 1] = Order.by(places, p -> f[sorted[p] * m + objective]);
            fill(k - 1, f, m, sorted);
        }
    }

    private void fill(int k, double[] f, int m, int[] sorted) {
        int[] order = byObjective[k];
        long[] running = new long[words];
        for (int r = 0; r < order.length; r++) {
            if (r % STEP == 0) {
                best[k][r / STEP] = running.clone();
            }
            running[order[r] >> 6] |= 1L << order[r];
        }
        if (order.length % STEP == 0) {
            best[k][order.length / STEP] = running;
        }
        for (int r = order.length - 1, end = order.length; r >= 0; r--) {
            count[k][order[r]] = end;
            if (r > 0 && f[sorted[order[r]] * m + k + 1] != f[sorted[order[r - 1]] * m + k + 1]) {
                end = r;
            }
        }
    }

    int words() {
        return words;
    }

    /// Makes the set of those that dominate the row at a place, or equal it.
    Dominators of(int p) {
        used = (p >> 6) + 1;
        make(0, p, set);
        for (int k = 1; k < byObjective.length; k++) {
            make(k, p, one);
            for (int w = 0; w < used; w++) {
                set[w] &= one[w];
            }
        }
        long before = (1L << p) - 1; // those met before
        set[used - 1] &= before;
        return this;
    }

    /// The rows that are not worse than that at place p in one objective.
    private void make(int k, int p, long[] out) {
        int end = count[k][p];
        int block = end / STEP;
        System.arraycopy(best[k][block], 0, out, 0, used);
        for (int r = block * STEP; r < end; r++) {
            int place = byObjective[k][r];
            out[place >> 6] |= 1L << place;
        }
    }

    /// The first of some sets that shares nothing with the one made last; their number if there is none.
    int firstWithout(long[][] members, int fronts) {
        int low = 0;
        int high = fronts;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shares(members[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean shares(long[] members) {
        for (int w = 0; w < used; w++) {
            if ((set[w] & members[w]) != 0) {
                return true;
            }
        }
        return false;
    }
}
