package dev.fathom.algorithms.enomad;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Some points in standard coordinates, `[n][d]`, that never change. Two are equal where all their numbers are, and an
/// optimizer that holds them is written to the journal with a digest of them.
public final class Points {

    /// No point.
    public static final Points NONE = new Points(new double[0][]);

    private final double[][] rows;

    private Points(double[][] rows) {
        this.rows = rows;
    }

    /// A copy of `n` points of the same length.
    ///
    /// @param rows `[n][d]`, finite
    /// @throws IllegalArgumentException if their lengths differ or a number is not finite
    public static Points of(double[]... rows) {
        double[][] copies = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copies[i] = rows[i].clone();
            if (copies[i].length != copies[0].length) {
                throw new IllegalArgumentException("point " + i + " has " + copies[i].length
                        + " coordinates, but the first one has " + copies[0].length
                        + ". Maybe rows and columns are exchanged?");
            }
            if (!Arrays.stream(copies[i]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("point " + i + ", " + Arrays.toString(copies[i])
                        + ", is not finite. Maybe a parameter has no value?");
            }
        }
        return new Points(copies);
    }

    /// n.
    public int size() {
        return rows.length;
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return rows.length == 0;
    }

    /// A copy of point `i`, `[d]`.
    public double[] row(int i) {
        return rows[i].clone();
    }

    /// Coordinate `j` of point `i`.
    double at(int i, int j) {
        return rows[i][j];
    }

    /// All coordinates of all points.
    DoubleStream coordinates() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
    }

    /// Checks that there is no point or that they have `d` coordinates.
    void check(String what, int d) {
        if (rows.length > 0 && rows[0].length != d) {
            throw new IllegalArgumentException(what + " has " + rows[0].length + " coordinates, but the space has " + d
                    + ". Maybe it is meant for another space, or is not in standard coordinates?");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Points points && Arrays.deepEquals(rows, points.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return isEmpty() ? "none" : rows.length + "×" + rows[0].length + "#" + Integer.toHexString(hashCode());
    }
}
