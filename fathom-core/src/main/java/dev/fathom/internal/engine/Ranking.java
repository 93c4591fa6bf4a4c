package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.Arrays;

/// Sorts rows best first, for all algorithms alike.
///
/// One objective: the natural order of [Row]. Several: the fronts of non-dominated rows one after the other ([Fronts]),
/// and within a front by decreasing distance ([Crowding]). Ties keep their order.
final class Ranking {

    private Ranking() {}

    static void sort(Row[] rows, int count, int objectives) {
        if (objectives < 2) {
            Arrays.sort(rows, 0, count);
            return;
        }
        double[] f = new double[count * objectives];
        double[] violation = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < objectives; k++) {
                f[i * objectives + k] = rows[i].isTold() ? rows[i].value(k) : Double.POSITIVE_INFINITY;
            }
            violation[i] = rows[i].isFailed() ? 0 : rows[i].violation();
        }
        Row[] old = Arrays.copyOf(rows, count);
        int[] order = order(f, violation, objectives, 0, count);
        for (int i = 0; i < count; i++) {
            rows[i] = old[order[i]];
        }
    }

    /// The rows `from … to - 1`, best first.
    ///
    /// @param f objectives `[N·m]`, minimized; a row whose first one is not finite has failed
    /// @param violation `[N]`, `≥ 0`
    static int[] order(double[] f, double[] violation, int m, int from, int to) {
        int[] groups = new int[violation.length];
        int[] rows = new int[to - from];
        int feasible = 0;
        int failed = 0;
        for (int i = from; i < to; i++) {
            rows[i - from] = i;
            groups[i] = !Double.isFinite(f[i * m]) ? 2 : violation[i] > 0 ? 1 : 0;
            feasible += groups[i] == 0 ? 1 : 0;
            failed += groups[i] == 2 ? 1 : 0;
        }
        int[] sorted = Crowding.byFront(rows, groups);
        int infeasible = sorted.length - failed;
        put(sorted, 0, feasible(f, m, Arrays.copyOf(sorted, feasible)));
        put(sorted, feasible, Order.by(Arrays.copyOfRange(sorted, feasible, infeasible), i -> violation[i]));
        return sorted;
    }

    private static void put(int[] target, int at, int[] part) {
        System.arraycopy(part, 0, target, at, part.length);
    }

    private static int[] feasible(double[] f, int m, int[] rows) {
        if (m == 1) {
            return Order.by(rows, i -> f[i]);
        }
        int[] front = Fronts.of(f, m, rows);
        double[] distance = Crowding.of(f, m, rows, front);
        return Crowding.byFront(Order.by(rows, i -> -distance[i]), front);
    }
}
