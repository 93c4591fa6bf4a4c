package dev.fathom;

import dev.fathom.algorithm.Row;

/// A point to evaluate: what `ask` gives and `tell` takes back.
///
/// @param <T> the type of the parameters
public final class Trial<T> {

    private final T value;
    private final Row row;

    Trial(T value, Row row) {
        this.value = value;
        this.row = row;
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

    @Override
    public String toString() {
        return "trial " + id() + ": " + value;
    }
}
