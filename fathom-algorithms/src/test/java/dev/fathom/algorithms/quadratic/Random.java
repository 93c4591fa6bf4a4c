package dev.fathom.algorithms.quadratic;

import dev.fathom.math.Rng;
import java.util.function.ToDoubleFunction;

/// Random points and quadratics.
final class Random {

    private Random() {}

    static double[][] points(int count, int n, Rng rng) {
        double[][] points = new double[count][n];
        for (double[] point : points) {
            for (int j = 0; j < n; j++) {
                point[j] = rng.nextDouble(-1, 1);
            }
        }
        return points;
    }

    /// A function with an indefinite Hessian matrix, as a rule.
    static Form form(int n, Rng rng) {
        double[][] h = points(n, n, rng);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                h[i][j] = h[j][i];
            }
        }
        return new Form(rng.nextDouble(-1, 1), points(1, n, rng)[0], h);
    }

    /// A function whose Hessian matrix is a sum of n + 1 random products, and a hundredth of the identity.
    static Form convex(int n, Rng rng) {
        double[][] rows = points(n + 1, n, rng);
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] row : rows) {
                    h[i][j] += row[i] * row[j];
                }
            }
            h[i][i] += 0.01;
        }
        return new Form(rng.nextDouble(-1, 1), points(1, n, rng)[0], h);
    }

    @SafeVarargs
    static double[][] outputs(double[][] points, ToDoubleFunction<double[]>... functions) {
        double[][] outputs = new double[points.length][functions.length];
        for (int s = 0; s < points.length; s++) {
            for (int i = 0; i < functions.length; i++) {
                outputs[s][i] = functions[i].applyAsDouble(points[s]);
            }
        }
        return outputs;
    }
}
