package dev.fathom.space;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A space whose values are turned into another type, and back. JSON and description are those of the first type.
///
/// @param <S> the type of the space within
/// @param <T> the type of the values
final class Mapped<S, T> implements Composite<T> {

    private final Space<S> space;
    private final Function<? super S, ? extends T> to;
    private final Function<? super T, ? extends S> back;
    private final Layout layout;

    Mapped(Space<S> space, Function<? super S, ? extends T> to, Function<? super T, ? extends S> back) {
        this.space = space;
        this.to = to;
        this.back = back;
        layout = Layout.of(space);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public T decode(double[] x, int from) {
        return to.apply(space.decode(x, from));
    }

    @Override
    public void encode(T value, double[] x, int from) {
        space.encode(back.apply(value), x, from);
    }

    @Override
    public List<Constraint<T>> constraints() {
        return space.constraints().stream()
                .map(c -> new Constraint<T>(c.name(), value -> c.violation().applyAsDouble(back.apply(value))))
                .toList();
    }

    @Override
    public Object toJson(T value) {
        return space.toJson(back.apply(value));
    }

    @Override
    public T fromJson(Object json) {
        return to.apply(space.fromJson(json));
    }

    @Override
    public Map<String, Object> describe() {
        return space.describe();
    }

    @Override
    public String toString() {
        return space.toString();
    }
}
