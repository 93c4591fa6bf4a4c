package dev.fathom.problems.bbob;

import java.util.function.ToDoubleFunction;

/// Function 24: two funnels under the waves of Rastrigin; the wider one is the wrong one.
///
/// @param signs on which side the right funnel lies, each -1 or 1, [d]
/// @param map R Λ^100 Q
record Lunacek(double[] signs, Step map) implements ToDoubleFunction<double[]> {

    private static final double MU = 2.5;

    /// x_opt, [d].
    double[] optimum() {
        double[] x = signs.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= MU / 2;
        }
        return x;
    }

    @Override
    public double applyAsDouble(double[] x) {
        int d = x.length;
        double s = 1 - 1 / (2 * Math.sqrt(d + 20) - 8.2);
        double wrong = -Math.sqrt((MU * MU - 1) / s);
        double[] z = new double[d];
        double good = 0;
        double bad = 0;
        for (int i = 0; i < d; i++) {
            double hat = 2 * signs[i] * x[i];
            z[i] = hat - MU;
            good += z[i] * z[i];
            bad += (hat - wrong) * (hat - wrong);
        }
        return Math.min(good, d + s * bad) + 10 * Sums.waves(map.of(z));
    }
}
