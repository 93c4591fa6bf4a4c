package dev.fathom.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The points of the unit cube that no other one dominates, and the volume that they dominate, growing point by point.
/// All coordinates are minimized.
///
/// What a point adds is its own box minus what the others dominate of it, which is swept along the last coordinate, one
/// dimension lower at each level: While et al., "A fast way of calculating exact hypervolumes", 2012 (limited sets),
/// and
/// Fonseca et al., "An improved dimension-sweep algorithm for the hypervolume indicator", 2006 (sweep).
final class GrowingFront {

    private static final Comparator<double[]> BY_FIRST = Comparator.comparingDouble(z -> z[0]);
    private static final Comparator<double[]> BY_LAST = Comparator.comparingDouble(z -> z[z.length - 1]);

    private final int objectives;
    private final Staircase staircase = new Staircase();
    private final List<double[]> points = new ArrayList<>();
    private double volume;

    /// @param objectives at least 2
    GrowingFront(int objectives) {
        this.objectives = objectives;
    }

    /// Adds a point, of which only the first coordinates count, as many as there are objectives; each in `[0, 1)`.
    ///
    /// @return whether no other point dominates or equals it
    boolean add(double[] z) {
        if (objectives == 2) {
            return staircase.add(z[0], z[1]);
        }
        for (double[] point : points) {
            if (isAtMost(point, z)) {
                return false;
            }
        }
        volume += box(z) - covered(z);
        points.removeIf(point -> isAtMost(z, point));
        points.add(Arrays.copyOf(z, objectives));
        return true;
    }

    private boolean isAtMost(double[] a, double[] b) {
        for (int k = 0; k < objectives; k++) {
            if (a[k] > b[k]) {
                return false;
            }
        }
        return true;
    }

    private double box(double[] z) {
        double product = 1;
        for (int k = 0; k < objectives; k++) {
            product *= 1 - z[k];
        }
        return product;
    }

    /// What the points dominate of the box of z.
    private double covered(double[] z) {
        List<double[]> limited = new ArrayList<>(points.size());
        for (double[] point : points) {
            double[] corner = new double[objectives];
            for (int k = 0; k < objectives; k++) {
                corner[k] = Math.max(point[k], z[k]);
            }
            limited.add(corner);
        }
        return volume(limited, objectives);
    }

    /// The volume of the unit cube that points `[n][m]` dominate; each coordinate in `[0, 1)`.
    static double volume(List<double[]> points, int m) {
        List<double[]> sorted = new ArrayList<>(points);
        if (m == 2) {
            sorted.sort(BY_FIRST); // each corner comes behind the others
            Staircase area = new Staircase();
            sorted.forEach(z -> area.add(z[0], z[1]));
            return area.area();
        }
        sorted.sort(BY_LAST);
        GrowingFront slice = new GrowingFront(m - 1);
        double sum = 0;
        double last = 0;
        for (double[] z : sorted) {
            sum += slice.volume() * (z[m - 1] - last);
            last = z[m - 1];
            slice.add(z);
        }
        return sum + slice.volume() * (1 - last);
    }

    /// The dominated volume, `[0, 1]`.
    double volume() {
        return objectives == 2 ? staircase.area() : volume;
    }

    /// The points, [n][m].
    List<double[]> points() {
        return objectives == 2 ? List.of(staircase.points()) : List.copyOf(points);
    }
}
