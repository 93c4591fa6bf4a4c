package dev.fathom.problems.nist;

/// The regression functions, as the NIST writes them; b₁ is `b[0]`.
final class Models {

    private Models() {}

    /// y = (b₁ + b₂x + b₃x² + b₄x³) / (1 + b₅x + b₆x² + b₇x³), by Horner's rule.
    static double cubicRatio(double[] b, double x) {
        double numerator = b[0] + x * (b[1] + x * (b[2] + x * b[3]));
        return numerator / (1 + x * (b[4] + x * (b[5] + x * b[6])));
    }

    /// y = b₁ + b₂ exp(-b₄x) + b₃ exp(-b₅x).
    static double twoExponentials(double[] b, double x) {
        return b[0] + b[1] * StrictMath.exp(-x * b[3]) + b[2] * StrictMath.exp(-x * b[4]);
    }

    /// y = b₁ (1 - exp(-b₂x)).
    static double saturation(double[] b, double x) {
        return b[0] * (1 - StrictMath.exp(-b[1] * x));
    }
}
