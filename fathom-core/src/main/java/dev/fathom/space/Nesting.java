package dev.fathom.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/// Arrays in row-major order and the nested lists that stand for them in JSON.
final class Nesting {

    private Nesting() {}

    /// @param member makes what stands for element `i`
    static List<Object> nest(double[] value, int[] shape, IntFunction<Object> member) {
        return nest(shape, member, 0, 0, value.length);
    }

    private static List<Object> nest(int[] shape, IntFunction<Object> member, int axis, int from, int size) {
        List<Object> list = new ArrayList<>(shape[axis]);
        int part = size / shape[axis];
        for (int i = 0; i < shape[axis]; i++) {
            int at = from + i * part;
            list.add(axis == shape.length - 1 ? member.apply(at) : nest(shape, member, axis + 1, at, part));
        }
        return list;
    }

    static double[] flatten(Object json, int[] shape) {
        double[] value = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        flatten(json, shape, 0, value, 0, value.length);
        return value;
    }

    private static void flatten(Object json, int[] shape, int axis, double[] value, int from, int size) {
        if (axis == shape.length) {
            value[from] = Json.real(json);
            return;
        }
        List<?> list = Json.list(json);
        if (list.size() != shape[axis]) {
            throw new Complaint("a list has " + list.size() + " members, but shape " + Arrays.toString(shape)
                    + " needs " + shape[axis] + ". Maybe some are missing?");
        }
        int part = size / shape[axis];
        for (int i = 0; i < list.size(); i++) {
            int at = from + i * part;
            Object member = list.get(i);
            Complaint.about("[" + i + "]", () -> {
                flatten(member, shape, axis + 1, value, at, part);
                return value;
            });
        }
    }

    /// One description of all elements: what they share once, what differs as nested lists.
    static Map<String, Object> merge(Scalar[] elements, int[] shape) {
        List<Map<String, Object>> descriptions =
                Arrays.stream(elements).map(Scalar::describe).toList();
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : keys(descriptions)) {
            merged.put(key, merge(key, descriptions.getFirst(), elements, shape));
        }
        return merged;
    }

    private static Set<String> keys(List<Map<String, Object>> descriptions) {
        Set<String> keys = new LinkedHashSet<>();
        descriptions.forEach(map -> keys.addAll(map.keySet()));
        return keys;
    }

    private static Object merge(String key, Map<String, Object> first, Scalar[] elements, int[] shape) {
        double[] values = new double[elements.length];
        for (int i = 0; i < values.length; i++) {
            switch (key) {
                case "low" -> values[i] = elements[i].low();
                case "high" -> values[i] = elements[i].high();
                case "init" -> values[i] = elements[i].init();
                case "step" -> values[i] = elements[i].step();
                default -> {
                    return Objects.requireNonNull(first.get(key)); // the type and the transform are the same for all
                }
            }
        }
        boolean shared = Arrays.stream(values).allMatch(value -> value == values[0]);
        return shared ? values[0] : nest(values, shape, i -> values[i]);
    }
}
