package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;

/// Vectors of which none is a combination of the others, up to a tolerance (Gram and Schmidt).
final class Basis {

    private static final double LEAST = 1e-6;

    private final int n;
    private final double least;
    private final List<double[]> orthonormal = new ArrayList<>();

    Basis(int n) {
        this(n, LEAST);
    }

    /// @param least length that a vector must have outside the span of the others
    Basis(int n, double least) {
        this.n = n;
        this.least = least;
    }

    /// Adds a vector if it raises the rank.
    boolean add(double[] vector) {
        double before = UnitVectors.length(vector);
        if (orthonormal.size() == n || !(before > 0)) {
            return false;
        }
        double[] rest = vector.clone();
        for (int pass = 0; pass < 2; pass++) {
            orthonormal.forEach(other -> remove(rest, other));
        }
        double after = UnitVectors.length(rest);
        if (after <= least) {
            return false;
        }
        orthonormal.add(UnitVectors.scaled(rest, 1 / after));
        return true;
    }

    /// Whether the vectors span the whole space.
    boolean isComplete() {
        return orthonormal.size() == n;
    }

    private static void remove(double[] vector, double[] unit) {
        double product = 0;
        for (int j = 0; j < unit.length; j++) {
            product += vector[j] * unit[j];
        }
        for (int j = 0; j < unit.length; j++) {
            vector[j] -= product * unit[j];
        }
    }
}
