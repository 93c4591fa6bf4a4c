package dev.fathom.algorithms.distribution;

/// How wide a search distribution begins.
///
/// @param value `(0, ∞)`, in natural steps
/// @param isRadius whether it is the radius of the sphere near which points are drawn in d columns, so that the
///     deviation is `value/√d`; otherwise it is the deviation itself
public record Width(double value, boolean isRadius) {

    public Width {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a search distribution cannot have the initial "
                    + (isRadius ? "radius " : "deviation ") + value + ". Maybe 1, the natural step?");
        }
    }

    /// A standard deviation, the same in every column.
    public static Width deviation(double naturalSteps) {
        return new Width(naturalSteps, false);
    }

    /// A radius.
    public static Width radius(double naturalSteps) {
        return new Width(naturalSteps, true);
    }

    /// The standard deviation in d columns.
    public double deviationIn(int d) {
        return isRadius ? value / Math.sqrt(d) : value;
    }
}
