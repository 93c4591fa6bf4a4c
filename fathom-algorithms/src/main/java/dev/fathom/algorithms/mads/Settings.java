package dev.fathom.algorithms.mads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of parameters; all others have their default. Immutable.
public final class Settings {

    /// All defaults.
    public static final Settings STANDARD = new Settings(Map.of());

    private final Map<Parameter<?>, Object> values;

    private Settings(Map<Parameter<?>, Object> values) {
        this.values = values;
    }

    /// The value of a parameter.
    @SuppressWarnings("unchecked") // only `with` enters values, and checks their type
    public <T> T get(Parameter<T> parameter) {
        @Nullable Object value = values.get(parameter);
        return value == null ? parameter.standard() : (T) value;
    }

    /// Whether a parameter was set.
    public boolean has(Parameter<?> parameter) {
        return values.containsKey(parameter);
    }

    /// The same with another value.
    ///
    /// @throws IllegalArgumentException if it is not admissible
    public <T> Settings with(Parameter<T> parameter, T value) {
        Map<Parameter<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(parameter, parameter.check(value));
        return new Settings(changed);
    }

    /// The same with a value that is read from a text.
    ///
    /// @param name in any case
    /// @throws IllegalArgumentException if there is no such parameter, or the text is not admissible
    public Settings with(String name, String text) {
        return with(Parameters.named(name), text);
    }

    private <T> Settings with(Parameter<T> parameter, String text) {
        return with(parameter, parameter.read(text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /// The parameters that were set, as `NAME value, …`.
    @Override
    public String toString() {
        return values.keySet().stream().map(this::text).collect(Collectors.joining(", "));
    }

    private <T> String text(Parameter<T> parameter) {
        return parameter.name() + " " + parameter.format().write(get(parameter)).replace("\n", " / ");
    }
}
