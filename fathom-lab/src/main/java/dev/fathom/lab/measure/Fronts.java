package dev.fathom.lab.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Domination between points with several objectives, all to be minimized.
public final class Fronts {

    private Fronts() {}

    /// Whether a is nowhere worse than b.
    public static boolean weaklyDominates(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!(a[i] <= b[i])) {
                return false;
            }
        }
        return true;
    }

    /// The points that no other point weakly dominates, in their order; of equal points the first.
    ///
    /// @param points [n][m]
    /// @return the non-dominated ones, the same arrays, [k][m]
    /// @throws IllegalArgumentException if the points have different numbers of objectives, or hold not-a-number
    public static double[][] nondominated(double[][] points) {
        check(points, points.length == 0 ? 0 : points[0].length);
        List<double[]> front = new ArrayList<>();
        for (double[] point : points) {
            if (front.stream().noneMatch(kept -> weaklyDominates(kept, point))) {
                front.removeIf(kept -> weaklyDominates(point, kept));
                front.add(point);
            }
        }
        return front.toArray(double[][]::new);
    }

    static void check(double[][] points, int m) {
        for (double[] point : points) {
            if (point.length != m || Arrays.stream(point).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException("the point " + Arrays.toString(point) + " is not made of " + m
                        + " numbers. Maybe the sets come from different problems, or an evaluation failed?");
            }
        }
    }
}
