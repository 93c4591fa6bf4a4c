package dev.fathom.lab.measure;

import java.util.Arrays;

/// The area that points dominate up to a corner, growing point by point. Both coordinates are minimized.
final class Staircase {

    /// Corners, first coordinate ascending, second descending.
    private double[] x = new double[16];

    private double[] y = new double[16];
    private int size;
    private double area;

    private final double right;
    private final double top;

    /// @param right first coordinate of the corner
    /// @param top second coordinate of the corner
    Staircase(double right, double top) {
        this.right = right;
        this.top = top;
    }

    /// Adds a point left of the corner and below it.
    ///
    /// @return whether no other point dominates or equals it
    boolean add(double newX, double newY) {
        int from = place(newX);
        boolean isBeaten = from > 0 && y[from - 1] <= newY;
        boolean isBelow = from < size && x[from] <= newX && y[from] <= newY;
        if (isBeaten || isBelow) {
            return false;
        }
        double left = newX;
        double height = from > 0 ? y[from - 1] : top;
        int to = from;
        while (to < size && y[to] >= newY) {
            area += (x[to] - left) * (height - newY);
            left = x[to];
            height = y[to];
            to++;
        }
        area += ((to < size ? x[to] : right) - left) * (height - newY);
        replace(from, to, newX, newY);
        return true;
    }

    /// The first corner that is not to the left of x.
    private int place(double newX) {
        int found = Arrays.binarySearch(x, 0, size, newX);
        return found < 0 ? -found - 1 : found;
    }

    /// Puts one corner in place of those from `from` to before `to`.
    private void replace(int from, int to, double newX, double newY) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        System.arraycopy(x, to, x, from + 1, size - to);
        System.arraycopy(y, to, y, from + 1, size - to);
        x[from] = newX;
        y[from] = newY;
        size += 1 - (to - from);
    }

    /// The dominated area.
    double area() {
        return area;
    }

    /// The corners, [n][2].
    double[][] points() {
        double[][] points = new double[size][];
        for (int i = 0; i < size; i++) {
            points[i] = new double[] {x[i], y[i]};
        }
        return points;
    }
}
