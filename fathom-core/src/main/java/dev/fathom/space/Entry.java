package dev.fathom.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The description of one parameter in a study file.
record Entry(Map<?, ?> map) {

    boolean has(String key) {
        return map.get(key) != null;
    }

    Object get(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new Complaint(key + " is missing. Maybe add it: there are only " + map.keySet());
        }
        return value;
    }

    double real(String key, double otherwise) {
        return has(key) ? Json.real(get(key)) : otherwise;
    }

    String text(String key) {
        Object value = get(key);
        if (value instanceof String text) {
            return text;
        }
        throw new Complaint(key + " " + value + " is not text but " + Json.typeOf(value) + ". Maybe quote it?");
    }

    List<Object> list(String key) {
        List<Object> list = new ArrayList<>();
        for (Object member : Complaint.about(key, () -> Json.list(get(key)))) {
            if (member == null) {
                throw new Complaint("one of the " + key + " is null. Maybe quote it?");
            }
            list.add(member);
        }
        return list;
    }

    /// Whether something but the shape is given for each element.
    boolean hasList() {
        return map.entrySet().stream().anyMatch(e -> !"shape".equals(e.getKey()) && e.getValue() instanceof List);
    }

    /// What is said of element `i` of an array.
    Entry element(int i, int[] shape) {
        Map<Object, Object> own = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value instanceof List && !"shape".equals(key)) {
                own.put(key, Complaint.about(String.valueOf(key), () -> Nesting.flatten(value, shape)[i]));
            } else if (value != null) {
                own.put(key, value);
            }
        });
        return new Entry(own);
    }

    void checkKeys(String type, List<String> allowed) {
        for (Object key : map.keySet()) {
            if (!"type".equals(key) && !allowed.contains(key)) {
                throw new Complaint("type " + type + " has no '" + key + "'. Maybe one of " + allowed + "?");
            }
        }
    }
}
