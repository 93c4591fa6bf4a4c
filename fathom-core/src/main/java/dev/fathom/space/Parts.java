package dev.fathom.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The members of a composite space, side by side.
final class Parts {

    private final String[] names;
    private final Space<Object>[] spaces;
    private final int[] offsets;
    private final int dimension;

    /// Members with distinct names; names are not checked.
    @SuppressWarnings({"unchecked", "rawtypes"}) // values are passed as objects, and a wrong one is complained of
    Parts(List<String> names, List<? extends Space<?>> spaces) {
        this.names = names.toArray(String[]::new);
        this.spaces = spaces.toArray(Space[]::new);
        offsets = new int[this.spaces.length];
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += this.spaces[i].dimension();
        }
        dimension = next;
    }

    /// Members without names, `[0]`, `[1]`, …
    static Parts numbered(List<? extends Space<?>> spaces) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < spaces.size(); i++) {
            names.add("[" + i + "]");
        }
        return new Parts(names, spaces);
    }

    /// @throws IllegalArgumentException if a name is empty or given twice
    static Parts named(List<String> names, List<? extends Space<?>> spaces) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                throw new Complaint("parameter number " + i + " has an empty name. Maybe it was left out?");
            }
            if (names.indexOf(names.get(i)) < i) {
                throw new Complaint("the name '" + names.get(i) + "' is given twice. Maybe rename one of them?");
            }
        }
        return new Parts(names, spaces);
    }

    int size() {
        return spaces.length;
    }

    int dimension() {
        return dimension;
    }

    String name(int i) {
        return names[i];
    }

    List<String> names() {
        return List.of(names);
    }

    Space<Object> space(int i) {
        return spaces[i];
    }

    /// The leaves of member `i`, with `offset` columns before the first member.
    List<Slot> slots(int i, int offset) {
        return Layout.of(spaces[i]).slotsWithin(names[i], offset + offsets[i]);
    }

    Layout layout() {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            slots.addAll(slots(i, 0));
        }
        return new Layout(slots);
    }

    Object decode(int i, double[] x, int from) {
        return spaces[i].decode(x, from + offsets[i]);
    }

    void encode(int i, Object value, double[] x, int from) {
        try {
            spaces[i].encode(value, x, from + offsets[i]);
        } catch (Complaint complaint) {
            throw complaint.within(names[i]);
        } catch (ClassCastException e) {
            throw wrongType(i, value);
        }
    }

    Object toJson(int i, Object value) {
        try {
            return spaces[i].toJson(value);
        } catch (Complaint complaint) {
            throw complaint.within(names[i]);
        } catch (ClassCastException e) {
            throw wrongType(i, value);
        }
    }

    private Complaint wrongType(int i, Object value) {
        return new Complaint("value " + value + " of type "
                        + value.getClass().getSimpleName() + " does not suit " + spaces[i].describe()
                        + ". Maybe it belongs to another parameter?")
                .within(names[i]);
    }

    Object fromJson(int i, Object json) {
        return Complaint.about(names[i], () -> spaces[i].fromJson(json));
    }

    /// The values by name, as JSON-ready data.
    Map<String, Object> toJson(IntFunction<Object> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            map.put(names[i], toJson(i, values.apply(i)));
        }
        return map;
    }

    /// The values from a map by name. What has no columns may be missing.
    Object[] fromJson(Object json) {
        Map<?, ?> map = Json.map(json);
        checkNames(map);
        Object[] values = new Object[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.containsKey(names[i]) || spaces[i].dimension() > 0
                    ? fromJson(i, member(map, i))
                    : spaces[i].decode(new double[0], 0);
        }
        return values;
    }

    /// What the map has for member `i`.
    Object member(Map<?, ?> map, int i) {
        Object value = map.get(names[i]);
        if (value == null) {
            throw new Complaint("a value is missing. Maybe add it: the parameters are " + names()).within(names[i]);
        }
        return value;
    }

    /// @throws IllegalArgumentException if the map has names that are not of members
    void checkNames(Map<?, ?> map) {
        for (Object name : map.keySet()) {
            if (!names().contains(name)) {
                throw new Complaint("there is no parameter '" + name + "'. Maybe one of " + List.of(names) + "?");
            }
        }
    }

    Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            map.put(names[i], spaces[i].describe());
        }
        return map;
    }

    /// The constraints of all members, applied to the part of the value that `part` gives; null has no violation.
    <T> List<Constraint<T>> constraints(BiFunction<T, Integer, @Nullable Object> part) {
        List<Constraint<T>> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            int member = i;
            for (Constraint<Object> constraint : spaces[i].constraints()) {
                all.add(new Constraint<>(Column.join(names[i], constraint.name()), value -> {
                    Object own = part.apply(value, member);
                    return own == null ? 0 : constraint.violation().applyAsDouble(own);
                }));
            }
        }
        return List.copyOf(all);
    }
}
