package dev.fathom.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A choice whose options have parameters of their own. The columns of the options not taken do not matter.
///
/// In JSON a value is the map of its parameters and `type`, the name of the option.
///
/// @param <T> the common type of the values
final class Conditional<T> implements Composite<T> {

    static final String TYPE = "type";

    private final Choice<String> choice;
    private final Parts options;
    private final ToIntFunction<T> taken;
    private final Layout layout;

    /// @param names the names of the options
    /// @param spaces their parameters; JSON must be a map without `type`
    /// @param taken the number of the option that a value belongs to
    Conditional(List<String> names, List<? extends Space<?>> spaces, ToIntFunction<T> taken) {
        choice = Choice.of(names, false);
        options = new Parts(names, spaces);
        this.taken = taken;
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot(choice, "", 0, null));
        for (int i = 0; i < options.size(); i++) {
            Slot.Guard guard = new Slot.Guard(choice, 0, i, null);
            options.slots(i, choice.width()).forEach(slot -> slots.add(slot.under(guard)));
        }
        layout = new Layout(slots);
    }

    /// Options that are groups: a value is the map of the parameters with `type` in front.
    static Conditional<Map<String, Object>> ofGroups(Map<String, ? extends Space<Map<String, Object>>> options) {
        List<Named<Map<String, Object>>> named = new ArrayList<>();
        options.forEach((name, group) -> named.add(group.named(name)));
        return ofGroups(named);
    }

    /// The same from a list.
    static Conditional<Map<String, Object>> ofGroups(List<Named<Map<String, Object>>> options) {
        List<String> names = options.stream().map(Named::name).toList();
        List<Space<?>> spaces = new ArrayList<>();
        options.forEach(option -> spaces.add(tagged(option.name(), option.space())));
        return new Conditional<>(names, spaces, value -> number(names, value));
    }

    private static Space<Map<String, Object>> tagged(String name, Space<Map<String, Object>> group) {
        if (Json.map(group.toJson(group.initial())).containsKey(TYPE)) {
            throw new Complaint("option " + name + " has a parameter 'type', which is the name of the option. "
                    + "Maybe rename it?");
        }
        return new Mapped<>(group, value -> withType(name, value), Conditional::withoutType);
    }

    private static Map<String, Object> withType(String name, Map<?, ?> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(TYPE, name);
        value.forEach((key, member) -> map.put(String.valueOf(key), member));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> withoutType(Map<?, ?> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        value.forEach((key, member) -> map.put(String.valueOf(key), member));
        map.remove(TYPE);
        return map;
    }

    private static int number(List<String> names, Map<?, ?> value) {
        Object name = value.get(TYPE);
        int number = name instanceof String ? names.indexOf(name) : -1;
        if (number < 0) {
            throw new Complaint("type " + name + " is none of " + names + ". Maybe it is missing or misspelled?");
        }
        return number;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    @SuppressWarnings("unchecked") // every option is of a subtype of T
    public T decode(double[] x, int from) {
        return (T) options.decode(choice.index(x, from), x, from + choice.width());
    }

    @Override
    public void encode(T value, double[] x, int from) {
        int option = taken.applyAsInt(value);
        Arrays.fill(x, from, from + dimension(), 0);
        choice.write(option, x, from);
        options.encode(option, value, x, from + choice.width());
    }

    @Override
    public List<Constraint<T>> constraints() {
        return options.constraints((value, i) -> partOf(value, i));
    }

    private @Nullable Object partOf(T value, int option) {
        return taken.applyAsInt(value) == option ? value : null;
    }

    @Override
    public Object toJson(T value) {
        int option = taken.applyAsInt(value);
        return withType(options.name(option), Json.map(options.toJson(option, value)));
    }

    @Override
    @SuppressWarnings("unchecked") // every option is of a subtype of T
    public T fromJson(Object json) {
        Map<?, ?> map = Json.map(json);
        return (T) options.fromJson(number(options.names(), map), withoutType(map));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        for (int i = 0; i < options.size(); i++) {
            described.put(options.name(i), Json.map(options.space(i).describe()).get("space"));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(TYPE, "conditional");
        map.put("options", described);
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
