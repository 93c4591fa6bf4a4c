package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.List;

/// A leaf of the tree: one parameter, or an array of parameters that are laid out alike.
///
/// @param <T> the type of the values
sealed interface Parameter<T> extends Space<T> permits Scalar, Whole, Choice, Constant, Reals, Subset, Permutation {

    /// How many parameters it holds: 1, the length of an array, or 0 if there is nothing to search.
    int count();

    /// How many neighbouring columns each parameter has.
    int width();

    /// Changes parameter number `k`, whose first column is `at`. The result is inside the bounds.
    void change(int k, double[] x, int at, Rng rng);

    @Override
    default int dimension() {
        return count() * width();
    }

    @Override
    default void mutate(double[] x, int from, Rng rng) {
        Layout.of(this).mutate(x, from, rng);
    }

    @Override
    default void recombine(double[] x, double[] other, int from, Rng rng) {
        Layout.of(this).recombine(x, other, from, rng);
    }

    @Override
    default List<Constraint<T>> constraints() {
        return List.of();
    }
}
