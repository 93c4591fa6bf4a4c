package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.List;

/// A space made of others: what concerns coordinates only is left to its [Layout].
///
/// @param <T> the type of the values
sealed interface Composite<T> extends Space<T>
        permits Named, Group, Sequence, RecordSpace, Conditional, Constrained, Mapped {

    /// Its leaves, with their places.
    Layout layout();

    @Override
    default int dimension() {
        return layout().dimension();
    }

    @Override
    default List<Column> columns() {
        return layout().columns();
    }

    @Override
    default void sample(double[] x, int from, Rng rng) {
        layout().sample(x, from, rng);
    }

    @Override
    default void mutate(double[] x, int from, Rng rng) {
        layout().mutate(x, from, rng);
    }

    @Override
    default void recombine(double[] x, double[] other, int from, Rng rng) {
        layout().recombine(x, other, from, rng);
    }

    @Override
    default void canonicalize(double[] x, int from) {
        layout().canonicalize(x, from);
    }
}
