package dev.fathom.space;

import java.util.List;
import java.util.Map;

/// A space with a name, to be a member of a group.
///
/// @param <T> the type of the values
public final class Named<T> implements Composite<T> {

    private final String name;
    private final Space<T> space;
    private final Layout layout;

    Named(String name, Space<T> space) {
        this.name = name;
        this.space = space;
        layout = new Layout(Layout.of(space).slotsWithin(name, 0));
    }

    /// The name.
    public String name() {
        return name;
    }

    /// The space itself, without the name.
    public Space<T> space() {
        return space;
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
        try {
            space.encode(value, x, from);
        } catch (Complaint complaint) {
            throw complaint.within(name);
        }
    }

    @Override
    public List<Constraint<T>> constraints() {
        return space.constraints();
    }

    @Override
    public Object toJson(T value) {
        return Complaint.about(name, () -> space.toJson(value));
    }

    @Override
    public T fromJson(Object json) {
        return Complaint.about(name, () -> space.fromJson(json));
    }

    @Override
    public Map<String, Object> describe() {
        return space.describe();
    }

    @Override
    public String toString() {
        return name + " " + space;
    }
}
