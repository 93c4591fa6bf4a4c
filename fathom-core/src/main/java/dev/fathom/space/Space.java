package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A typed search space: a tree of parameters whose values together make a `T`, laid out as d columns of *standard
/// coordinates*.
///
/// In standard coordinates the initial value of every parameter is 0 and its natural step is 1, so that a standard
/// normal vector is a reasonable first sample of the whole space. Spaces are immutable and know nothing of algorithms.
///
/// All methods that complain of a space or a value throw an `IllegalArgumentException` which names the parameter.
///
/// @param <T> the type of the values
public sealed interface Space<T> permits Parameter, Composite {

    /// d, the number of columns.
    int dimension();

    /// The d columns, in order.
    List<Column> columns();

    /// The value at standard coordinates. Every real vector decodes to some value: coordinates outside the bounds are
    /// brought inside, integers are rounded, NaN counts as 0. Decoding is a pure function.
    ///
    /// @param x holds the coordinates from `from`
    T decode(double[] x, int from);

    /// Writes coordinates that decode to `value`.
    ///
    /// @throws IllegalArgumentException if the value is not of this space; the message names it and the bounds
    void encode(T value, double[] x, int from);

    /// Writes a random point: uniform between bounds, of each option alike.
    void sample(double[] x, int from, Rng rng);

    /// Changes the point as the kinds of its parameters suggest: each parameter that matters with probability 1/(their
    /// number), at least one. Real numbers get a Gaussian step of 1, whole numbers and ordered options move at least to
    /// a
    /// neighbour, choices take another option, permutations swap two places.
    void mutate(double[] x, int from, Rng rng);

    /// Mixes the point with another one: each parameter is taken from `x` or from `other` with equal chance.
    void recombine(double[] x, double[] other, int from, Rng rng);

    /// Replaces coordinates by the representative of all points with the same value: rounded integers, one-hot choices,
    /// 0 for what does not matter. Real numbers are only brought inside their bounds.
    void canonicalize(double[] x, int from);

    /// Cheap constraints, decided before anything is evaluated; those of members included.
    List<Constraint<T>> constraints();

    /// The value as JSON-ready data: numbers, strings, booleans, lists and maps.
    Object toJson(T value);

    /// The value from JSON-ready data.
    ///
    /// @throws IllegalArgumentException if it is not of this space
    T fromJson(Object json);

    /// The space itself as JSON-ready data, in the form of a study file. Constraints and mappings are code and left
    /// out.
    Map<String, Object> describe();

    /// The value at the coordinates `x [d]`.
    default T decode(double[] x) {
        if (x.length != dimension()) {
            throw new Complaint("there are " + x.length + " coordinates for " + dimension()
                    + " columns. Maybe they belong to another space?");
        }
        return decode(x, 0);
    }

    /// The initial value, which stands at coordinates 0.
    default T initial() {
        return decode(new double[dimension()], 0);
    }

    /// The canonical coordinates `x [d]` of a value.
    ///
    /// @throws IllegalArgumentException if the value is not of this space; the message names it and the bounds
    default double[] encode(T value) {
        double[] x = new double[dimension()];
        encode(value, x, 0);
        return x;
    }

    /// The same space as a member called `name`.
    default Named<T> named(String name) {
        return new Named<>(name, this);
    }

    /// The same space under a cheap constraint that is satisfied or not.
    default Space<T> where(String name, Predicate<? super T> satisfied) {
        return new Constrained<>(this, Constraint.of(name, satisfied));
    }

    /// The same space under a cheap constraint, satisfied where `violation ≤ 0`.
    default Space<T> subjectTo(String name, ToDoubleFunction<? super T> violation) {
        return new Constrained<>(this, new Constraint<>(name, violation));
    }

    /// The same space with values of another type.
    ///
    /// @param to makes the new value; pure
    /// @param back its inverse
    default <S> Space<S> map(Function<? super T, ? extends S> to, Function<? super S, ? extends T> back) {
        return new Mapped<>(this, to, back);
    }

    // Numbers.

    /// An unbounded real number; starts at 0 with step 1.
    static Real real() {
        return Real.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// A real number in `[low, high]`; an infinite bound is none.
    static Real real(double low, double high) {
        return Real.between(low, high);
    }

    /// A named unbounded real number.
    static Named<Double> real(String name) {
        return real().named(name);
    }

    /// A named real number in `[low, high]`.
    static Named<Double> real(String name, double low, double high) {
        return Complaint.about(name, () -> real(low, high)).named(name);
    }

    /// A positive number in `[low, high]` on a logarithmic scale, `0 < low`.
    static LogReal log(double low, double high) {
        return LogReal.between(low, high);
    }

    /// A named positive number in `[low, high]` on a logarithmic scale, `0 < low`.
    static Named<Double> log(String name, double low, double high) {
        return Complaint.about(name, () -> log(low, high)).named(name);
    }

    /// A whole number without bounds; starts at 0 with step 1.
    static Whole integer() {
        return Whole.unbounded();
    }

    /// A whole number in `low … high`, both included.
    static Whole integer(int low, int high) {
        return Whole.between(low, high);
    }

    /// A named whole number in `low … high`, both included.
    static Named<Integer> integer(String name, int low, int high) {
        return Complaint.about(name, () -> integer(low, high)).named(name);
    }

    /// n unbounded real numbers; start at 0 with step 1.
    static Reals reals(int n) {
        return Reals.of(new int[] {n}, real());
    }

    /// n real numbers in `[low, high]`.
    static Reals reals(int n, double low, double high) {
        return Reals.of(new int[] {n}, real(low, high));
    }

    /// Real numbers between bounds of their own, `low [n]` and `high [n]`.
    static Reals reals(double[] low, double[] high) {
        return Reals.of(low, high);
    }

    /// n positive numbers in `[low, high]` on a logarithmic scale.
    static Reals logs(int n, double low, double high) {
        return Reals.of(new int[] {n}, log(low, high));
    }

    /// n whole numbers in `low … high`, both included. Values are arrays of `double`, so that whole populations can be
    /// tensors.
    static Reals integers(int n, int low, int high) {
        return Reals.of(new int[] {n}, new Integral(integer(low, high)));
    }

    /// n truth values, 0 or 1 each. Values are arrays of `double`, so that whole populations can be tensors.
    static Reals bits(int n) {
        return integers(n, 0, 1);
    }

    // Options.

    /// True or false.
    static Choice<Boolean> bool() {
        return Choice.of(List.of(false, true), true);
    }

    /// A named truth value.
    static Named<Boolean> bool(String name) {
        return bool().named(name);
    }

    /// One of several values without order.
    static <T> Choice<T> choice(List<? extends T> values) {
        return Choice.of(values, false);
    }

    /// A named choice of one of several values without order.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T> Named<T> choice(String name, T... values) {
        return Complaint.about(name, () -> Choice.<T>of(Arrays.asList(values), false))
                .named(name);
    }

    /// One of several values in increasing order.
    static <T> Choice<T> ordered(List<? extends T> values) {
        return Choice.of(values, true);
    }

    /// A named choice of one of several values in increasing order.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T> Named<T> ordered(String name, T... values) {
        return Complaint.about(name, () -> Choice.<T>of(Arrays.asList(values), true))
                .named(name);
    }

    /// A value that is not searched.
    static <T> Space<T> constant(T value) {
        return new Constant<>(value);
    }

    /// A named value that is not searched.
    static <T> Named<T> constant(String name, T value) {
        return constant(value).named(name);
    }

    /// Between `min` and `max` of the options, in their order.
    static <T> Space<List<T>> subset(List<? extends T> options, int min, int max) {
        return Subset.of(options, min, max);
    }

    /// All options, in any order.
    static <T> Space<List<T>> permutation(List<? extends T> options) {
        return Permutation.of(options);
    }

    // Spaces of spaces.

    /// Named members; a value is a map.
    static Space<Map<String, Object>> group(Named<?>... members) {
        return Group.of(List.of(members));
    }

    /// Members by name, in the order of the map.
    static Space<Map<String, Object>> group(Map<String, ? extends Space<?>> members) {
        return Group.of(members);
    }

    /// Members by position; a value is a list.
    static Space<List<Object>> tuple(Space<?>... items) {
        return Sequence.tuple(List.of(items));
    }

    /// The same space `count` times; a value is a list.
    static <T> Space<List<T>> repeat(int count, Space<T> item) {
        return Sequence.repeat(count, item);
    }

    /// One of several named groups, in the order of the map. A value is the map of the group's values with `type`, the
    /// name of the group, in front.
    static Space<Map<String, Object>> conditional(Map<String, ? extends Space<Map<String, Object>>> options) {
        return Conditional.ofGroups(options);
    }

    /// One of several named groups, see [#conditional(Map)].
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static Space<Map<String, Object>> conditional(Named<Map<String, Object>>... options) {
        return Conditional.ofGroups(Arrays.asList(options));
    }

    /// The space of a Java type: a record is a group of its components, an enum a choice, a sealed interface of records
    /// a conditional space.
    ///
    /// @throws IllegalArgumentException if the type, or one of its components, does not say what to search
    static <T> Space<T> of(Class<T> type) {
        return JavaTypes.space(type);
    }

    /// The space of a description in the form of [#describe()], or of a map of such descriptions by name: what a study
    /// file has under `space:`.
    ///
    /// @throws IllegalArgumentException if it is not well formed; the message names the parameter
    static Space<?> parse(Map<String, ?> description) {
        return StudyFile.parse(Collections.unmodifiableMap(description));
    }
}
