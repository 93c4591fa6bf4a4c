package dev.fathom.space;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Makes spaces of Java types.
final class JavaTypes {

    private JavaTypes() {}

    /// The space of a record, an enum or a sealed interface.
    @SuppressWarnings("unchecked") // the space is made for the type
    static <T> Space<T> space(Class<T> type) {
        return (Space<T>) structure(type, List.of());
    }

    /// @param outer the records around the type, to recognize one that contains itself
    private static Space<?> structure(Class<?> type, List<Class<?>> outer) {
        if (type.isRecord()) {
            return record(type, outer);
        }
        if (type.isEnum()) {
            return Space.choice(List.of(type.getEnumConstants()));
        }
        if (type.isSealed() && type.isInterface()) {
            return sealed(type, outer);
        }
        throw new Complaint(
                type.getName() + " says nothing about what to search. Maybe make it a record, an enum, or a "
                        + "sealed interface of records?");
    }

    private static <T> Space<T> record(Class<T> type, List<Class<?>> outer) {
        if (outer.contains(type)) {
            throw new Complaint("record " + type.getName() + " contains itself. Maybe limit the depth by records of "
                    + "their own?");
        }
        List<Class<?>> inside = new ArrayList<>(outer);
        inside.add(type);
        List<Space<?>> spaces = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            spaces.add(Complaint.about(component.getName(), () -> component(component, inside)));
        }
        return new RecordSpace<>(type, spaces);
    }

    private static Space<?> component(RecordComponent component, List<Class<?>> outer) {
        Class<?> type = component.getType();
        Notes notes = new Notes(component);
        if (type == List.class) {
            return list(component, notes, outer);
        }
        if (type.isEnum()) {
            return notes.constants(type);
        }
        Space<?> leaf = notes.leaf(type);
        if (leaf != null) {
            return leaf;
        }
        notes.allow(type);
        return structure(type, outer);
    }

    private static Space<?> list(RecordComponent component, Notes notes, List<Class<?>> outer) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            notes.allow(List.class, Size.class);
            return Sequence.repeat(notes.size(), structure(element, outer));
        }
        throw new Complaint(
                "the list " + component.getGenericType() + " does not say of what. Maybe List<SomeRecord>?");
    }

    private static Space<?> sealed(Class<?> type, List<Class<?>> outer) {
        List<Class<?>> records = new ArrayList<>();
        collect(type, records);
        List<String> names = records.stream().map(Class::getSimpleName).toList();
        List<Space<?>> spaces = new ArrayList<>();
        for (Class<?> option : records) {
            spaces.add(Complaint.about(option.getSimpleName(), () -> untagged(option, outer)));
        }
        return new Conditional<>(names, spaces, (Object value) -> number(type, records, value));
    }

    private static Space<?> untagged(Class<?> option, List<Class<?>> outer) {
        for (RecordComponent component : option.getRecordComponents()) {
            if (component.getName().equals(Conditional.TYPE)) {
                throw new Complaint(
                        "a component 'type' of an option would hide the name of the option. " + "Maybe rename it?");
            }
        }
        return record(option, outer);
    }

    private static int number(Class<?> type, List<Class<?>> records, Object value) {
        int number = records.indexOf(value.getClass());
        if (number < 0) {
            throw new Complaint(
                    "value " + value + " is not a " + type.getName() + ". Maybe it belongs to another " + "parameter?");
        }
        return number;
    }

    private static void collect(Class<?> type, List<Class<?>> records) {
        for (Class<?> option : type.getPermittedSubclasses()) {
            if (option.isRecord()) {
                records.add(option);
            } else if (option.isSealed() && option.isInterface()) {
                collect(option, records);
            } else {
                throw new Complaint(option.getName() + ", an option of " + type.getName() + ", is not a record. "
                        + "Maybe make it one?");
            }
        }
    }
}
