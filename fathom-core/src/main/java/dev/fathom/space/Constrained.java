package dev.fathom.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A space with further cheap constraints. They are code, so the description and JSON are those of the space without.
///
/// @param <T> the type of the values
final class Constrained<T> implements Composite<T> {

    private final Space<T> space;
    private final List<Constraint<T>> constraints;
    private final Layout layout;

    Constrained(Space<T> space, Constraint<T> constraint) {
        this.space = space;
        List<Constraint<T>> all = new ArrayList<>(space.constraints());
        all.add(constraint);
        constraints = List.copyOf(all);
        layout = Layout.of(space);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public T decode(double[] x, int from) {
        return space.decode(x, from);
    }

    @Override
    public void encode(T value, double[] x, int from) {
        space.encode(value, x, from);
    }

    @Override
    public List<Constraint<T>> constraints() {
        return constraints;
    }

    @Override
    public Object toJson(T value) {
        return space.toJson(value);
    }

    @Override
    public T fromJson(Object json) {
        return space.fromJson(json);
    }

    @Override
    public Map<String, Object> describe() {
        return space.describe();
    }

    @Override
    public String toString() {
        return space + " subject to "
                + constraints.stream().map(Constraint::name).toList();
    }
}
