package dev.fathom.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Named members; a value is an unmodifiable map in their order.
final class Group implements Composite<Map<String, Object>> {

    private final Parts parts;
    private final Layout layout;

    private Group(Parts parts) {
        this.parts = parts;
        layout = parts.layout();
    }

    static Group of(Map<String, ? extends Space<?>> members) {
        return new Group(Parts.named(List.copyOf(members.keySet()), List.copyOf(members.values())));
    }

    static Group of(List<? extends Named<?>> members) {
        List<String> names = new ArrayList<>();
        List<Space<?>> spaces = new ArrayList<>();
        for (Named<?> member : members) {
            names.add(member.name());
            spaces.add(member.space());
        }
        return new Group(Parts.named(names, spaces));
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public Map<String, Object> decode(double[] x, int from) {
        Map<String, Object> value = LinkedHashMap.newLinkedHashMap(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            value.put(parts.name(i), parts.decode(i, x, from));
        }
        return Collections.unmodifiableMap(value);
    }

    @Override
    public void encode(Map<String, Object> value, double[] x, int from) {
        parts.checkNames(value);
        for (int i = 0; i < parts.size(); i++) {
            parts.encode(i, parts.member(value, i), x, from);
        }
    }

    @Override
    public List<Constraint<Map<String, Object>>> constraints() {
        return parts.constraints((value, i) -> value.get(parts.name(i)));
    }

    @Override
    public Object toJson(Map<String, Object> value) {
        parts.checkNames(value);
        return parts.toJson(i -> parts.member(value, i));
    }

    @Override
    public Map<String, Object> fromJson(Object json) {
        Object[] values = parts.fromJson(json);
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(parts.name(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "group");
        map.put("space", parts.describe());
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
