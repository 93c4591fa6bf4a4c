package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Column;

/// Where coordinates are drawn from, uniformly.
///
/// @param low `[d]`
/// @param high `[d]`
record Range(double[] low, double[] high) {

    /// The range that was given, inside the bounds; or the default one, see [Enomad].
    ///
    /// @param prior `[d]`, inside the bounds
    static Range of(Initial initial, double[] prior, Shape shape) {
        int d = prior.length;
        Range range = new Range(new double[d], new double[d]);
        double least = least(initial);
        double most = most(initial);
        for (int j = 0; j < d; j++) {
            Column column = shape.columns().get(j);
            if (initial.hasRange()) {
                range.cut(j, initial.low(), initial.high(), column);
                range.check(j, initial, column);
            } else {
                range.choose(j, prior[j], least, most, column);
                range.contract(j, prior[j], shape.start().spread());
            }
        }
        return range;
    }

    private static double least(Initial initial) {
        return Math.min(
                initial.vector().coordinates().min().orElse(Double.POSITIVE_INFINITY),
                initial.population().coordinates().min().orElse(Double.POSITIVE_INFINITY));
    }

    private static double most(Initial initial) {
        return Math.max(
                initial.vector().coordinates().max().orElse(Double.NEGATIVE_INFINITY),
                initial.population().coordinates().max().orElse(Double.NEGATIVE_INFINITY));
    }

    /// The bounds; without two of them what was given at the beginning spans; without that a natural step around the
    /// prior.
    private void choose(int j, double prior, double least, double most, Column column) {
        if (column.isBounded()) {
            cut(j, column.low(), column.high(), column);
        } else {
            cut(j, least, most, column);
            if (!(low[j] < high[j])) {
                cut(j, prior - 1, prior + 1, column);
            }
        }
    }

    private void cut(int j, double from, double to, Column column) {
        low[j] = Math.max(from, column.low());
        high[j] = Math.min(to, column.high());
    }

    private void check(int j, Initial initial, Column column) {
        if (!(low[j] < high[j])) {
            throw new IllegalArgumentException("the range from " + initial.low() + " to " + initial.high()
                    + " is outside the bounds " + column.low() + " and " + column.high() + " of column "
                    + column.name() + ". Maybe it is not in standard coordinates?");
        }
    }

    /// A narrow start draws near the prior.
    private void contract(int j, double prior, double spread) {
        if (spread < 1 && low[j] <= prior && prior <= high[j]) {
            low[j] = prior + spread * (low[j] - prior);
            high[j] = prior + spread * (high[j] - prior);
        }
    }

    double draw(int j, Rng rng) {
        return rng.nextDouble(low[j], high[j]);
    }

    /// A whole point, `[d]`.
    double[] draw(Rng rng) {
        double[] x = new double[low.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = draw(j, rng);
        }
        return x;
    }
}
