package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value that is not searched: no columns.
///
/// @param <T> the type of the value
record Constant<T>(T value) implements Parameter<T> {

    @Override
    public int count() {
        return 0;
    }

    @Override
    public int width() {
        return 0;
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public T decode(double[] x, int from) {
        return value;
    }

    @Override
    public void encode(T other, double[] x, int from) {
        if (!value.equals(other)) {
            throw new Complaint("value " + other + " is not the constant " + value + ". Maybe leave it out?");
        }
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {}

    @Override
    public void change(int k, double[] x, int at, Rng rng) {}

    @Override
    public void canonicalize(double[] x, int from) {}

    @Override
    public Object toJson(T other) {
        return Json.label(other);
    }

    @Override
    public T fromJson(Object json) {
        if (!Json.key(json).equals(Json.key(Json.label(value)))) {
            throw new Complaint("value " + json + " is not the constant " + value + ". Maybe leave it out?");
        }
        return value;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "constant");
        map.put("value", Json.label(value));
        return map;
    }
}
