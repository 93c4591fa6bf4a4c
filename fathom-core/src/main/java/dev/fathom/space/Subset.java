package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Between `min` and `max` of the options: each has a key, and the largest keys are taken, as many as are positive
/// within
/// the limits.
///
/// Canonical keys are 1 for what is taken and -1 for the rest.
///
/// @param <T> the type of the options
final class Subset<T> implements Parameter<List<T>> {

    private final Values<T> options;
    private final int min;
    private final int max;

    private Subset(Values<T> options, int min, int max) {
        this.options = options;
        this.min = min;
        this.max = max;
    }

    static <T> Subset<T> of(List<? extends T> values, int min, int max) {
        Values<T> options = new Values<>(values);
        if (min < 0 || min > max || max > options.size()) {
            throw new Complaint("min " + min + " and max " + max + " do not fit 0 ≤ min ≤ max ≤ " + options.size()
                    + ". Maybe they are exchanged?");
        }
        return new Subset<>(options, min, max);
    }

    @Override
    public int count() {
        return min == max && (min == 0 || min == options.size()) ? 0 : 1;
    }

    @Override
    public int width() {
        return count() * options.size();
    }

    @Override
    public List<Column> columns() {
        return IntStream.range(0, width())
                .mapToObj(i -> Column.free("=" + options.labels().get(i), Kind.KEY, options.size(), 0))
                .toList();
    }

    /// Which options are taken at `x`.
    private boolean[] taken(double[] x, int from) {
        boolean[] taken = new boolean[options.size()];
        int size = 0;
        for (int i = 0; i < width(); i++) {
            size += x[from + i] > 0 ? 1 : 0;
        }
        size = Math.clamp(size, min, max);
        int[] order = Keys.order(reversed(x, from), 0, options.size());
        for (int i = 0; i < size; i++) {
            taken[order[i]] = true;
        }
        return taken;
    }

    /// The keys with the other sign, so that the first of equal ones is taken first.
    private double[] reversed(double[] x, int from) {
        double[] keys = new double[options.size()];
        for (int i = 0; i < width(); i++) {
            keys[i] = -Keys.key(x, from + i);
        }
        return keys;
    }

    @Override
    public List<T> decode(double[] x, int from) {
        boolean[] taken = taken(x, from);
        List<T> value = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                value.add(options.get(i));
            }
        }
        return Collections.unmodifiableList(value);
    }

    @Override
    public void encode(List<T> value, double[] x, int from) {
        write(check(value.stream().mapToInt(options::indexOf).toArray()), x, from);
    }

    private boolean[] check(int[] chosen) {
        boolean[] taken = new boolean[options.size()];
        for (int i : chosen) {
            if (taken[i]) {
                throw new Complaint("option " + options.labels().get(i) + " is taken twice. Maybe remove one?");
            }
            taken[i] = true;
        }
        if (chosen.length < min || chosen.length > max) {
            throw new Complaint("the value has " + chosen.length + " options, not between " + min + " and " + max
                    + ". Maybe add or remove some?");
        }
        return taken;
    }

    private void write(boolean[] taken, double[] x, int from) {
        for (int i = 0; i < width(); i++) {
            x[from + i] = taken[i] ? 1 : -1;
        }
    }

    /// The size is uniform between the limits, and each subset of that size equally likely.
    @Override
    public void sample(double[] x, int from, Rng rng) {
        if (count() == 0) {
            return;
        }
        int size = rng.nextInt(min, max + 1);
        int[] order = rng.permutation(options.size());
        for (int i = 0; i < order.length; i++) {
            double key = Math.abs(rng.nextGaussian()) + Double.MIN_NORMAL;
            x[from + order[i]] = i < size ? key : -key;
        }
    }

    /// Takes another option, drops one, or exchanges one for another, as the limits allow.
    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        boolean[] taken = taken(x, at);
        int size = (int) IntStream.range(0, taken.length).filter(i -> taken[i]).count();
        int first = rng.nextInt(taken.length);
        boolean fits = taken[first] ? size > min : size < max;
        taken[first] = !taken[first];
        if (!fits) {
            int counterpart = pick(taken, taken[first], first, rng);
            taken[counterpart] = !taken[counterpart];
        }
        write(taken, x, at);
    }

    /// A random option other than `except` that is taken or not.
    private static int pick(boolean[] taken, boolean state, int except, Rng rng) {
        int[] candidates = IntStream.range(0, taken.length)
                .filter(i -> i != except && taken[i] == state)
                .toArray();
        return candidates[rng.nextInt(candidates.length)];
    }

    @Override
    public void canonicalize(double[] x, int from) {
        write(taken(x, from), x, from);
    }

    @Override
    public Object toJson(List<T> value) {
        return value.stream().map(v -> options.labels().get(options.indexOf(v))).toList();
    }

    @Override
    public List<T> fromJson(Object json) {
        boolean[] taken =
                check(Json.list(json).stream().mapToInt(options::indexOfJson).toArray());
        return IntStream.range(0, taken.length)
                .filter(i -> taken[i])
                .mapToObj(options::get)
                .toList();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "subset");
        map.put("values", options.labels());
        map.put("min", min);
        map.put("max", max);
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
