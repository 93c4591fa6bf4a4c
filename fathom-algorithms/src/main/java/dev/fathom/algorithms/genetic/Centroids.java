package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cells around points: each row lies in the cell of the nearest one, the first of equally near ones. A choice for many
/// features, where a grid would have too many cells.
///
/// Vassiliades, Chatzilygeroudis, Mouret, "Using centroidal Voronoi tessellations to scale up the multidimensional
/// archive of phenotypic elites algorithm" (IEEE Trans. Evol. Comput. 22, 2018).
///
/// @param points `[C][b]`
public record Centroids(List<List<Double>> points) implements Niches {

    private static final int ROUNDS = 40;
    private static final int NUMBERS = 1 << 20;

    public Centroids {
        points = points.stream().map(List::copyOf).toList();
        if (points.isEmpty() || points.stream().mapToInt(List::size).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    points.size() + " points are no centroids. Maybe one is shorter than others?");
        }
    }

    /// Points spread evenly over a box: means of the uniform points nearest to them (MacQueen's method, in batches).
    ///
    /// @param low `[b]`
    /// @param high `[b]`
    /// @param count C ≥ 1
    public static Centroids of(double[] low, double[] high, int count, Noise noise) {
        Heap heap = Heap.single();
        int b = low.length;
        Tensor scale = heap.row(high).minus(heap.row(low));
        Tensor points = heap.uniform(count, b, noise.fork(0)).affine(scale, heap.row(low));
        Tensor weights = heap.full(count, 1, 1);
        int rows = Math.clamp(NUMBERS / count, 100, 10_000);
        for (int round = 1; round <= ROUNDS; round++) {
            Tensor some = heap.uniform(rows, b, noise.fork(round)).affine(scale, heap.row(low));
            Tensor nearest = nearest(points, some);
            Tensor more = weights.plus(nearest.rowSums());
            points = points.times(weights).plus(nearest.product(some)).over(more);
            weights = more;
        }
        return of(points);
    }

    private static Centroids of(Tensor points) {
        List<List<Double>> list = new ArrayList<>();
        for (int i = 0; i < points.rows(); i++) {
            list.add(Arrays.stream(points.rows(i, i + 1).toArray()).boxed().toList());
        }
        return new Centroids(list);
    }

    /// 1 where a point is nearest to a row `[C×n]`: ‖p − r‖² = ‖p‖² − 2pr + ‖r‖², of which the last part is the same
    /// for
    /// all points.
    private static Tensor nearest(Tensor points, Tensor rows) {
        Tensor near =
                points.product(rows.transpose()).times(2).minus(points.square().rowSums());
        return near.same(near.columnMax(1));
    }

    @Override
    public int count() {
        return points.size();
    }

    @Override
    public int features() {
        return points.getFirst().size();
    }

    @Override
    public Tensor cells(Tensor features) {
        double[] flat = points.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        Tensor all = features.substrate().of(flat, count(), features());
        Tensor backwards = Groups.numbers(features, count()).times(-1).plus(count()); // C … 1
        Tensor first = nearest(all, features).times(backwards).columnMax(1); // 0 if there is none
        return first.times(-1).plus(count()).reshape(features.rows(), 1);
    }
}
