package dev.fathom.algorithms.model;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.space.Column;

/// The function between its bounds, as methods see it that compute with values: infeasible and failed points have the
/// value `+∞`.
final class Landscape {

    final int d;
    final double[] low;
    final double[] high;
    private final Oracle oracle;
    private Point best = new Point(new double[0], Double.POSITIVE_INFINITY);

    /// A point that was evaluated.
    ///
    /// @param x where it was evaluated, [d]
    /// @param value finite, or `+∞` if it is infeasible or failed
    record Point(double[] x, double value) {

        boolean isBetterThan(Point other) {
            return value < other.value;
        }

        boolean isUsable() {
            return value < Double.POSITIVE_INFINITY;
        }
    }

    Landscape(Oracle oracle, Shape shape) {
        this.oracle = oracle;
        d = shape.dimension();
        low = shape.columns().stream().mapToDouble(Column::low).toArray();
        high = shape.columns().stream().mapToDouble(Column::high).toArray();
    }

    /// The best point so far.
    Point best() {
        return best;
    }

    /// Evaluates the point of the box next to x [d].
    Point at(double[] x) {
        return all(x)[0];
    }

    /// Evaluates several points at once, each brought into the box.
    Point[] all(double[]... points) {
        double[][] inside = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            inside[i] = clip(points[i]);
        }
        Row[] rows = inside.length == 1 ? new Row[] {oracle.at(inside[0])} : oracle.all(inside);
        Point[] found = new Point[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double value = rows[i].isFeasible() ? rows[i].value() : Double.POSITIVE_INFINITY;
            found[i] = new Point(rows[i].x.clone(), value);
            best = found[i].isBetterThan(best) ? found[i] : best;
        }
        return found;
    }

    double[] clip(double[] x) {
        double[] inside = new double[d];
        for (int j = 0; j < d; j++) {
            inside[j] = clip(j, x[j]);
        }
        return inside;
    }

    double clip(int j, double x) {
        return Math.min(Math.max(x, low[j]), high[j]);
    }

    /// x with another number in column j.
    static double[] with(double[] x, int j, double number) {
        double[] other = x.clone();
        other[j] = number;
        return other;
    }
}
