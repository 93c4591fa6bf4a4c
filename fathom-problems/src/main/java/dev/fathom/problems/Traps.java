package dev.fathom.problems;

/// Formulas of the first two variables that lead astray, d ≥ 2. Minimum 0 at the origin. They are those of the
/// artificial functions of the Nevergrad project, which are called deceptiveillcond, deceptivepath and
/// deceptivemultimodal there.
final class Traps {

    private static final double WIDTH = 0.1;

    private Traps() {}

    /// max(|arctan x₂/x₁|, r, 1 where x₁ > 0), r = √(x₁² + x₂²): a cone that is entered along the negative first axis.
    /// Where x₁ = 0 the value is π/2 or r, and 0 at the origin.
    static double cone(double[] x) {
        double r = radius(x);
        if (r == 0) {
            return 0;
        }
        double angle = x[0] == 0 ? Math.PI / 2 : Math.abs(StrictMath.atan(x[1] / x[0]));
        return Math.max(Math.max(angle, r), x[0] > 0 ? 1 : 0);
    }

    /// r on a path that winds around the origin ever faster, 1 beside it.
    static double path(double[] x) {
        double r = radius(x);
        return r == 0 ? 0 : onPath(x, 1 / r) ? r : 1;
    }

    /// The same with a path that jumps: its angle is the same as long as ⌊1/r⌋ is.
    static double jumps(double[] x) {
        double r = radius(x);
        return r == 0 ? 0 : onPath(x, Math.floor(1 / r)) ? r : 1;
    }

    private static boolean onPath(double[] x, double phase) {
        double angle = x[1] == 0 ? Math.PI / 2 : StrictMath.atan(x[0] / x[1]);
        return Math.abs(StrictMath.cos(phase) - angle) <= WIDTH;
    }

    private static double radius(double[] x) {
        return Math.sqrt(x[0] * x[0] + x[1] * x[1]);
    }
}
