package dev.fathom.algorithms.cma;

import dev.fathom.math.Normal;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;

/// At which coordinates the value of a discrete column changes: between whole numbers k and k + 1 at
/// `(k + 1/2 − origin)/unit`, between n ordered options at `Φ⁻¹(i/n) − origin`, where a coordinate on a cut counts as
/// below it.
///
/// @param origin of the scale, or the shift of the options
/// @param unit of the scale; 0 for options
/// @param first number of the first cut: k, or i
/// @param last number of the last cut
record Cuts(double origin, double unit, double first, double last) {

    /// The cuts of a column.
    ///
    /// @return with `first > last` where there are none, or where the columns does not tell them: real numbers, whole
    /// numbers on a logarithmic scale, scores and keys
    static Cuts of(Column c) {
        if (c.kind() == Kind.INTEGER && c.isLinear()) {
            double low = c.origin() + c.unit() * c.low();
            double high = c.origin() + c.unit() * c.high();
            return new Cuts(c.origin(), c.unit(), Math.rint(low + 0.5), Math.rint(high - 0.5) - 1);
        }
        return c.kind() == Kind.ORDERED && c.arity() > 1
                ? new Cuts(c.origin(), 0, 1, c.arity() - 1)
                : new Cuts(0, 1, 0, -1);
    }

    boolean exist() {
        return first <= last;
    }

    /// The nearest cut that is not below `x`; the last one where there is none.
    double above(double x) {
        return at(Math.min(Math.max(number(x), first), last));
    }

    /// The nearest cut below `x`; the first one where there is none.
    double below(double x) {
        return at(Math.min(Math.max(number(x) - 1, first), last));
    }

    /// Number of the nearest cut that is not below `x`, as if there were no ends.
    private double number(double x) {
        if (unit > 0) {
            return Math.ceil(origin + unit * x - 0.5);
        }
        double options = last + 1;
        return Math.ceil(options * Normal.cdf(x + origin));
    }

    private double at(double k) {
        return unit > 0 ? (k + 0.5 - origin) / unit : Normal.quantile(k / (last + 1)) - origin;
    }
}
