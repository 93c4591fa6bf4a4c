package dev.fathom.algorithms;

import java.util.function.ToDoubleFunction;

/// Test functions with minimum 0.
public enum Functions implements ToDoubleFunction<double[]> {
    /// Σ x_j², minimum at 0.
    SPHERE {
        @Override
        public double applyAsDouble(double[] x) {
            double sum = 0;
            for (double value : x) {
                sum += value * value;
            }
            return sum;
        }
    },
    /// Σ 10^(6 j/(d-1)) x_j², condition number 1e6, minimum at 0.
    ELLIPSOID {
        @Override
        public double applyAsDouble(double[] x) {
            double ratio = StrictMath.pow(10, 6.0 / (x.length - 1));
            double factor = 1;
            double sum = 0;
            for (double value : x) {
                sum += factor * value * value;
                factor *= ratio;
            }
            return sum;
        }
    },
    /// Σ 100 (x_j² - x_{j+1})² + (1 - x_j)², minimum at 1.
    ROSENBROCK {
        @Override
        public double applyAsDouble(double[] x) {
            double sum = 0;
            for (int j = 0; j + 1 < x.length; j++) {
                double bend = x[j] * x[j] - x[j + 1];
                sum += 100 * bend * bend + (1 - x[j]) * (1 - x[j]);
            }
            return sum;
        }
    }
}
