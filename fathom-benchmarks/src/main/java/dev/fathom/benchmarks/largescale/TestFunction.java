package dev.fathom.benchmarks.largescale;

import java.util.function.ToDoubleFunction;

/// The functions of the reference, with minimum 0.
enum TestFunction implements ToDoubleFunction<double[]> {
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
    ELLIPSOID {
        @Override
        public double applyAsDouble(double[] x) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += Math.pow(10, 6.0 * j / (x.length - 1)) * x[j] * x[j];
            }
            return sum;
        }
    },
    ROSENBROCK {
        @Override
        public double applyAsDouble(double[] x) {
            double sum = 0;
            for (int j = 0; j + 1 < x.length; j++) {
                double bend = x[j + 1] - x[j] * x[j];
                sum += 100 * bend * bend + (x[j] - 1) * (x[j] - 1);
            }
            return sum;
        }
    },
    RASTRIGIN {
        @Override
        public double applyAsDouble(double[] x) {
            double sum = 10.0 * x.length;
            for (double value : x) {
                sum += value * value - 10 * Math.cos(2 * Math.PI * value);
            }
            return sum;
        }
    };

    static TestFunction of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
