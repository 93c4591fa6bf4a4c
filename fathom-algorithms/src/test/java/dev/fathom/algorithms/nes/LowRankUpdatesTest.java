package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.nes.Dense.assertClose;
import static dev.fathom.algorithms.nes.Dense.product;
import static dev.fathom.algorithms.nes.Dense.transpose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.linear.Vectors;
import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Natural gradients and projections of covariances of low rank, compared with dense matrices.
class LowRankUpdatesTest {

    private static final int D = 6;

    private final Rng rng = Rng.of(5);

    private double[] gaussian() {
        double[] x = new double[D];
        rng.fillGaussian(x, 0, D);
        return x;
    }

    /// I + v vᵀ
    private static double[][] covariance(double[] v) {
        double[][] c = product(transpose(new double[][] {v}), new double[][] {v});
        for (int j = 0; j < D; j++) {
            c[j][j] += 1;
        }
        return c;
    }

    /// ∂(v vᵀ)/∂v_i = e_i vᵀ + v e_iᵀ
    private static double[][] derivative(double[] v, int i) {
        double[][] derivative = new double[D][D];
        for (int j = 0; j < D; j++) {
            derivative[i][j] += v[j];
            derivative[j][i] += v[j];
        }
        return derivative;
    }

    @Test
    void r1nesFollowsTheNaturalGradientOfScaleAndDirection() {
        R1nes r1nes = new R1nes().withPopulation(2); // of two rows only the better one counts
        R1nes.State s = r1nes.start(Runs.reals(D, 0), rng);
        double[] v = gaussian();
        System.arraycopy(v, 0, s.v, 0, D);
        Batch told = new Batch(2, D, 1, 0);
        r1nes.sample(s, told, rng);
        double[] row = Arrays.copyOf(told.x(), D);
        double[][] c = covariance(v);
        double[][][] derivatives = new double[D + 1][][];
        derivatives[D] = product(c, new double[][] {
            {2, 0, 0, 0, 0, 0},
            {0, 2, 0, 0, 0, 0},
            {0, 0, 2, 0, 0, 0},
            {0, 0, 0, 2, 0, 0},
            {0, 0, 0, 0, 2, 0},
            {0, 0, 0, 0, 0, 2}
        });
        for (int i = 0; i < D; i++) {
            derivatives[i] = derivative(v, i);
        }
        double[] expected = Dense.naturalGradient(c, derivatives, row);
        r1nes.update(s, told, rng);
        assertClose(s.gradientV, Arrays.copyOf(expected, D));
        assertThat(s.gradientL).isCloseTo(expected[D], within(1e-10));
        assertClose(s.gradientMean, row);
    }

    @Test
    void vdFollowsTheNaturalGradientOfDirectionAndDiagonal() {
        double[] v = {0.4, -0.5, 0.45, 0.5, -0.4, 0.5}; // balanced: the exact Fisher matrix is taken
        double[] y = gaussian();
        double[][] c = covariance(v);
        double[][][] derivatives = new double[2 * D][][];
        for (int i = 0; i < D; i++) {
            derivatives[i] = derivative(v, i);
            double[][] scaled = new double[D][D];
            for (int j = 0; j < D; j++) {
                scaled[i][j] += c[i][j];
                scaled[j][i] += c[j][i];
            }
            derivatives[D + i] = scaled;
        }
        double[] expected = Dense.naturalGradient(c, derivatives, y);
        VdGradient gradient = new VdGradient(D);
        gradient.at(v);
        gradient.add(1, y, 0);
        gradient.solve();
        assertClose(gradient.ofV(), Arrays.copyOf(expected, D));
        assertClose(gradient.ofD(), Arrays.copyOfRange(expected, D, 2 * D));
    }

    @Test
    void vdStaysFiniteWhereTheFisherMatrixIsSingular() {
        VdGradient gradient = new VdGradient(D);
        gradient.at(new double[] {2, 0, 0, 0, 0, 0});
        gradient.add(1, gaussian(), 0);
        gradient.solve();
        assertThat(Vectors.largest(gradient.ofV()) + Vectors.largest(gradient.ofD()))
                .isFinite();
    }

    /// D(α²I + UᵀU)D
    private static double[][] covariance(double[] scale, double alpha2, double[][] rows) {
        double[][] c = product(transpose(rows), rows);
        for (int i = 0; i < D; i++) {
            c[i][i] += alpha2;
            for (int j = 0; j < D; j++) {
                c[i][j] *= scale[i] * scale[j];
            }
        }
        return c;
    }

    private static double[][] covariance(LowRankNormal normal) {
        double[][] rows = new double[normal.directions().length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = normal.directions()[i].clone();
            Vectors.scale(rows[i], Math.sqrt(normal.excess()[i]));
        }
        return covariance(normal.scale(), 1, rows.length == 0 ? new double[1][D] : rows);
    }

    @Test
    void projectionOfAMatrixOfThatFormIsItself() {
        for (int rows : new int[] {2, 9}) { // by the small matrix of rows, or by that of columns
            LowRankNormal normal = new LowRankNormal(D);
            double[] scale = gaussian();
            for (int j = 0; j < D; j++) {
                normal.scale()[j] = scale[j] = 0.5 + Math.abs(scale[j]);
            }
            double[][] u = new double[rows][D];
            u[0] = gaussian();
            u[rows - 1] = gaussian();
            double[][] expected = covariance(scale, 0.7, u);
            new Projection(u, 0.7).onto(normal, 2);
            double[][] projected = covariance(normal);
            for (int i = 0; i < D; i++) {
                assertClose(projected[i], expected[i]);
            }
        }
    }

    @Test
    void projectionKeepsVariances() {
        for (int k = 0; k < D; k++) {
            LowRankNormal normal = new LowRankNormal(D);
            double[][] u = {gaussian(), gaussian(), gaussian(), gaussian()};
            double[][] exact = covariance(normal.scale().clone(), 0.5, u);
            new Projection(u, 0.5).onto(normal, k);
            double[] variances = normal.variances();
            for (int j = 0; j < D; j++) {
                assertThat(variances[j]).isCloseTo(exact[j][j], within(1e-12));
            }
            assertThat(normal.directions().length).isEqualTo(Math.min(k, 4));
        }
    }

    @Test
    void colouringAndWhiteningAreInverse() {
        LowRankNormal normal = new LowRankNormal(D);
        new Projection(new double[][] {gaussian(), gaussian(), gaussian()}, 0.5).onto(normal, 2);
        double factor = normal.normalize();
        assertThat(factor).isPositive();
        assertThat(normal.normalize()).isCloseTo(1, within(1e-12));
        double[] z = gaussian();
        double[] x = z.clone();
        normal.colour(x);
        double[] y = new double[D];
        normal.step(x, 0, new double[D], 1, y, 0);
        normal.straighten(y);
        assertClose(y, z);
        Vectors.scale(x, 1e9);
        normal.step(x, 0, new double[D], 1, y, 0);
        normal.straighten(y);
        assertThat(Vectors.norm(y)).isCloseTo(Math.sqrt(D) + 5, within(1e-9));
    }
}
