package dev.fathom.algorithms.nes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.linear.Inverse;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Objects;

/// Matrices as the formulas have them, for tests.
final class Dense {

    private Dense() {}

    static double[][] inverse(double[][] a) {
        return Objects.requireNonNull(Inverse.of(a));
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    static double[] product(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> dot(row, x)).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    static double[][] transpose(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    static double trace(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i][i];
        }
        return sum;
    }

    static double[][] square(double[] flat) {
        int d = (int) Math.sqrt(flat.length);
        double[][] a = new double[d][];
        for (int i = 0; i < d; i++) {
            a[i] = Arrays.copyOfRange(flat, i * d, i * d + d);
        }
        return a;
    }

    /// A positive definite C's natural gradient of ln N(0, C) at y: F⁻¹ times the score, where
    /// F_ij = tr(C⁻¹∂_iC C⁻¹∂_jC)/2 and the score is (yᵀC⁻¹∂_iC C⁻¹y − tr(C⁻¹∂_iC))/2.
    ///
    /// @param derivatives ∂_iC
    static double[] naturalGradient(double[][] c, double[][][] derivatives, double[] y) {
        int n = derivatives.length;
        double[][] inverse = inverse(c);
        double[] white = product(inverse, y);
        double[][][] parts = new double[n][][];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            parts[i] = product(inverse, derivatives[i]);
            score[i] = (dot(white, product(derivatives[i], white)) - trace(parts[i])) / 2;
        }
        double[][] fisher = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                fisher[i][j] = trace(product(parts[i], parts[j])) / 2;
            }
        }
        return product(inverse(fisher), score);
    }

    /// Makes the factor a random upper triangular matrix and the mean a random vector.
    static void scramble(TriangularNormal normal, Rng rng) {
        int d = normal.d();
        for (int i = 0; i < d; i++) {
            normal.mean()[i] = rng.nextGaussian();
            for (int j = i; j < d; j++) {
                normal.factor()[i * d + j] = i == j ? 0.5 + rng.nextDouble() : 0.4 * rng.nextGaussian();
            }
        }
    }

    /// Rows of x − m.
    static double[][] steps(Batch told, double[] mean) {
        double[][] steps = new double[told.size()][mean.length];
        for (int k = 0; k < steps.length; k++) {
            for (int j = 0; j < mean.length; j++) {
                steps[k][j] = told.x()[told.offset(k) + j] - mean[j];
            }
        }
        return steps;
    }

    static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < actual.length; j++) {
            assertThat(actual[j]).as("element " + j).isCloseTo(expected[j], within(1e-10));
        }
    }
}
