package dev.fathom.lab.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points of the unit cube that no other one dominates, and the volume that they dominate, growing point by point.
/// All coordinates are minimized.
///
/// What a point adds is its own box minus what the others dominate of it: While et al., "A fast way of calculating
/// exact hypervolumes", IEEE Trans. Evol. Comput. 16, 2012 (limited sets).
public final class GrowingFront {

    private final double[] corner;
    private final Staircase staircase = new Staircase(1, 1);
    private final List<double[]> points = new ArrayList<>();
    private double volume;

    /// @param objectives m, at least 2
    public GrowingFront(int objectives) {
        if (objectives < 2) {
            throw new IllegalArgumentException(
                    "a front of " + objectives + " objectives is no front. Maybe at least 2?");
        }
        corner = new double[objectives];
        Arrays.fill(corner, 1);
    }

    /// Adds a point, of which only the first m coordinates count; each in `[0, 1]`.
    ///
    /// @return whether no other point dominates or equals it
    public boolean add(double[] z) {
        if (corner.length == 2) {
            return staircase.add(z[0], z[1]);
        }
        double[] point = Arrays.copyOf(z, corner.length);
        if (points.stream().anyMatch(other -> Fronts.weaklyDominates(other, point))) {
            return false;
        }
        volume += box(point) - covered(point);
        points.removeIf(other -> Fronts.weaklyDominates(point, other));
        points.add(point);
        return true;
    }

    private static double box(double[] z) {
        double product = 1;
        for (double coordinate : z) {
            product *= 1 - coordinate;
        }
        return product;
    }

    /// What the points dominate of the box of z.
    private double covered(double[] z) {
        double[][] limited = new double[points.size()][z.length];
        for (int i = 0; i < limited.length; i++) {
            for (int k = 0; k < z.length; k++) {
                limited[i][k] = Math.max(points.get(i)[k], z[k]);
            }
        }
        return Hypervolume.of(limited, corner);
    }

    /// The dominated volume, `[0, 1]`.
    public double volume() {
        return corner.length == 2 ? staircase.area() : volume;
    }

    /// The points, [n][m].
    public double[][] points() {
        return corner.length == 2 ? staircase.points() : points.toArray(double[][]::new);
    }
}
