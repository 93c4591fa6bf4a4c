package dev.fathom.internal.engine;

/// Crowding distances within fronts: for each objective the distance between both neighbours, relative to the front's
/// range; the ends have infinite distance (Deb, Pratap, Agarwal, Meyarivan, "A fast and elitist multiobjective genetic
/// algorithm: NSGA-II", 2002).
final class Crowding {

    private Crowding() {}

    /// The distance of each row.
    ///
    /// @param f objectives `[N·m]`
    /// @param rows the rows that count
    /// @param front of each row `[N]`
    /// @return `[N]`
    static double[] of(double[] f, int m, int[] rows, int[] front) {
        double[] distance = new double[front.length];
        for (int k = 0; k < m; k++) {
            int objective = k;
            int[] sorted = byFront(Order.by(rows, i -> f[i * m + objective]), front);
            for (int from = 0; from < sorted.length; ) {
                int to = from + 1;
                while (to < sorted.length && front[sorted[to]] == front[sorted[from]]) {
                    to++;
                }
                add(f, m, k, sorted, from, to, distance);
                from = to;
            }
        }
        return distance;
    }

    private static void add(double[] f, int m, int k, int[] sorted, int from, int to, double[] distance) {
        int last = to - 1;
        double range = f[sorted[last] * m + k] - f[sorted[from] * m + k];
        distance[sorted[from]] = Double.POSITIVE_INFINITY;
        distance[sorted[last]] = Double.POSITIVE_INFINITY;
        for (int p = from + 1; p < last && range > 0; p++) {
            distance[sorted[p]] += (f[sorted[p + 1] * m + k] - f[sorted[p - 1] * m + k]) / range;
        }
    }

    /// Rows front by front, else in the given order.
    static int[] byFront(int[] rows, int[] front) {
        int fronts = 0;
        for (int i : rows) {
            fronts = Math.max(fronts, front[i] + 1);
        }
        int[] next = new int[fronts + 1];
        for (int i : rows) {
            next[front[i] + 1]++;
        }
        for (int r = 1; r <= fronts; r++) {
            next[r] += next[r - 1];
        }
        int[] out = new int[rows.length];
        for (int i : rows) {
            out[next[front[i]]++] = i;
        }
        return out;
    }
}
