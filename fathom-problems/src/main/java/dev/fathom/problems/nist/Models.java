package dev.fathom.problems.nist;

/// The regression functions, as the NIST writes them; b₁ is `b[0]`.
final class Models {

    private Models() {}

    /// The model of a problem.
    ///
    /// @throws IllegalArgumentException if the NIST has no problem of that name
    static Model of(String problem) {
        return switch (problem) {
            case "Misra1a", "BoxBOD" -> curve(Models::saturation);
            case "Misra1b" -> curve((b, x) -> b[0] * (1 - 1 / square(1 + b[1] * x / 2)));
            case "Misra1c" -> curve((b, x) -> b[0] * (1 - 1 / Math.sqrt(1 + 2 * b[1] * x)));
            case "Misra1d" -> curve((b, x) -> b[0] * b[1] * x / (1 + b[1] * x));
            case "Chwirut1", "Chwirut2" -> curve((b, x) -> StrictMath.exp(-b[0] * x) / (b[1] + b[2] * x));
            case "DanWood" -> curve((b, x) -> b[0] * StrictMath.pow(x, b[1]));
            case "ENSO" -> curve(Models::cycles);
            case "Eckerle4" -> curve((b, x) -> b[0] / b[1] * StrictMath.exp(-square((x - b[2]) / b[1]) / 2));
            case "Gauss1", "Gauss2", "Gauss3" -> curve(Models::twoPeaks);
            case "Hahn1", "Thurber" -> curve(Models::cubicRatio);
            case "Kirby2" -> curve(Models::quadraticRatio);
            case "Lanczos1", "Lanczos2", "Lanczos3" -> curve(Models::threeExponentials);
            case "MGH09" -> curve((b, x) -> b[0] * (x * (x + b[1])) / (x * (x + b[2]) + b[3]));
            case "MGH10" -> curve((b, x) -> b[0] * StrictMath.exp(b[1] / (x + b[2])));
            case "MGH17" -> curve(Models::twoExponentials);
            case "Nelson" -> (b, x) -> b[0] - b[1] * x[0] * StrictMath.exp(-b[2] * x[1]);
            case "Rat42" -> curve((b, x) -> b[0] / (1 + StrictMath.exp(b[1] - b[2] * x)));
            case "Rat43" -> curve((b, x) -> b[0] / StrictMath.pow(1 + StrictMath.exp(b[1] - b[2] * x), 1 / b[3]));
            case "Roszman1" -> curve((b, x) -> b[0] - b[1] * x - StrictMath.atan(b[2] / (x - b[3])) / Math.PI);
            case "Bennett5" -> curve((b, x) -> b[0] * StrictMath.pow(b[1] + x, -1 / b[2]));
            default ->
                throw new IllegalArgumentException(
                        "the NIST has no regression problem \"" + problem + "\". Maybe \"Misra1a\"?");
        };
    }

    /// A function of one predictor.
    private interface Curve {
        double at(double[] b, double x);
    }

    private static Model curve(Curve curve) {
        return (b, x) -> curve.at(b, x[0]);
    }

    /// (b₁ + b₂x + b₃x² + b₄x³) / (1 + b₅x + b₆x² + b₇x³), by Horner's rule.
    private static double cubicRatio(double[] b, double x) {
        double numerator = b[0] + x * (b[1] + x * (b[2] + x * b[3]));
        return numerator / (1 + x * (b[4] + x * (b[5] + x * b[6])));
    }

    /// (b₁ + b₂x + b₃x²) / (1 + b₄x + b₅x²), by Horner's rule.
    private static double quadraticRatio(double[] b, double x) {
        return (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4]));
    }

    /// b₁ + b₂ exp(-b₄x) + b₃ exp(-b₅x).
    private static double twoExponentials(double[] b, double x) {
        return b[0] + b[1] * StrictMath.exp(-x * b[3]) + b[2] * StrictMath.exp(-x * b[4]);
    }

    /// b₁ exp(-b₂x) + b₃ exp(-b₄x) + b₅ exp(-b₆x).
    private static double threeExponentials(double[] b, double x) {
        return b[0] * StrictMath.exp(-b[1] * x) + b[2] * StrictMath.exp(-b[3] * x) + b[4] * StrictMath.exp(-b[5] * x);
    }

    /// b₁ (1 - exp(-b₂x)).
    private static double saturation(double[] b, double x) {
        return b[0] * (1 - StrictMath.exp(-b[1] * x));
    }

    /// b₁ exp(-b₂x) + b₃ exp(-(x - b₄)²/b₅²) + b₆ exp(-(x - b₇)²/b₈²).
    private static double twoPeaks(double[] b, double x) {
        return b[0] * StrictMath.exp(-b[1] * x)
                + b[2] * StrictMath.exp(-square((x - b[3]) / b[4]))
                + b[5] * StrictMath.exp(-square((x - b[6]) / b[7]));
    }

    /// A mean and cycles of 12, b₄ and b₇ months.
    private static double cycles(double[] b, double x) {
        return b[0] + cycle(x, 12, b[1], b[2]) + cycle(x, b[3], b[4], b[5]) + cycle(x, b[6], b[7], b[8]);
    }

    private static double cycle(double x, double period, double cosine, double sine) {
        double angle = 2 * Math.PI * x / period;
        return cosine * StrictMath.cos(angle) + sine * StrictMath.sin(angle);
    }

    private static double square(double number) {
        return number * number;
    }
}
