package dev.fathom.problems.bbob;

import java.util.function.ToDoubleFunction;

/// Function 20: the deceptive sine of Schwefel; the best minimum lies near a corner of the inner box.
///
/// @param signs which corner, each -1 or 1, [d]
/// @param lambda the diagonal Λ^10, [d]
record Schwefel(double[] signs, double[] lambda) implements ToDoubleFunction<double[]> {

    private static final double A = 4.2096874637;
    private static final double OPTIMUM = 4.2096874633;
    private static final double SHIFT = 418.9828872724339;

    /// x_opt, [d].
    double[] optimum() {
        double[] x = signs.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= OPTIMUM / 2;
        }
        return x;
    }

    @Override
    public double applyAsDouble(double[] x) {
        double sum = 0;
        double penalty = 0;
        double previous = A;
        for (int i = 0; i < x.length; i++) {
            double hat = 2 * signs[i] * x[i];
            double z = 100 * (lambda[i] * (hat + 0.25 * (previous - A) - A) + A);
            double size = Math.abs(z);
            double over = Math.max(0, size - 500);
            sum += z * StrictMath.sin(Math.sqrt(size));
            penalty += over * over;
            previous = hat;
        }
        return 0.01 * (SHIFT - sum / x.length + penalty);
    }
}
