package dev.fathom.problems.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/// Points that are spread over curves, simplices and grids. The numbers that are asked for are met nearly.
final class Spread {

    private static final int STEPS = 1000;

    private Spread() {}

    /// Parameters of a curve in pieces, evenly spaced along its length, ends included.
    ///
    /// @param n how many, at least 1; for 1 the middle
    /// @param pieces the intervals of the parameter, each [2]
    /// @param curve from the parameter to a point, [m]
    static double[] along(int n, List<double[]> pieces, DoubleFunction<double[]> curve) {
        int cells = pieces.size() * STEPS;
        double[] length = new double[cells + 1];
        for (int k = 0; k < cells; k++) {
            length[k + 1] = length[k] + distance(curve.apply(node(pieces, k, 0)), curve.apply(node(pieces, k, 1)));
        }
        double[] parameters = new double[n];
        for (int i = 0; i < n; i++) {
            double wanted = length[cells] * (n == 1 ? 0.5 : i / (n - 1.0));
            int k = cell(length, wanted);
            double share = (wanted - length[k]) / Math.max(length[k + 1] - length[k], Double.MIN_NORMAL);
            parameters[i] = node(pieces, k, Math.clamp(share, 0.0, 1.0));
        }
        return parameters;
    }

    /// The last cell that begins at or before the length.
    private static int cell(double[] length, double wanted) {
        int found = Arrays.binarySearch(length, wanted);
        int k = found >= 0 ? found : -found - 2;
        return Math.clamp(k, 0, length.length - 2);
    }

    private static double node(List<double[]> pieces, int k, double share) {
        double[] piece = pieces.get(k / STEPS);
        double part = (k % STEPS + share) / STEPS;
        return part >= 1 ? piece[1] : piece[0] + part * (piece[1] - piece[0]);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }

    /// Points of a curve in pieces, evenly spaced along its length, [n][m].
    static double[][] points(int n, List<double[]> pieces, DoubleFunction<double[]> curve) {
        return Arrays.stream(along(Math.max(1, n), pieces, curve))
                .mapToObj(curve)
                .toArray(double[][]::new);
    }

    /// All points of the simplex of m numbers ≥ 0 with sum 1 that are multiples of 1/h, with the largest h ≥ 1 for
    /// which there are no more than n.
    ///
    /// Source: Das and Dennis, "Normal-Boundary Intersection", SIAM J. Optim. 8 (1998).
    static double[][] simplex(int n, int m) {
        int h = 1;
        while (count(h + 1, m) <= n) {
            h++;
        }
        List<double[]> points = new ArrayList<>();
        simplex(new double[m], 0, h, h, points);
        return points.toArray(double[][]::new);
    }

    /// C(h + m - 1, m - 1), the number of those points.
    private static double count(int h, int m) {
        double count = 1;
        for (int i = 1; i < m; i++) {
            count = count * (h + i) / i;
        }
        return count;
    }

    private static void simplex(double[] point, int j, int left, int h, List<double[]> points) {
        if (j == point.length - 1) {
            point[j] = (double) left / h;
            points.add(point.clone());
            return;
        }
        for (int k = 0; k <= left; k++) {
            point[j] = (double) k / h;
            simplex(point, j + 1, left - k, h, points);
        }
    }

    /// The largest number of values on each of `axes` axes whose grid has no more than n points, at least 1.
    static int side(int n, int axes) {
        int side = 1;
        while (StrictMath.pow(side + 1.0, axes) <= n) {
            side++;
        }
        return side;
    }

    /// All combinations of one value of each axis, the last axis fastest.
    static List<double[]> grid(List<double[]> axes) {
        List<double[]> points = List.of(new double[axes.size()]);
        for (int a = 0; a < axes.size(); a++) {
            List<double[]> longer = new ArrayList<>();
            for (double[] point : points) {
                for (double value : axes.get(a)) {
                    double[] next = point.clone();
                    next[a] = value;
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    /// The same points, each once.
    static double[][] distinct(List<double[]> points) {
        Map<List<Double>, double[]> seen = new LinkedHashMap<>();
        points.forEach(point -> seen.putIfAbsent(
                Arrays.stream(point).map(value -> value + 0.0).boxed().toList(), point));
        return seen.values().toArray(double[][]::new);
    }
}
