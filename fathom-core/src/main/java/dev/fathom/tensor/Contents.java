package dev.fathom.tensor;

import java.lang.reflect.RecordComponent;
import java.util.List;
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
