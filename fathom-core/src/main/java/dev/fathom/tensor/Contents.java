package dev.fathom.tensor;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The tensors inside a value: the value itself, and what stands in the components of records, in lists and in arrays.
public final class Contents {

    private Contents() {}

    /// Visits them.
    ///
    /// @throws IllegalArgumentException if a component cannot be read
    public static void of(@Nullable Object value, Consumer<Tensor> visitor) {
        switch (value) {
            case null -> {}
            case Tensor tensor -> visitor.accept(tensor);
            case List<?> list -> list.forEach(v -> of(v, visitor));
            case Object[] array -> List.of(array).forEach(v -> of(v, visitor));
            case Record entry -> {
                for (RecordComponent component : COMPONENTS.get(entry.getClass())) {
                    of(read(component, entry), visitor);
                }
            }
            default -> {}
        }
    }

    /// The same record with copies of its tensors on another substrate.
    ///
    /// @throws IllegalArgumentException if a record cannot be made
    public static <R extends Record> R onto(R value, Substrate other) {
        @SuppressWarnings("unchecked") // a record stays what it is
        R copy = (R) Objects.requireNonNull(moved(value, other));
        return copy;
    }

    private static @Nullable Object moved(@Nullable Object value, Substrate other) {
        return switch (value) {
            case Tensor tensor -> other.of(tensor.toArray(), tensor.rows(), tensor.columns());
            case List<?> list -> list.stream().map(v -> moved(v, other)).toList();
            case Record entry -> rebuilt(entry, other);
            case null -> null;
            default -> value;
        };
    }

    private static Record rebuilt(Record entry, Substrate other) {
        List<Tensor> tensors = new ArrayList<>();
        of(entry, tensors::add);
        if (tensors.isEmpty()) {
            return entry;
        }
        RecordComponent[] components = COMPONENTS.get(entry.getClass());
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component -> moved(read(component, entry), other))
                .toArray();
        return made(entry, components, values);
    }

    private static Record made(Record entry, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = entry.getClass().getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "cannot copy " + entry.getClass().getName()
                            + ", which holds tensors. Maybe make the record public, in an exported package?",
                    e);
        }
    }

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().trySetAccessible();
            }
            return components;
        }
    };

    private static @Nullable Object read(RecordComponent component, Record entry) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "cannot read " + component.getName() + " of "
                            + entry.getClass().getName()
                            + ", which may hold tensors. Maybe make the record public, in an exported package?",
                    e);
        }
    }
}
