package dev.fathom.internal.engine;

/// What the engine needs of a space, in standard coordinates.
public interface Geometry {

    /// Real coordinates without cheap constraints.
    static Geometry plain() {
        return new Geometry() {
            @Override
            public boolean isDiscrete() {
                return false;
            }

            @Override
            public void canonicalize(double[] x) {}

            @Override
            public boolean isConstrained() {
                return false;
            }

            @Override
            public double violation(double[] x) {
                return 0;
            }

            @Override
            public String violated(double[] x) {
                return "";
            }
        };
    }

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
