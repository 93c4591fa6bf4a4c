package dev.fathom.lab.measure;

import java.util.Arrays;
import java.util.Comparator;

/// The volume that a set of points dominates up to a reference point, all objectives to be minimized. Exact.
///
/// Two objectives: a sweep. Three: a sweep over the last one, below which the area of the first two grows (Fonseca,
/// Paquete, López-Ibáñez, "An improved dimension-sweep algorithm for the hypervolume indicator", CEC 2006); both take
/// time O(n log n). More: the sum of exclusive volumes, where the points are taken from the worst in the last objective
/// to the best, so that each volume is a slice of constant thickness over one objective less (While, Bradstreet,
/// Barone, "A fast way of calculating exact hypervolumes", IEEE Trans. Evol. Comput. 16, 2012); O(n² log n) for four.
public final class Hypervolume {

    private Hypervolume() {}

    /// The hypervolume; points that are not better than the reference in every objective add nothing.
    ///
    /// @param points [n][m], dominated points and duplicates allowed
    /// @param reference [m], m ≥ 1
    /// @throws IllegalArgumentException if a point has not m objectives, or holds not-a-number
    public static double of(double[][] points, double[] reference) {
        Fronts.check(points, reference.length);
        Fronts.check(new double[][] {reference}, Math.max(1, reference.length));
        double[][] inside = Arrays.stream(points)
                .filter(point -> isInside(point, reference))
                .toArray(double[][]::new);
        return volume(inside, reference, reference.length);
    }

    private static boolean isInside(double[] point, double[] reference) {
        for (int i = 0; i < reference.length; i++) {
            if (!(point[i] < reference[i])) {
                return false;
            }
        }
        return true;
    }

    /// Volume in the first m objectives.
    private static double volume(double[][] points, double[] reference, int m) {
        if (points.length == 0) {
            return 0;
        }
        if (m == 1) {
            return reference[0]
                    - Arrays.stream(points).mapToDouble(point -> point[0]).min().orElseThrow();
        }
        return m == 2 ? sweep(points, reference) : m == 3 ? layers(points, reference) : slices(points, reference, m);
    }

    private static double sweep(double[][] points, double[] reference) {
        double[][] sorted = points.clone();
        Arrays.sort(
                sorted, Comparator.<double[]>comparingDouble(point -> point[0]).thenComparingDouble(point -> point[1]));
        double volume = 0;
        double ceiling = reference[1];
        for (double[] point : sorted) {
            if (point[1] < ceiling) {
                volume += (reference[0] - point[0]) * (ceiling - point[1]);
                ceiling = point[1];
            }
        }
        return volume;
    }

    private static double layers(double[][] points, double[] reference) {
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[2]));
        Staircase area = new Staircase(reference[0], reference[1]);
        double volume = 0;
        for (int i = 0; i < sorted.length; i++) {
            area.add(sorted[i][0], sorted[i][1]);
            double next = i + 1 < sorted.length ? sorted[i + 1][2] : reference[2];
            volume += area.area() * (next - sorted[i][2]);
        }
        return volume;
    }

    private static double slices(double[][] points, double[] reference, int m) {
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> -point[m - 1]));
        double volume = 0;
        for (int k = 0; k < sorted.length; k++) {
            double thickness = reference[m - 1] - sorted[k][m - 1];
            volume += thickness * exclusive(sorted, k, reference, m - 1);
        }
        return volume;
    }

    /// What point k alone dominates, in the first m objectives, against those that follow it.
    private static double exclusive(double[][] sorted, int k, double[] reference, int m) {
        double inclusive = 1;
        for (int i = 0; i < m; i++) {
            inclusive *= reference[i] - sorted[k][i];
        }
        double[][] limited = new double[sorted.length - k - 1][m];
        for (int j = 0; j < limited.length; j++) {
            for (int i = 0; i < m; i++) {
                limited[j][i] = Math.max(sorted[k][i], sorted[k + 1 + j][i]);
            }
        }
        return inclusive - volume(m > 2 ? Fronts.nondominated(limited) : limited, reference, m);
    }
}
