package dev.fathom.space;

import dev.fathom.math.Normal;

/// How a bounded real number is made of an unbounded coordinate.
///
/// `REFLECT` and `CLIP` are linear: the column has bounds, and what lies outside is brought back. `NONE` is linear too,
/// but its bounds only tell where searches start: points outside are evaluated as they are. The others are smooth:
/// the column has no bounds, and the value `low + (high - low) · F(c + k·x)` reaches them at infinity only. There `c`
/// is
/// such that 0 gives the initial value, and `k` such that the slope in the middle of the range is the step.
public enum Transform {
    /// Mirrored once at the violated bound, then clipped.
    REFLECT,
    /// Set to the violated bound.
    CLIP,
    /// Left where it is: starts are drawn between the bounds, points are not confined to them.
    NONE,
    /// `F(z) = 1/2 + arctan(z)/π`: reaches the bounds slowly.
    ARCTAN,
    /// `F(z) = (1 + tanh z)/2`: reaches the bounds fast.
    TANH,
    /// `F = Φ`, the normal distribution function. With step `(high - low)/√(2π)` normal coordinates give uniform
    /// values.
    GAUSSIAN;

    /// Values closer to a bound than this share of the range are encoded as if they had this distance.
    private static final double MARGIN = 1e-15;

    boolean isSmooth() {
        return this != REFLECT && this != CLIP && this != NONE;
    }

    Boundary boundary() {
        return this == REFLECT ? Boundary.REFLECT : this == CLIP ? Boundary.CLIP : Boundary.NONE;
    }

    /// F(z), in `[0, 1]`.
    double share(double z) {
        return switch (this) {
            case REFLECT, CLIP, NONE -> z;
            case ARCTAN -> 0.5 + StrictMath.atan(z) / Math.PI;
            case TANH -> 0.5 + 0.5 * StrictMath.tanh(z);
            case GAUSSIAN -> Normal.cdf(z);
        };
    }

    /// F⁻¹(u) for `u ∈ [0, 1]`, finite.
    double inverse(double u) {
        double p = Math.min(Math.max(u, MARGIN), 1 - MARGIN);
        return switch (this) {
            case REFLECT, CLIP, NONE -> u;
            case ARCTAN -> StrictMath.tan(Math.PI * (p - 0.5));
            case TANH -> 0.5 * StrictMath.log(p / (1 - p));
            case GAUSSIAN -> Normal.quantile(p);
        };
    }

    /// F′(0).
    double slope() {
        return switch (this) {
            case REFLECT, CLIP, NONE -> 1;
            case ARCTAN -> 1 / Math.PI;
            case TANH -> 0.5;
            case GAUSSIAN -> 1 / StrictMath.sqrt(2 * Math.PI);
        };
    }
}
