package dev.fathom.cli.study;

import dev.fathom.internal.words.NearWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The keys of one map of a study file, read with checks. Every error names the place, the key and the value.
public final class Fields {

    private final String where;
    private final Map<?, ?> values;

    /// @param where what errors begin with, such as `study.yaml: stop`
    /// @param values what the file has there
    /// @param known the keys that may occur
    /// @throws BadInput if another key occurs
    public Fields(String where, Map<?, ?> values, List<String> known) {
        this.where = where;
        this.values = values;
        for (Object key : values.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new BadInput(
                        where + ": unknown key '" + key + "'." + NearWords.maybe(String.valueOf(key), known));
            }
        }
    }

    /// Whether the key occurs.
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /// The value as it is, empty if there is none.
    public Optional<Object> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// A text; numbers and truth values are taken as they print.
    public Optional<String> text(String key) {
        return get(key).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw wrong(key, value, "text", "quotes are missing");
            }
            return String.valueOf(value);
        });
    }

    /// A whole number of at least `least`.
    public OptionalLong whole(String key, long least) {
        Object value = values.get(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        double number = value instanceof Number n ? n.doubleValue() : parse(key, value, "a whole number");
        if (number != Math.rint(number) || Math.abs(number) > 9e15) {
            throw wrong(key, value, "a whole number", "leave out the fraction");
        }
        if (number < least) {
            throw error(
                    key,
                    number(value) + " is too small: it must be at least " + least + ". Maybe " + key + ": "
                            + Math.max(least, 1) + "?");
        }
        return OptionalLong.of(
                value instanceof Long || value instanceof Integer ? ((Number) value).longValue() : (long) number);
    }

    /// A finite number.
    public OptionalDouble number(String key) {
        Object value = values.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        double number = value instanceof Number n ? n.doubleValue() : parse(key, value, "a number");
        if (!Double.isFinite(number)) {
            throw wrong(key, value, "a finite number", "leave it out");
        }
        return OptionalDouble.of(number);
    }

    private double parse(String key, Object value, String wanted) {
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw wrong(key, value, wanted, key + ": 100");
        }
    }

    /// A truth value; false if there is none.
    public boolean truth(String key) {
        Object value = values.get(key);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(key, value, "true or false", "write true or false without quotes");
        }
        return Boolean.TRUE.equals(value);
    }

    /// A time such as `30s`.
    public Optional<Duration> time(String key) {
        return text(key).map(text -> {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new BadInput(place(key), e);
            }
        });
    }

    /// A list; empty if there is none. A single value counts as a list of one.
    public List<Object> list(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> throw wrong(key, map, "a list", "write it in brackets: [ … ]");
            case Object single -> List.of(single);
        };
    }

    /// A list of texts.
    public List<String> texts(String key) {
        return list(key).stream()
                .map(item -> {
                    if (item instanceof Map || item instanceof List) {
                        throw wrong(key, item, "text", "quotes are missing");
                    }
                    return String.valueOf(item);
                })
                .toList();
    }

    /// A map, empty if there is none.
    public Optional<Map<String, Object>> map(String key) {
        return get(key).map(value -> asMap(key, value));
    }

    /// A value that must be a map.
    @SuppressWarnings("unchecked") // keys of YAML and JSON maps are text
    public Map<String, Object> asMap(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrong(key, value, "a map", "write " + key + ": {name: value}");
    }

    /// An error about a key.
    public BadInput error(String key, String problem) {
        return new BadInput(place(key) + ": " + problem);
    }

    /// An error about a key whose value is of the wrong kind.
    public BadInput wrong(String key, @Nullable Object value, String wanted, String maybe) {
        return error(key, shown(value) + " is not " + wanted + ". Maybe " + maybe + "?");
    }

    /// Where a key stands.
    public String place(String key) {
        return where + ": " + key;
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    private static String number(Object value) {
        return String.valueOf(value);
    }
}
