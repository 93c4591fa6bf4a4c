package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An array of real or whole numbers, each a parameter of its own: what most problems are. A value is a flat array in
/// row-major
/// order; in JSON it has the nesting of the shape.
public final class Reals implements Parameter<double[]> {

    private final int[] shape;
    private final Scalar[] elements;
    /// The only element there is, null if they differ.
    private final @Nullable Scalar shared;

    private Reals(int[] shape, Scalar[] elements) {
        this.shape = shape;
        this.elements = elements;
        shared = Arrays.stream(elements).allMatch(element -> element == elements[0]) ? elements[0] : null;
    }

    /// Elements that are all alike.
    static Reals of(int[] shape, Scalar element) {
        Scalar[] elements = new Scalar[size(shape)];
        Arrays.fill(elements, element);
        return new Reals(shape.clone(), elements);
    }

    /// Elements of their own.
    static Reals of(int[] shape, IntFunction<? extends Scalar> element) {
        Scalar[] elements = new Scalar[size(shape)];
        Arrays.setAll(elements, i -> Complaint.about("[" + i + "]", () -> element.apply(i)));
        return new Reals(shape.clone(), elements);
    }

    /// Elements with bounds of their own.
    static Reals of(double[] low, double[] high) {
        if (low.length != high.length) {
            throw new Complaint(
                    "there are " + low.length + " lower and " + high.length + " upper bounds. Maybe one is missing?");
        }
        checkAlike("lower", low);
        checkAlike("upper", high);
        return of(new int[] {low.length}, i -> Real.between(low[i], high[i]));
    }

    private static void checkAlike(String which, double[] bounds) {
        long infinite = Arrays.stream(bounds).filter(Double::isInfinite).count();
        if (infinite > 0 && infinite < bounds.length) {
            throw new Complaint(infinite + " of the " + bounds.length + " " + which
                    + " bounds are infinite. Maybe use a tuple of numbers with and without bounds?");
        }
    }

    private static int size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size = length < 1 ? 0 : size * length;
            if (size < 1 || size > Integer.MAX_VALUE) {
                throw new Complaint(
                        "shape " + Arrays.toString(shape) + " is empty or too large. Maybe a number is wrong?");
            }
        }
        return (int) size;
    }

    /// The same numbers in several dimensions, whose product is n.
    ///
    /// @throws IllegalArgumentException if it is not
    public Reals shape(int... lengths) {
        if (size(lengths) != elements.length) {
            throw new Complaint("shape " + Arrays.toString(lengths) + " does not hold " + elements.length
                    + " numbers. Maybe a length is missing?");
        }
        return new Reals(lengths.clone(), elements);
    }

    /// The same with the initial value `value` everywhere.
    ///
    /// @throws IllegalArgumentException if it is outside the bounds
    public Reals init(double value) {
        return each(element -> init(element, value));
    }

    /// The same with the initial values `values [n]`.
    ///
    /// @throws IllegalArgumentException if one is outside its bounds or their number is not n
    public Reals init(double... values) {
        checkLength(values.length);
        return of(shape, i -> init(elements[i], values[i]));
    }

    /// The same with another natural step everywhere, `(0, ∞)`; in units of the natural logarithm on that scale.
    ///
    /// @throws IllegalArgumentException if it is not positive and finite
    public Reals step(double sigma) {
        return each(element -> switch (element) {
            case Real real -> real.step(sigma);
            case LogReal log -> log.step(sigma);
            case Integral whole -> whole.step(sigma);
        });
    }

    /// The same with another transform.
    ///
    /// @throws IllegalArgumentException if a bound is missing, or the scale is logarithmic
    public Reals transform(Transform transform) {
        return each(element -> switch (element) {
            case Real real -> real.transform(transform);
            case LogReal log -> throw untransformed("a logarithmic scale", transform);
            case Integral whole -> throw untransformed("a whole number", transform);
        });
    }

    private static Complaint untransformed(String what, Transform transform) {
        return new Complaint(what + " has no transform " + Json.lower(transform) + ". Maybe leave it out?");
    }

    private static Scalar init(Scalar element, double value) {
        return switch (element) {
            case Real real -> real.init(value);
            case LogReal log -> log.init(value);
            case Integral whole -> whole.init(value);
        };
    }

    /// Changes all elements; neighbours that were one object stay so.
    private Reals each(UnaryOperator<Scalar> change) {
        Scalar[] changed = new Scalar[elements.length];
        for (int i = 0; i < changed.length; i++) {
            boolean same = i > 0 && elements[i] == elements[i - 1];
            changed[i] = same ? changed[i - 1] : change.apply(elements[i]);
        }
        return new Reals(shape, changed);
    }

    @Override
    public int count() {
        return elements.length;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return IntStream.range(0, elements.length)
                .mapToObj(i -> elements[i].column().within(name(i), i))
                .toList();
    }

    /// `[3]`, or `[1][0]` in two dimensions.
    private String name(int index) {
        StringBuilder name = new StringBuilder();
        int rest = index;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            name.insert(0, "[" + rest % shape[axis] + "]");
            rest /= shape[axis];
        }
        return name.toString();
    }

    @Override
    public double[] decode(double[] x, int from) {
        double[] value = new double[elements.length];
        if (shared instanceof Real real) { // the usual case, without a look at each element
            for (int i = 0; i < value.length; i++) {
                value[i] = real.at(x[from + i]);
            }
            return value;
        }
        for (int i = 0; i < value.length; i++) {
            value[i] = elements[i].at(x[from + i]);
        }
        return value;
    }

    @Override
    public void encode(double[] value, double[] x, int from) {
        checkLength(value.length);
        for (int i = 0; i < value.length; i++) {
            x[from + i] = coordinate(i, value[i]);
        }
    }

    private double coordinate(int i, double value) {
        try {
            return elements[i].coordinate(value);
        } catch (Complaint complaint) {
            throw complaint.within(name(i));
        }
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        for (int i = 0; i < elements.length; i++) {
            x[from + i] = elements[i].draw(rng);
        }
    }

    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        elements[k].change(0, x, at, rng);
    }

    @Override
    public void canonicalize(double[] x, int from) {
        for (int i = 0; i < elements.length; i++) {
            elements[i].canonicalize(x, from + i);
        }
    }

    @Override
    public Object toJson(double[] value) {
        checkLength(value.length);
        return Nesting.nest(value, shape, i -> elements[i].toJson(value[i]));
    }

    @Override
    public double[] fromJson(Object json) {
        double[] value = Nesting.flatten(json, shape);
        encode(value, new double[value.length], 0);
        return value;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map =
                shared == null ? Nesting.merge(elements, shape) : new LinkedHashMap<>(shared.describe());
        map.put("shape", IntStream.of(shape).boxed().toList());
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    private void checkLength(int length) {
        if (length != elements.length) {
            throw new Complaint(
                    "there are " + length + " numbers for " + elements.length + " elements. Maybe some are missing?");
        }
    }
}
