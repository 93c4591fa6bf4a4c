package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Shape;

/// Where the first individuals are, and from where mutation draws. All in standard coordinates, see `Space.encode`.
///
/// @param vector the prior, one point or none for `shape.start().x()`: the first individual of `EA`, all of `REA`
/// @param population the first individuals, as many as there are or fewer; what is missing is drawn in `EA` and copied
///     from the prior in `REA`
/// @param low where the range of drawn coordinates begins, finite; NaN for the range described at [Enomad]
/// @param high where it ends; NaN together with `low`
public record Initial(Points vector, Points population, double low, double high) {

    public Initial {
        if (vector.size() > 1) {
            throw new IllegalArgumentException(
                    "there is one initial vector, not " + vector.size() + ". Maybe an initial population is meant?");
        }
        boolean given = !Double.isNaN(low) || !Double.isNaN(high);
        if (given && !(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the range cannot go from " + low + " to " + high + ". Maybe from -1 to 1?");
        }
    }

    /// Nothing given.
    public Initial() {
        this(Points.NONE, Points.NONE, Double.NaN, Double.NaN);
    }

    public Initial withVector(double... x) {
        return new Initial(Points.of(x), population, low, high);
    }

    public Initial withPopulation(double[]... points) {
        return new Initial(vector, Points.of(points), low, high);
    }

    public Initial withRange(double from, double to) {
        return new Initial(vector, population, from, to);
    }

    /// Whether a range was given.
    boolean hasRange() {
        return !Double.isNaN(low);
    }

    /// Checks that all points have `d` coordinates.
    void check(int d) {
        vector.check("the initial vector", d);
        population.check("the initial population", d);
    }

    /// The prior, `[d]`.
    double[] prior(Shape shape) {
        return vector.isEmpty() ? shape.start().x().clone() : vector.row(0);
    }
}
