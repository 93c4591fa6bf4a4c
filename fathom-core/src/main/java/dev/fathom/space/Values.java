package dev.fathom.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Distinct values to choose from, with what stands for them in JSON.
///
/// @param <T> the type of the values
final class Values<T> {

    private final List<T> values;
    private final List<Object> labels = new ArrayList<>();
    private final Map<Object, Integer> byValue = new HashMap<>();
    private final Map<Object, Integer> byKey = new HashMap<>();

    Values(List<? extends T> values) {
        if (values.isEmpty()) {
            throw new Complaint("there are no values to choose from. Maybe the list was left empty?");
        }
        for (@Nullable T value : values) {
            add(value);
        }
        this.values = List.copyOf(values);
    }

    private void add(@Nullable T value) {
        if (value == null) {
            throw new Complaint("one of the values is null. Maybe name it, such as 'none'?");
        }
        Object label = Json.label(value);
        int number = labels.size();
        if (byValue.put(value, number) != null || byKey.put(Json.key(label), number) != null) {
            throw new Complaint("value " + label + " is given twice. Maybe remove one, or let them print differently?");
        }
        labels.add(label);
    }

    int size() {
        return values.size();
    }

    List<T> all() {
        return values;
    }

    T get(int option) {
        return values.get(option);
    }

    /// What stands for each of them.
    List<Object> labels() {
        return List.copyOf(labels);
    }

    int indexOf(T value) {
        return find(byValue, value, value);
    }

    int indexOfJson(Object json) {
        return find(byKey, Json.key(json), json);
    }

    private int find(Map<Object, Integer> index, Object key, Object shown) {
        Integer option = index.get(key);
        if (option == null) {
            throw new Complaint("value " + shown + " is none of " + labels + ". Maybe it is misspelled?");
        }
        return option;
    }
}
