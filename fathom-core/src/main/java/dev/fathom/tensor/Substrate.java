package dev.fathom.tensor;

import dev.fathom.math.Noise;

/// Where tensors live and what computes with them: heap arrays ([Heap]), or a library with devices.
///
/// A substrate is shared by the objective and the search of a run. Unless it says otherwise it is used by one thread at
/// a
/// time.
public interface Substrate {

    /// How reports call it, such as `heap, 2 threads, SIMD`.
    String name();

    /// What its numbers depend on, such as `float64`: runs with the same arithmetic give the same bits. Journals tell
    /// it.
    String arithmetic();

    /// A tensor of equal numbers.
    Tensor full(int rows, int columns, double value);

    /// A copy of numbers, row-major.
    ///
    /// @param values `[rows·columns]`
    Tensor of(double[] values, int rows, int columns);

    /// A row, `[1×d]`.
    default Tensor row(double... values) {
        return of(values, 1, values.length);
    }

    /// A column, `[n×1]`.
    default Tensor column(double... values) {
        return of(values, values.length, 1);
    }

    /// Independent standard normal numbers: number `i` in row-major order is [Noise#gaussian(long)] of `i`, or as near
    /// to it as the substrate's arithmetic is.
    Tensor gaussian(int rows, int columns, Noise noise);

    /// Normal points `mean + deviation · z`, where z are the numbers of [#gaussian]; in one pass where the substrate
    /// can.
    ///
    /// @param mean `[k×d]`, each row for the points of one group
    /// @param deviation `[k×d]`
    /// @param rows n, of all groups
    default Tensor normal(Tensor mean, Tensor deviation, int rows, Noise noise) {
        return gaussian(rows, mean.columns(), noise).affine(deviation, mean);
    }

    /// Independent numbers, uniform in `[0, 1)`: number `i` in row-major order is [Noise#uniform(long)] of `i`.
    Tensor uniform(int rows, int columns, Noise noise);

    /// Frees the tensors inside a value that nobody uses any more, where memory is not the garbage collector's alone:
    /// those that a scope kept, see [Scope#keep].
    ///
    /// @param kept the tensors inside this are not freed, even if they are inside the other value, too
    default void free(Object value, Object kept) {}

    /// Opens a scope: the tensors made until it closes are freed then, but for those it is told to keep. Scopes nest.
    Scope scope();

    /// The time between opening and closing, in which tensors come and go.
    interface Scope extends AutoCloseable {

        /// Keeps the tensors inside a value beyond this scope (in the enclosing one, if there is one): the value itself
        /// if it is a tensor, and those in the components of records and in lists and arrays.
        ///
        /// @return the value
        <V> V keep(V value);

        @Override
        void close();
    }
}
