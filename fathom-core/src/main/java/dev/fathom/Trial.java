package dev.fathom;

import dev.fathom.algorithm.Row;

/// A point to evaluate: what `ask` gives and `tell` takes back.
///
/// @param <T> the type of the parameters
public final class Trial<T> {

    private final T value;
    private final Row row;
    private final Optimizer<T> owner;

    Trial(T value, Row row, Optimizer<T> owner) {
        this.value = value;
        this.row = row;
        this.owner = owner;
    }

    /// Number of the trial within its run, from 0.
    public long id() {
        return row.id();
    }

    /// The parameters.
    public T value() {
        return value;
    }

    Row row() {
        return row;
    }

    boolean isOf(Optimizer<?> optimizer) {
        return owner.equals(optimizer);
    }

    @Override
    public String toString() {
        return "trial " + id() + ": " + value;
    }
}
