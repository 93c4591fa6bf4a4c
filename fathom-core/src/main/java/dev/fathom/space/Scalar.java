package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.List;

/// One number on one column.
sealed interface Scalar extends Parameter<Double> permits Real, LogReal, Integral {

    /// The column, without a name.
    Column column();

    /// Lower bound.
    double low();

    /// Upper bound.
    double high();

    /// The value at coordinate 0.
    double init();

    /// The natural step.
    double step();

    /// The value at coordinate `x`.
    double at(double x);

    /// The coordinate of `value`.
    ///
    /// @throws IllegalArgumentException if it is outside the bounds
    double coordinate(double value);

    /// A random coordinate.
    double draw(Rng rng);

    @Override
    default int count() {
        return 1;
    }

    @Override
    default int width() {
        return 1;
    }

    @Override
    default List<Column> columns() {
        return List.of(column());
    }

    @Override
    default Double decode(double[] x, int from) {
        return at(x[from]);
    }

    @Override
    default void encode(Double value, double[] x, int from) {
        x[from] = coordinate(value);
    }

    @Override
    default void sample(double[] x, int from, Rng rng) {
        x[from] = draw(rng);
    }

    @Override
    default void change(int k, double[] x, int at, Rng rng) {
        double old = column().repair(x[at]);
        double step = rng.nextGaussian();
        double changed = column().repair(old + step);
        x[at] = changed == old ? column().repair(old - step) : changed; // away from a bound that clips
    }

    @Override
    default void canonicalize(double[] x, int from) {
        x[from] = column().repair(x[from]);
    }

    @Override
    default Object toJson(Double value) {
        return value;
    }

    @Override
    default Double fromJson(Object json) {
        double value = Json.real(json);
        coordinate(value); // complains of values outside
        return value;
    }
}
