package dev.fathom.space;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A record: a group of its components. Its constructor must accept all values within their bounds.
///
/// @param <T> the record
final class RecordSpace<T> implements Composite<T> {

    private final Class<T> type;
    private final Parts parts;
    private final Layout layout;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    /// @param spaces one for each component
    RecordSpace(Class<T> type, List<? extends Space<?>> spaces) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        parts = new Parts(
                Arrays.stream(components).map(RecordComponent::getName).toList(), spaces);
        layout = parts.layout();
        try {
            constructor = constructor(type, components);
            accessors = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = MethodHandles.lookup()
                        .unreflect(open(components[i].getAccessor(), type))
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
        } catch (ReflectiveOperationException e) {
            throw inaccessible(type);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = open(type.getDeclaredConstructor(types), type);
        return MethodHandles.lookup()
                .unreflectConstructor(canonical)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static <A extends AccessibleObject> A open(A member, Class<?> type) {
        if (!member.trySetAccessible()) {
            throw inaccessible(type);
        }
        return member;
    }

    private static Complaint inaccessible(Class<?> type) {
        return new Complaint("record " + type.getName() + " is not accessible. Maybe write 'opens "
                + type.getPackageName() + " to dev.fathom.core;' in its module-info.java?");
    }

    private Object component(T value, int i) {
        try {
            return accessors[i].invokeExact((Object) value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + parts.name(i) + " of " + type.getName(), e);
        }
    }

    private T make(Object[] components) {
        try {
            return type.cast((Object) constructor.invokeExact(components));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "cannot make a " + type.getName() + " of " + Arrays.toString(components), e);
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public T decode(double[] x, int from) {
        Object[] components = new Object[parts.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = parts.decode(i, x, from);
        }
        return make(components);
    }

    @Override
    public void encode(T value, double[] x, int from) {
        for (int i = 0; i < parts.size(); i++) {
            parts.encode(i, component(value, i), x, from);
        }
    }

    @Override
    public List<Constraint<T>> constraints() {
        return parts.constraints(this::component);
    }

    @Override
    public Object toJson(T value) {
        return parts.toJson(i -> component(value, i));
    }

    @Override
    public T fromJson(Object json) {
        return make(parts.fromJson(json));
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
        return type.getSimpleName() + " " + describe();
    }
}
