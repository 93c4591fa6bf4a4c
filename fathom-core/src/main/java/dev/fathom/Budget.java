package dev.fathom;

import dev.fathom.algorithm.Shape;

/// How many evaluations a search may use.
///
/// @param evaluations at least 1, [Shape#UNLIMITED] if unknown
public record Budget(long evaluations) {

    public Budget {
        if (evaluations < 1) {
            throw new IllegalArgumentException(
                    "a budget needs at least 1 evaluation, but is " + evaluations + ". Maybe Budget.unlimited()?");
        }
    }

    /// A number of evaluations, at least 1.
    public static Budget of(long evaluations) {
        return new Budget(evaluations);
    }

    /// No known end.
    public static Budget unlimited() {
        return new Budget(Shape.UNLIMITED);
    }

    /// Whether the number is known.
    public boolean isLimited() {
        return evaluations != Shape.UNLIMITED;
    }

    @Override
    public String toString() {
        return isLimited() ? evaluations + " evaluations" : "unlimited";
    }
}
