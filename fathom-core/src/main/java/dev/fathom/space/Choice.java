package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of several values, ordered or not.
///
/// Three or more unordered options have one score column each, and the largest score wins. Ordered options, and two
/// options of any sort, have one column: the bin of Φ(x) among equal bins. A single option has none. Without an initial
/// option, coordinates 0 give the first one of unordered options and the lower middle one of ordered options, and
/// normal
/// coordinates give each alike; an initial option is preferred.
///
/// @param <T> the type of the values
public final class Choice<T> implements Parameter<T> {

    private final Values<T> options;
    private final boolean ordered;
    private final int init;
    private final Selector selector;

    private Choice(Values<T> options, boolean ordered, int init) {
        this.options = options;
        this.ordered = ordered;
        this.init = init;
        selector = Selector.of(options.size(), init, ordered);
    }

    static <T> Choice<T> of(List<? extends T> values, boolean ordered) {
        return new Choice<>(new Values<>(values), ordered, -1);
    }

    /// The same with an initial value.
    ///
    /// @throws IllegalArgumentException if it is none of the options
    public Choice<T> init(T value) {
        return new Choice<>(options, ordered, options.indexOf(value));
    }

    /// The options.
    List<T> values() {
        return options.all();
    }

    /// Number of the option at `x`, counted from 0.
    int index(double[] x, int from) {
        return selector.index(x, from);
    }

    /// Writes coordinates of option number `option`.
    void write(int option, double[] x, int from) {
        selector.write(option, x, from);
    }

    @Override
    public int count() {
        return options.size() == 1 ? 0 : 1;
    }

    @Override
    public int width() {
        return selector.width();
    }

    @Override
    public List<Column> columns() {
        return selector.columns(options.labels());
    }

    @Override
    public T decode(double[] x, int from) {
        return options.get(selector.index(x, from));
    }

    @Override
    public void encode(T value, double[] x, int from) {
        selector.write(options.indexOf(value), x, from);
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        selector.sample(x, from, rng);
    }

    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        selector.change(x, at, rng);
    }

    @Override
    public void canonicalize(double[] x, int from) {
        selector.write(selector.index(x, from), x, from);
    }

    @Override
    public Object toJson(T value) {
        return options.labels().get(options.indexOf(value));
    }

    @Override
    public T fromJson(Object json) {
        return options.get(options.indexOfJson(json));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        boolean truth = ordered && options.labels().equals(List.of(false, true));
        map.put("type", truth ? "boolean" : ordered ? "ordered" : "choice");
        if (!truth) {
            map.put("values", options.labels());
        }
        if (init >= 0) {
            map.put("init", options.labels().get(init));
        }
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
