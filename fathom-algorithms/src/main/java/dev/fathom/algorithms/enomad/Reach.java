package dev.fathom.algorithms.enomad;

/// How far a refinement may go: the box in which the inner search stays. It is always cut by the bounds of the columns
/// and always contains the individual.
public sealed interface Reach {

    /// A box that moves with the individual.
    ///
    /// @param share half width, `(0, ∞)`: of half the range of a column with two bounds, of one natural step elsewhere;
    /// multiplied by `shape.start().spread()`. Linear whole numbers reach at least their neighbours, those on other
    /// scales all values, and scores, keys and ordered options at least one natural step, since less would change
    /// nothing.
    record HalfWidth(double share) implements Reach {
        public HalfWidth {
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "half width must be positive and finite, but is " + share + ". Maybe 0.1?");
            }
        }
    }

    /// A box that stays where it is, except that it is widened to contain an individual outside.
    ///
    /// @param corners lower and upper ends in standard coordinates, `[2][d]`
    record Fixed(Points corners) implements Reach {
        public Fixed {
            if (corners.size() != 2) {
                throw new IllegalArgumentException("a box has 2 corners, not " + corners.size()
                        + ". Maybe one point of lower and one of upper ends?");
            }
            double[] low = corners.row(0);
            double[] high = corners.row(1);
            for (int j = 0; j < low.length; j++) {
                if (!(low[j] < high[j])) {
                    throw new IllegalArgumentException("the box of column " + j + " goes from " + low[j] + " to "
                            + high[j] + ". Maybe they are exchanged?");
                }
            }
        }
    }

    /// Checks that it belongs to a space of `d` columns.
    ///
    /// @throws IllegalArgumentException if not
    default void check(int d) {
        if (this instanceof Fixed fixed) {
            fixed.corners().check("the box", d);
        }
    }
}
