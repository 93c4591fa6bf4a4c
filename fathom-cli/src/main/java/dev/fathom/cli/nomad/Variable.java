package dev.fathom.cli.nomad;

import dev.fathom.space.Real;
import dev.fathom.space.Space;
import dev.fathom.space.Whole;
import java.math.BigDecimal;

/// One variable of a parameter file.
///
/// @param index its number, from 0
/// @param kind real, integer or binary
/// @param low lower bound, `-∞` for none; a multiple of the granularity
/// @param high upper bound, `+∞` for none; a multiple of the granularity
/// @param granularity what it is a multiple of, 0 for a continuum, whole for integers
/// @param start where the search begins
/// @param isFixed whether it keeps that value
record Variable(int index, Kind kind, double low, double high, double granularity, double start, boolean isFixed) {

    private static final double LARGEST = Integer.MAX_VALUE;

    /// The types of the black box's input.
    enum Kind {
        /// R.
        REAL,
        /// I.
        INTEGER,
        /// B: 0 or 1.
        BINARY
    }

    /// `x` and the number.
    String name() {
        return "x" + index;
    }

    boolean isWhole() {
        return kind != Kind.REAL;
    }

    /// Whether it has one bound and no other.
    boolean isHalfBounded() {
        return Double.isInfinite(low) != Double.isInfinite(high);
    }

    /// What is searched.
    Space<?> space() {
        if (isFixed) {
            return Space.constant(isWhole() ? (Object) (int) start : (Object) start);
        }
        return isWhole() ? whole() : real();
    }

    private Real real() {
        return Space.real(low, high).init(start);
    }

    /// A single bound becomes two: there are no others among whole numbers. The step is then that of an unbounded one.
    private Whole whole() {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return Space.integer().init((int) start);
        }
        int from = (int) Math.max(low, -LARGEST);
        int to = (int) Math.min(high, LARGEST);
        Whole whole = Space.integer(from, to).init((int) start);
        return isHalfBounded() ? whole.step(1) : whole;
    }

    /// The nearest multiple of the granularity.
    double snap(double value) {
        return granularity > 0 ? Math.rint(value / granularity) * granularity : value;
    }

    /// The value as the black box reads it: all digits that tell it from its neighbours; whole numbers without a point;
    /// multiples of the granularity without the rounding errors of binary numbers.
    String text(double value) {
        if (granularity > 0 && !Double.isInfinite(value)) {
            BigDecimal multiple =
                    BigDecimal.valueOf(granularity).multiply(new BigDecimal(Math.rint(value / granularity)));
            if (Math.abs(multiple.doubleValue() - value) <= 1e-9 * granularity) {
                return plain(multiple);
            }
        }
        return number(value);
    }

    /// A number with all digits that tell it from its neighbours.
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
