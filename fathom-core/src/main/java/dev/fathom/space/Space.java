package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.List;
import java.util.Map;

/// A typed search space: a tree of parameters whose values together make a `T`, laid out as d columns of *standard
/// coordinates*.
///
/// In standard coordinates the initial value of every parameter is 0 and its natural step is 1, so that a standard
/// normal vector is
/// a reasonable first sample of the whole space. Spaces are immutable and know nothing of algorithms.
///
/// @param <T> the type of the values
public interface Space<T> {

    /// The d columns, in order.
    List<Column> columns();

    /// The value at standard coordinates. Every real vector decodes to some value: coordinates outside the bounds are
    /// brought
    /// inside, integers are rounded. Decoding is a pure function.
    ///
    /// @param x holds the coordinates from `from`
    T decode(double[] x, int from);

    /// Writes coordinates that decode to `value`.
    ///
    /// @throws IllegalArgumentException if the value is not of this space; the message names it and the bounds
    void encode(T value, double[] x, int from);

    /// Writes a random point: uniform between bounds, of each option alike.
    void sample(double[] x, int from, Rng rng);

    /// Changes the point as the kinds of its parameters suggest: each parameter with probability 1/(number of
    /// parameters),
    /// at least one.
    void mutate(double[] x, int from, Rng rng);

    /// Mixes the point with another one: each parameter is taken from `x` or from `other` with equal chance.
    void recombine(double[] x, double[] other, int from, Rng rng);

    /// Replaces coordinates by the representative of all points with the same value: rounded integers, one-hot choices.
    void canonicalize(double[] x, int from);

    /// Cheap constraints, decided before anything is evaluated.
    List<Constraint<T>> constraints();

    /// The value as JSON-ready data: numbers, strings, booleans, lists and maps.
    Object toJson(T value);

    /// The value from JSON-ready data.
    ///
    /// @throws IllegalArgumentException if it is not of this space
    T fromJson(Object json);

    /// The space itself as JSON-ready data.
    Map<String, Object> describe();
}
