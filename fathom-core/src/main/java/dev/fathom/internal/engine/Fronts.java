package dev.fathom.internal.engine;

import java.util.Arrays;

/// The fronts of rows with several objectives: front 0 is what no row dominates, front 1 what none of the others
/// dominates, and so on. Equal rows do not dominate each other.
///
/// Rows are met in lexicographic order, so that those that dominate a row have been met before it, and a row belongs to
/// the first front none of whose members dominates it: a front that does is followed by none that does not.
///
/// Two objectives: of each front only its last member can matter, and their second objectives ascend from front to
/// front, so that a binary search finds the place, in O(n log n) (Jensen, "Reducing the run-time complexity of
/// multiobjective EAs: the NSGA-II and other algorithms", IEEE Trans. Evol. Comput. 7, 2003). More: [Dominators].
final class Fronts {

    private Fronts() {}

    /// The front of each row, from 0.
    ///
    /// @param f objectives `[N·m]`, minimized, no NaN
    /// @param rows the rows that count
    /// @return `[N]`, of which the places of other rows mean nothing
    static int[] of(double[] f, int m, int[] rows) {
        int[] sorted = rows;
        for (int k = m - 1; k >= 0; k--) {
            int objective = k;
            sorted = Order.by(sorted, i -> f[i * m + objective]);
        }
        int[] front = new int[f.length / m];
        return m == 2 ? sweep(f, sorted, front) : peel(f, m, sorted, front);
    }

    private static int[] sweep(double[] f, int[] sorted, int[] front) {
        double[] last = new double[sorted.length]; // second objective of the last member of each front
        int fronts = 0;
        for (int p = 0; p < sorted.length; p++) {
            int i = sorted[p];
            if (p > 0 && same(f, 2, i, sorted[p - 1])) {
                front[i] = front[sorted[p - 1]];
                continue;
            }
            double second = f[2 * i + 1];
            int low = 0;
            int high = fronts;
            while (low < high) { // the first front whose last member is worse in the second objective
                int middle = (low + high) >>> 1;
                if (last[middle] > second) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            last[low] = second;
            front[i] = low;
            fronts = Math.max(fronts, low + 1);
        }
        return front;
    }

    private static int[] peel(double[] f, int m, int[] sorted, int[] front) {
        Dominators dominators = new Dominators(f, m, sorted);
        long[][] members = new long[16][];
        int fronts = 0;
        for (int p = 0; p < sorted.length; p++) {
            int i = sorted[p];
            int place;
            if (p > 0 && same(f, m, i, sorted[p - 1])) {
                place = front[sorted[p - 1]];
            } else {
                place = dominators.of(p).firstWithout(members, fronts);
            }
            if (place == fronts) {
                members = fronts == members.length ? Arrays.copyOf(members, 2 * fronts) : members;
                members[fronts++] = new long[dominators.words()];
            }
            members[place][p >> 6] |= 1L << p;
            front[i] = place;
        }
        return front;
    }

    private static boolean same(double[] f, int m, int i, int j) {
        for (int k = 0; k < m; k++) {
            if (f[i * m + k] != f[j * m + k]) {
                return false;
            }
        }
        return true;
    }
}
