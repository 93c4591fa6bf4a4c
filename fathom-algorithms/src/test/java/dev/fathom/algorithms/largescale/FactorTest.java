package dev.fathom.algorithms.largescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithms.linear.Inverse;
import dev.fathom.math.Rng;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FactorTest {

    private static final int D = 6;
    private static final double C1 = 0.1;

    private final Rng rng = Rng.of(5);
    private final Directions directions = new Directions(4, D);
    private final Factor factor = new Factor(directions, D, C1);

    /// Nine vectors, so that some gave way to others.
    private void learn() {
        for (int t = 0; t < 9; t++) {
            double[] p = new double[D];
            rng.fillGaussian(p, 0, D);
            p[0] *= 30;
            factor.renew(directions.keep(p, t, 3));
        }
    }

    @Test
    void reconstructsTheMatrixProduct() {
        learn();
        double[][] a = dense(4);
        double[] z = new double[D];
        rng.fillGaussian(z, 0, D);
        double[] product = new double[D];
        factor.multiply(2, z, 4, product, 0);
        for (int i = 0; i < D; i++) {
            double expected = 0;
            for (int j = 0; j < D; j++) {
                expected += 2 * a[i][j] * z[j];
            }
            assertThat(product[i]).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        }
    }

    /// A Aᵀ is what CMA's rank-one updates with the same vectors make of the identity.
    @Test
    void itsSquareIsTheCovarianceOfRankOneUpdates() {
        learn();
        double[][] c = new double[D][D];
        for (int i = 0; i < D; i++) {
            c[i][i] = 1;
        }
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    c[i][j] = (1 - C1) * c[i][j] + C1 * direction(k, i) * direction(k, j);
                }
            }
        }
        double[][] a = dense(4);
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                double square = 0;
                for (int k = 0; k < D; k++) {
                    square += a[i][k] * a[j][k];
                }
                assertThat(square).isCloseTo(c[i][j], within(1e-12 * c[0][0]));
            }
        }
    }

    @Test
    void invertsWhatItMultiplies() {
        learn();
        double[] z = new double[D];
        rng.fillGaussian(z, 0, D);
        double[] x = new double[D];
        factor.multiply(1, z, 4, x, 0);
        factor.invert(x, 0, 4);
        assertThat(x).containsExactly(z, within(1e-12));
    }

    @Test
    void theYoungestVectorsAloneAreThoseOfTheEnd() {
        learn();
        double[] z = new double[D];
        rng.fillGaussian(z, 0, D);
        double[] none = new double[D];
        factor.multiply(1, z, 0, none, 0);
        assertThat(none).containsExactly(z);
    }

    private double direction(int k, int i) {
        return directions.vectors[directions.offset(k) + i];
    }

    /// A_{i+1} = a A_i + b_i p_i (A_i⁻¹p_i)ᵀ as matrices, where A_i⁻¹p_i solves a dense system.
    private double[][] dense(int count) {
        double[][] a = new double[D][D];
        for (int i = 0; i < D; i++) {
            a[i][i] = 1;
        }
        for (int k = 0; k < count; k++) {
            double[] v = new double[D];
            double[][] inverse = Objects.requireNonNull(Inverse.of(a));
            double square = 0;
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    v[i] += inverse[i][j] * direction(k, j);
                }
                square += v[i] * v[i];
            }
            double b = Math.sqrt(1 - C1) / square * (Math.sqrt(1 + C1 / (1 - C1) * square) - 1);
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    a[i][j] = Math.sqrt(1 - C1) * a[i][j] + b * direction(k, i) * v[j];
                }
            }
        }
        return a;
    }
}
