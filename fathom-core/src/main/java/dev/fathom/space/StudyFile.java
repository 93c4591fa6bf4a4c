package dev.fathom.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Reads spaces from the form that study files have.
final class StudyFile {

    /// What may stand beside `type`.
    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("real", List.of("low", "high", "init", "step", "transform", "shape"));
        KEYS.put("log", List.of("low", "high", "init", "step", "shape"));
        KEYS.put("integer", List.of("low", "high", "log", "init", "step", "shape"));
        KEYS.put("boolean", List.of("init"));
        KEYS.put("choice", List.of("values", "init"));
        KEYS.put("ordered", List.of("values", "init"));
        KEYS.put("constant", List.of("value"));
        KEYS.put("subset", List.of("values", "min", "max"));
        KEYS.put("permutation", List.of("values"));
        KEYS.put("tuple", List.of("items"));
        KEYS.put("repeat", List.of("count", "item"));
        KEYS.put("group", List.of("space"));
        KEYS.put("conditional", List.of("options"));
    }

    private StudyFile() {}

    /// A description, or a map of members.
    static Space<?> parse(Map<String, ?> map) {
        return map.get("type") instanceof String ? space(map) : group(map);
    }

    private static Space<?> space(Object json) {
        Entry entry = new Entry(Json.map(json));
        String type = entry.text("type");
        List<String> keys = KEYS.get(type);
        if (keys == null) {
            throw new Complaint("there is no type '" + type + "'. Maybe one of " + KEYS.keySet() + "?");
        }
        entry.checkKeys(type, keys);
        return switch (type) {
            case "real", "log", "integer" -> entry.has("shape") ? array(type, entry) : scalar(type, entry);
            case "constant" -> Space.constant(entry.get("value"));
            case "subset" -> subset(entry);
            case "permutation" -> Space.permutation(entry.list("values"));
            case "tuple" -> tuple(entry);
            case "repeat" ->
                Sequence.repeat(
                        Json.whole(entry.get("count")), Complaint.about("item", () -> space(entry.get("item"))));
            case "group" -> group(Json.map(entry.get("space")));
            case "conditional" -> conditional(Json.map(entry.get("options")));
            default -> options(type, entry);
        };
    }

    private static Space<Map<String, Object>> group(Map<?, ?> members) {
        Map<String, Space<?>> spaces = new LinkedHashMap<>();
        members.forEach((key, json) -> {
            String name = String.valueOf(key);
            if (json == null) {
                throw new Complaint("the description is missing. Maybe add {type: …}?").within(name);
            }
            spaces.put(name, Complaint.about(name, () -> space(json)));
        });
        return Space.group(spaces);
    }

    private static Space<?> conditional(Map<?, ?> options) {
        Map<String, Space<Map<String, Object>>> groups = new LinkedHashMap<>();
        options.forEach((key, json) -> {
            String name = String.valueOf(key);
            groups.put(name, Complaint.about(name, () -> group(json == null ? Map.of() : Json.map(json))));
        });
        return Space.conditional(groups);
    }

    private static Space<?> scalar(String type, Entry entry) {
        return type.equals("integer") ? integer(entry) : number(type, entry);
    }

    private static Scalar number(String type, Entry entry) {
        return switch (type) {
            case "log" -> log(entry);
            case "integer" -> new Integral(integer(entry));
            default -> real(entry);
        };
    }

    private static Real real(Entry entry) {
        Real space =
                Space.real(entry.real("low", Double.NEGATIVE_INFINITY), entry.real("high", Double.POSITIVE_INFINITY));
        Real started = space.init(entry.real("init", space.init())).step(entry.real("step", space.step()));
        return entry.has("transform") ? started.transform(transform(entry.text("transform"))) : started;
    }

    private static Transform transform(String name) {
        return Stream.of(Transform.values())
                .filter(transform -> Json.lower(transform).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Complaint("there is no transform '" + name + "'. Maybe one of "
                        + Stream.of(Transform.values()).map(Json::lower).toList() + "?"));
    }

    private static LogReal log(Entry entry) {
        LogReal space = Space.log(Json.real(entry.get("low")), Json.real(entry.get("high")));
        return space.init(entry.real("init", space.init())).step(entry.real("step", space.step()));
    }

    private static Reals array(String type, Entry entry) {
        int[] shape = entry.list("shape").stream().mapToInt(Json::whole).toArray();
        return entry.hasList()
                ? Reals.of(shape, i -> number(type, entry.element(i, shape)))
                : Reals.of(shape, number(type, entry));
    }

    private static Whole integer(Entry entry) {
        boolean bounded = entry.has("low") || entry.has("high");
        Whole linear =
                bounded ? Space.integer(Json.whole(entry.get("low")), Json.whole(entry.get("high"))) : Space.integer();
        Whole scaled = entry.has("log") && Json.truth(entry.get("log")) ? linear.log() : linear;
        Whole started = entry.has("init") ? scaled.init(Json.whole(entry.get("init"))) : scaled;
        return entry.has("step") ? started.step(Json.real(entry.get("step"))) : started;
    }

    private static Space<?> options(String type, Entry entry) {
        Choice<?> choice =
                type.equals("boolean") ? Space.bool() : Choice.of(entry.list("values"), type.equals("ordered"));
        return entry.has("init") ? started(choice, entry.get("init")) : choice;
    }

    private static <T> Choice<T> started(Choice<T> choice, Object init) {
        return Complaint.about("init", () -> choice.init(choice.fromJson(init)));
    }

    private static Space<?> subset(Entry entry) {
        List<Object> values = entry.list("values");
        int min = entry.has("min") ? Json.whole(entry.get("min")) : 0;
        return Space.subset(values, min, entry.has("max") ? Json.whole(entry.get("max")) : values.size());
    }

    private static Space<?> tuple(Entry entry) {
        List<Object> items = entry.list("items");
        Space<?>[] spaces = new Space<?>[items.size()];
        for (int i = 0; i < spaces.length; i++) {
            Object item = items.get(i);
            spaces[i] = Complaint.about("[" + i + "]", () -> space(item));
        }
        return Space.tuple(spaces);
    }
}
