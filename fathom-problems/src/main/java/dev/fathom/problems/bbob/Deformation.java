package dev.fathom.problems.bbob;

import java.util.function.DoubleUnaryOperator;

/// A map of Rᵈ that is monotone in each variable and keeps 0, with its inverse. Both work in place.
///
/// @param there the map
/// @param back its inverse, up to rounding
record Deformation(Step there, Step back) {

    /// x as it is.
    static final Deformation NONE = new Deformation(x -> x, x -> x);

    /// T_osz.
    static final Deformation OSZ = new Deformation(Transformations::osz, Deformation::backFromOsz);

    private static final double OSZ_SPREAD = StrictMath.exp(0.1);

    /// T_asy^β.
    static Deformation asy(double beta, int d) {
        Step there = Transformations.asy(beta, d);
        double[] e = Transformations.slopes(d);
        return new Deformation(there, y -> {
            for (int i = 0; i < d; i++) {
                double strength = beta * e[i];
                if (y[i] > 0) {
                    y[i] = solve(v -> Transformations.asy(strength, v), Math.min(1, y[i]), Math.max(1, y[i]), y[i]);
                }
            }
            return y;
        });
    }

    /// First this one, then the next.
    Deformation then(Deformation next) {
        return new Deformation(there.then(next.there), next.back.then(back));
    }

    /// T_osz changes sizes by a factor of at most exp(0.098).
    private static double[] backFromOsz(double[] y) {
        for (int i = 0; i < y.length; i++) {
            double sign = Math.signum(y[i]);
            double size = Math.abs(y[i]);
            y[i] = sign * solve(v -> sign * Transformations.osz(sign * v), size / OSZ_SPREAD, size * OSZ_SPREAD, size);
        }
        return y;
    }

    /// The v between low and high, both at least 0, at which a growing function takes that value, by bisection down to
    /// neighbouring numbers.
    private static double solve(DoubleUnaryOperator growing, double low, double high, double value) {
        double below = low;
        double above = high;
        double middle = below + (above - below) / 2;
        while (below < middle && middle < above) {
            if (growing.applyAsDouble(middle) < value) {
                below = middle;
            } else {
                above = middle;
            }
            middle = below + (above - below) / 2;
        }
        return middle;
    }
}
