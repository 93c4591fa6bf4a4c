package dev.fathom.space;

import dev.fathom.math.Normal;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// All options in any order: each has a random key, and the order of the keys is the order of the options.
///
/// Canonical keys are the normal quantiles of the places.
///
/// @param <T> the type of the options
final class Permutation<T> implements Parameter<List<T>> {

    private final Values<T> options;
    private final double[] quantiles;

    private Permutation(Values<T> options) {
        this.options = options;
        int n = options.size();
        quantiles = new double[n];
        for (int i = 0; i < n; i++) {
            quantiles[i] = Normal.quantile((i + 0.5) / n);
        }
    }

    static <T> Permutation<T> of(List<? extends T> options) {
        return new Permutation<>(new Values<>(options));
    }

    @Override
    public int count() {
        return options.size() == 1 ? 0 : 1;
    }

    @Override
    public int width() {
        return options.size() == 1 ? 0 : options.size();
    }

    @Override
    public List<Column> columns() {
        return IntStream.range(0, width())
                .mapToObj(i -> Column.free("[" + i + "]", Kind.KEY, options.size(), 0))
                .toList();
    }

    @Override
    public List<T> decode(double[] x, int from) {
        int[] order = Keys.order(x, from, width());
        List<T> value = new ArrayList<>(options.size());
        for (int i = 0; i < options.size(); i++) {
            value.add(options.get(order.length == 0 ? i : order[i]));
        }
        return Collections.unmodifiableList(value);
    }

    @Override
    public void encode(List<T> value, double[] x, int from) {
        write(value.stream().mapToInt(options::indexOf).toArray(), x, from);
    }

    private void write(int[] order, double[] x, int from) {
        if (IntStream.of(order).distinct().count() != options.size() || order.length != options.size()) {
            throw new Complaint("the value does not have each of " + options.labels()
                    + " once. Maybe one is missing or given twice?");
        }
        for (int place = 0; place < width(); place++) {
            x[from + order[place]] = quantiles[place];
        }
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        rng.fillGaussian(x, from, width());
    }

    /// Swaps two keys.
    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        canonicalize(x, at);
        int i = rng.nextInt(options.size());
        int other = rng.nextInt(options.size() - 1);
        int j = other < i ? other : other + 1;
        double key = x[at + i];
        x[at + i] = x[at + j];
        x[at + j] = key;
    }

    @Override
    public void canonicalize(double[] x, int from) {
        int[] order = Keys.order(x, from, width());
        for (int place = 0; place < order.length; place++) {
            x[from + order[place]] = quantiles[place];
        }
    }

    @Override
    public Object toJson(List<T> value) {
        return value.stream().map(v -> options.labels().get(options.indexOf(v))).toList();
    }

    @Override
    public List<T> fromJson(Object json) {
        int[] order = Json.list(json).stream().mapToInt(options::indexOfJson).toArray();
        double[] x = new double[width()];
        write(order, x, 0);
        return decode(x, 0);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "permutation");
        map.put("values", options.labels());
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
