package dev.fathom.space;

import dev.fathom.math.Normal;

/// One standard coordinate: what an algorithm may know of a column of `x [n×d]`.
///
/// Zero is the initial value of the parameter and one its natural step. Where the parameter's own scale is linear in
/// the coordinate, its value is `origin + unit · x`, rounded for whole numbers: what meshes of round numbers need.
///
/// @param name the path of the parameter, such as `optim.sgd.momentum`, `weights[3]` or `kind=relu`
/// @param kind what the coordinate stands for
/// @param low lower bound in standard coordinates, `-∞` where there is none
/// @param high upper bound in standard coordinates, `+∞` where there is none
/// @param boundary how coordinates outside the bounds are brought back
/// @param arity number of distinct values or options, 0 for a continuum
/// @param group number of the parameter within its space; the score columns of one choice share it
/// @param origin the parameter's value at coordinate 0, before it is rounded; for ordered categories the shift s in
/// Φ(x + s); 0 elsewhere
/// @param unit the change of the value per unit of the coordinate, `(0, ∞)`; 0 where the scale is not linear
public record Column(
        String name,
        Kind kind,
        double low,
        double high,
        Boundary boundary,
        int arity,
        int group,
        double origin,
        double unit) {

    public Column {
        if (!(low < high)) {
            throw new IllegalArgumentException("column " + name + " has bounds " + low + " and " + high
                    + ". Maybe they are exchanged, or a constant is meant?");
        }
    }

    /// A column whose scale is not linear in the coordinate.
    public Column(String name, Kind kind, double low, double high, Boundary boundary, int arity, int group) {
        this(name, kind, low, high, boundary, arity, group, 0, 0);
    }

    /// An unbounded column.
    public static Column free(String name, Kind kind, int arity, int group) {
        return new Column(name, kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Boundary.NONE, arity, group);
    }

    /// Whether both bounds are finite.
    public boolean isBounded() {
        return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }

    /// The finite coordinate inside the bounds that stands for `x`: NaN stands for 0, an infinite one for the nearest
    /// bound or, without a bound, for the largest finite number.
    public double repair(double x) {
        double inside = boundary.repair(Double.isNaN(x) ? 0 : x, low, high);
        return Math.min(Math.max(inside, -Double.MAX_VALUE), Double.MAX_VALUE) + 0.0; // -0 becomes 0
    }

    /// The coordinate at the quantile `u ∈ [0, 1]` of the column's own distribution: uniform between finite bounds,
    /// standard normal otherwise (`u` is kept 1e-9 away from 0 and 1 there), brought inside a single bound.
    public double quantile(double u) {
        if (isBounded()) {
            return low + u * (high - low);
        }
        return boundary.repair(Normal.quantile(Math.min(Math.max(u, 1e-9), 1 - 1e-9)), low, high);
    }

    /// The same column with the scale `origin + unit · x`.
    public Column scaled(double newOrigin, double newUnit) {
        return new Column(name, kind, low, high, boundary, arity, group, newOrigin, newUnit);
    }

    /// Whether the parameter's value is linear in the coordinate.
    public boolean isLinear() {
        return unit > 0;
    }

    /// The same column of a parameter that stands inside another one.
    public Column within(String prefix, int groupOffset) {
        return new Column(join(prefix, name), kind, low, high, boundary, arity, group + groupOffset, origin, unit);
    }

    /// The path of `name` inside `prefix`: `a` and `b` make `a.b`, `a` and `[3]` make `a[3]`, `a` and `=b` make `a=b`.
    static String join(String prefix, String name) {
        if (prefix.isEmpty() || name.isEmpty()) {
            return prefix + name;
        }
        return name.startsWith("[") || name.startsWith("=") ? prefix + name : prefix + "." + name;
    }
}
