package dev.fathom.internal.engine;

/// What the engine needs of a space, in standard coordinates.
public interface Geometry {

    /// Whether different coordinates can stand for the same value.
    boolean isDiscrete();

    /// Replaces coordinates by the representative of their value.
    void canonicalize(double[] x);

    /// Whether there are cheap constraints.
    boolean isConstrained();

    /// Sum of the violations of the cheap constraints, 0 if all are satisfied.
    double violation(double[] x);

    /// The names of the cheap constraints that `x` violates, for messages.
    String violated(double[] x);
}
