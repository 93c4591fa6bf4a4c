package dev.fathom.algorithms.enomad;

import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.util.List;

/// How far a point has moved from its prior.
///
/// Numbers on a linear scale are measured in their own units, whole ones as they are rounded; all others in standard
/// coordinates.
///
/// @param changed number of columns that differ
/// @param distance L2 norm of the differences, `[0, ∞)`
public record Drift(int changed, double distance) {

    /// The way from one point to another.
    ///
    /// @param prior standard coordinates `[d]`
    /// @param x standard coordinates `[d]`
    /// @param columns what they stand for, `d`
    public static Drift between(double[] prior, double[] x, List<Column> columns) {
        if (prior.length != columns.size() || x.length != columns.size()) {
            throw new IllegalArgumentException("points of " + prior.length + " and " + x.length
                    + " coordinates do not belong to " + columns.size()
                    + " columns. Maybe they are not in standard coordinates?");
        }
        int changed = 0;
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double difference = difference(columns.get(j), prior[j], x[j]);
            changed += difference != 0 ? 1 : 0;
            sum += difference * difference;
        }
        return new Drift(changed, Math.sqrt(sum));
    }

    private static double difference(Column column, double from, double to) {
        if (!column.isLinear()) {
            return to - from;
        }
        return column.kind() == Kind.INTEGER ? whole(column, to) - whole(column, from) : column.unit() * (to - from);
    }

    /// The whole number at a coordinate, ties downwards.
    private static double whole(Column column, double x) {
        return Math.ceil(column.origin() + column.unit() * x - 0.5);
    }
}
