package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Sorts rows best first, for all algorithms alike.
///
/// One objective: the natural order of [Row]. Several: the fronts of non-dominated rows one after the other, and within
/// a
/// front by decreasing crowding distance (Deb, Pratap, Agarwal, Meyarivan, "A fast and elitist multiobjective genetic
/// algorithm:
/// NSGA-II", 2002). Ties keep their order.
final class Ranking {

    private Ranking() {}

    static void sort(Row[] rows, int count, int objectives) {
        if (objectives < 2) {
            Arrays.sort(rows, 0, count);
            return;
        }
        List<Row> rest = new ArrayList<>(Arrays.asList(rows).subList(0, count));
        int filled = 0;
        while (!rest.isEmpty()) {
            List<Row> front = rest.stream()
                    .filter(r -> rest.stream().noneMatch(o -> o.compareTo(r) < 0))
                    .toList();
            rest.removeAll(front);
            for (Row row : bySpread(front, objectives)) {
                rows[filled++] = row;
            }
        }
    }

    /// The rows of a front by decreasing crowding distance.
    private static List<Row> bySpread(List<Row> front, int objectives) {
        if (front.size() < 3 || !front.getFirst().isFeasible()) {
            return front;
        }
        double[] distance = new double[front.size()];
        for (int k = 0; k < objectives; k++) {
            addDistances(front, k, distance);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < distance.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -distance[i]));
        return order.stream().map(front::get).toList();
    }

    private static void addDistances(List<Row> front, int k, double[] distance) {
        Integer[] order = new Integer[front.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> front.get(i).value(k)));
        int last = order.length - 1;
        double range = front.get(order[last]).value(k) - front.get(order[0]).value(k);
        distance[order[0]] = Double.POSITIVE_INFINITY;
        distance[order[last]] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < last && range > 0; i++) {
            distance[order[i]] +=
                    (front.get(order[i + 1]).value(k) - front.get(order[i - 1]).value(k)) / range;
        }
    }
}
