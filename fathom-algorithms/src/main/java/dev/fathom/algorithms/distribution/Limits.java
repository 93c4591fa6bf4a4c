package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;

/// What a standard deviation may become.
///
/// @param least `[0, most]`
/// @param most `[least, ∞]`
/// @param change by which part of itself it may change in one generation, `(0, ∞]`; in any case, it falls to no less
///     than a thousandth
public record Limits(double least, double most, double change) {

    /// No limits.
    public static final Limits NONE = new Limits(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// Beyond these a deviation or its inverse would not be a number, in single precision too.
    private static final double SMALLEST = 1e-30;

    private static final double LARGEST = 1e30;
    private static final double FALL = 1e-3;

    public Limits {
        if (!(least >= 0) || !(most >= least) || !(change > 0)) {
            throw new IllegalArgumentException("a deviation cannot be kept in [" + least + ", " + most
                    + "] with changes of at most " + change + ". Maybe the limits are exchanged?");
        }
    }

    public Limits withLeast(double deviation) {
        return new Limits(deviation, most, change);
    }

    public Limits withMost(double deviation) {
        return new Limits(least, deviation, change);
    }

    public Limits withChange(double part) {
        return new Limits(least, most, part);
    }

    /// `σ'` raised to `max(least, (1 − c)σ)`, then lowered to `min(most, (1 + c)σ)`.
    ///
    /// @param before σ `[k×d]`
    /// @param after σ' `[k×d]`
    public Tensor apply(Tensor before, Tensor after) {
        Tensor raised = after.max(before.times(Math.max(FALL, 1 - change))).clamp(Math.max(least, SMALLEST), LARGEST);
        if (change == Double.POSITIVE_INFINITY && most >= LARGEST) {
            return raised;
        }
        Tensor high = before.times(Math.min(LARGEST, 1 + change)).clamp(0, Math.min(most, LARGEST));
        return raised.min(high);
    }
}
