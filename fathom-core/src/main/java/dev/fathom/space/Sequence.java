package dev.fathom.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Members in a row, all of one space or each of its own; a value is an unmodifiable list.
///
/// @param <E> the common type of the values
final class Sequence<E> implements Composite<List<E>> {

    private final Parts parts;
    private final boolean repeated;
    private final Layout layout;

    private Sequence(Parts parts, boolean repeated) {
        this.parts = parts;
        this.repeated = repeated;
        layout = parts.layout();
    }

    static Sequence<Object> tuple(List<? extends Space<?>> items) {
        return new Sequence<>(Parts.numbered(items), false);
    }

    static <E> Sequence<E> repeat(int count, Space<E> item) {
        if (count < 1) {
            throw new Complaint("count " + count + " is less than 1. Maybe a number is missing?");
        }
        return new Sequence<>(Parts.numbered(Collections.nCopies(count, item)), true);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    @SuppressWarnings("unchecked") // every member is of a subtype of E
    public List<E> decode(double[] x, int from) {
        List<E> value = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            value.add((E) parts.decode(i, x, from));
        }
        return Collections.unmodifiableList(value);
    }

    @Override
    public void encode(List<E> value, double[] x, int from) {
        checkSize(value);
        for (int i = 0; i < parts.size(); i++) {
            parts.encode(i, value.get(i), x, from);
        }
    }

    @Override
    public List<Constraint<List<E>>> constraints() {
        return parts.constraints((value, i) -> value.get(i));
    }

    @Override
    public Object toJson(List<E> value) {
        checkSize(value);
        List<Object> json = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            json.add(parts.toJson(i, value.get(i)));
        }
        return json;
    }

    @Override
    @SuppressWarnings("unchecked") // every member is of a subtype of E
    public List<E> fromJson(Object json) {
        List<?> list = Json.list(json);
        checkSize(list);
        List<E> value = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            value.add((E) parts.fromJson(i, list.get(i)));
        }
        return Collections.unmodifiableList(value);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", repeated ? "repeat" : "tuple");
        if (repeated) {
            map.put("count", parts.size());
            map.put("item", parts.space(0).describe());
        } else {
            map.put("items", List.copyOf(parts.describe().values()));
        }
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    private void checkSize(List<?> value) {
        if (value.size() != parts.size()) {
            throw new Complaint("value " + value + " has " + value.size() + " members, but " + parts.size()
                    + " are needed. Maybe some are missing?");
        }
    }
}
