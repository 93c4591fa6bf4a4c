package dev.fathom.space;

/// How a coordinate outside its bounds is brought back.
public enum Boundary {
    /// It is not: the column has no bounds in standard coordinates, or they only tell where searches start.
    NONE,
    /// Mirrored once at the violated bound, then clipped; an infinite coordinate is clipped.
    REFLECT,
    /// Set to the violated bound.
    CLIP;

    /// The coordinate inside `[low, high]` that stands for `x`.
    public double repair(double x, double low, double high) {
        if (this == NONE || (x >= low && x <= high)) {
            return x;
        }
        double clipped = Math.min(Math.max(x, low), high);
        return this == CLIP || Double.isInfinite(x) ? clipped : Math.min(Math.max(2 * clipped - x, low), high);
    }
}
