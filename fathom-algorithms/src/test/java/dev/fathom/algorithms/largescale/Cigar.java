package dev.fathom.algorithms.largescale;

import java.util.function.ToDoubleFunction;

/// x_1² + 10⁶ Σ x_j², j > 1: one long axis.
final class Cigar implements ToDoubleFunction<double[]> {

    @Override
    public double applyAsDouble(double[] x) {
        double sum = 0;
        for (int j = 1; j < x.length; j++) {
            sum += x[j] * x[j];
        }
        return x[0] * x[0] + 1e6 * sum;
    }
}
