package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.space.Boundary;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A box around a point of s columns as a space of its own: what the inner search sees.
///
/// As in every space of standard coordinates, 0 is the start and 1 a natural step, a sixth of the box, so that any
/// search fits it. For columns that stand for no real number a step is never less than one that changes something.
///
/// @param centre x₀ `[s]`
/// @param scale natural steps of the box `[s]`, `(0, ∞)`
/// @param low lower ends `[s]`, `≤ x₀`
/// @param high upper ends `[s]`, `≥ x₀`
record Box(double[] centre, double[] scale, double[] low, double[] high) {

    /// The box of a refinement.
    ///
    /// @param columns its columns, `[s]`
    /// @param x the individual, `[d]`
    static Box around(double[] x, int[] columns, Reach reach, Shape shape) {
        int s = columns.length;
        Box box = new Box(new double[s], new double[s], new double[s], new double[s]);
        for (int k = 0; k < s; k++) {
            int j = columns[k];
            Column column = shape.columns().get(j);
            switch (reach) {
                case Reach.HalfWidth width -> {
                    double half = half(column, width.share() * shape.start().spread());
                    box.set(k, x[j], x[j] - half, x[j] + half, column);
                }
                case Reach.Fixed fixed ->
                    box.set(k, x[j], fixed.corners().at(0, j), fixed.corners().at(1, j), column);
            }
        }
        return box;
    }

    private void set(int k, double x, double from, double to, Column column) {
        centre[k] = x;
        scale[k] = Math.max(to / 6 - from / 6, least(column));
        low[k] = Math.max(Math.min(from, x), column.low());
        high[k] = Math.min(Math.max(to, x), column.high());
        if (!(low[k] < high[k])) { // so far from 0 that the half width is lost in rounding
            low[k] = Math.nextDown(x);
            high[k] = Math.nextUp(x);
        }
    }

    private static double half(Column column, double share) {
        boolean known = column.isLinear() || column.kind() != Kind.INTEGER;
        double range = column.isBounded() ? column.high() - column.low() : 2;
        return known ? Math.max(share * range / 2, least(column)) : range;
    }

    /// The step below which a column would hardly change what it stands for.
    private static double least(Column column) {
        return switch (column.kind()) {
            case REAL -> 0;
            case INTEGER -> column.isLinear() ? 1 / column.unit() : 1;
            case ORDERED, SCORE, KEY -> 1;
        };
    }

    /// The columns as the inner search sees them, with the budget and the objectives of `part`.
    ///
    /// @param part the shape of the s columns
    Shape shape(Shape part) {
        return new Shape(
                IntStream.range(0, centre.length)
                        .mapToObj(k -> column(k, part.columns().get(k)))
                        .toList(),
                part.objectives(),
                part.constraints(),
                part.budget(),
                part.workers(),
                part.noisy(),
                Start.origin(centre.length));
    }

    private Column column(int k, Column c) {
        return new Column(
                c.name(),
                c.kind(),
                (low[k] - centre[k]) / scale[k],
                (high[k] - centre[k]) / scale[k],
                c.boundary() == Boundary.NONE ? Boundary.CLIP : c.boundary(),
                c.arity(),
                c.group(),
                c.isLinear() ? c.origin() + c.unit() * centre[k] : 0,
                c.unit() * scale[k]);
    }

    /// The function as the inner search sees it.
    ///
    /// @param part the function of the s columns
    Oracle oracle(Oracle part) {
        return new Oracle() {
            @Override
            public Row at(double[] z) {
                return all(new double[][] {z})[0];
            }

            @Override
            public Row[] all(double[][] zs) {
                double[][] points = Arrays.stream(zs).map(Box.this::lift).toArray(double[][]::new);
                Row[] rows = part.all(points);
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = rows[i].at(Arrays.equals(rows[i].x, points[i]) ? zs[i].clone() : project(rows[i].x));
                }
                return rows;
            }
        };
    }

    /// x = x₀ + s z
    private double[] lift(double[] z) {
        double[] x = new double[z.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.min(Math.max(centre[k] + scale[k] * z[k], low[k]), high[k]);
        }
        return x;
    }

    /// z = (x - x₀) / s
    private double[] project(double[] x) {
        double[] z = new double[x.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = (x[k] - centre[k]) / scale[k];
        }
        return z;
    }
}
