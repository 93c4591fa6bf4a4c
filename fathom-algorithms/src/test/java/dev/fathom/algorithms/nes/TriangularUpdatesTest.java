package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.nes.Dense.assertClose;
import static dev.fathom.algorithms.nes.Dense.dot;
import static dev.fathom.algorithms.nes.Dense.inverse;
import static dev.fathom.algorithms.nes.Dense.product;
import static dev.fathom.algorithms.nes.Dense.square;
import static dev.fathom.algorithms.nes.Dense.transpose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One update of [Enes], [Ones] and [Sges] is that of the formulas with dense matrices.
class TriangularUpdatesTest {

    private static final int D = 5;
    private static final int LAMBDA = 60;

    private final Rng rng = Rng.of(11);
    private final Batch told = new Batch(LAMBDA, D, 1, 0);
    private double[] mean = {};
    private double[][] a = {};
    private double[][] steps = {};
    private double[] u = {};

    private void remember(TriangularNormal normal, double[] utilities) {
        Dense.scramble(normal, rng);
        normal.sample(told, rng);
        mean = normal.mean().clone();
        a = square(normal.factor());
        steps = Dense.steps(told, mean);
        u = utilities;
    }

    private static double[] plus(double[] x, double factor, double[] y) {
        double[] sum = x.clone();
        for (int j = 0; j < x.length; j++) {
            sum[j] += factor * y[j];
        }
        return sum;
    }

    /// z wᵀ − A⁻ᵀ, of which the upper triangle is the score of A, with z = A⁻ᵀy and w = A⁻¹z.
    private double[][] score(double[] y) {
        double[][] inverse = inverse(a);
        double[] z = product(transpose(inverse), y);
        double[] w = product(inverse, z);
        double[][] score = new double[D][D];
        for (int k = 0; k < D; k++) {
            for (int j = k; j < D; j++) {
                score[k][j] = z[k] * w[j] - inverse[j][k];
            }
        }
        return score;
    }

    @Test
    void scoreIsTheDerivativeOfTheLogDensity() {
        remember(new TriangularNormal(new double[D], 1), new double[0]);
        double[][] score = score(steps[0]);
        double h = 1e-6;
        for (int k = 0; k < D; k++) {
            for (int j = k; j < D; j++) {
                a[k][j] += h;
                double above = logDensity(steps[0]);
                a[k][j] -= 2 * h;
                double slope = (above - logDensity(steps[0])) / (2 * h);
                a[k][j] += h;
                assertThat(score[k][j]).isCloseTo(slope, within(1e-6));
            }
        }
    }

    private double logDensity(double[] y) {
        double[] z = product(transpose(inverse(a)), y);
        double log = -dot(z, z) / 2;
        for (int k = 0; k < D; k++) {
            log -= Math.log(a[k][k]);
        }
        return log;
    }

    @Test
    void enesInvertsEachFisherBlock() {
        Enes enes = new Enes().withPopulation(LAMBDA).withRates(0.9, 0.7);
        Enes.State s = enes.start(Runs.reals(D, 0), rng);
        remember(s.normal, s.utilities);
        enes.update(s, told, rng);
        assertClose(s.normal.mean(), plus(mean, 0.9 / LAMBDA, blockGradient(steps)));
        double[][] moved = square(s.normal.factor());
        for (int k = 0; k < D; k++) {
            double[][] block = new double[LAMBDA][];
            for (int row = 0; row < LAMBDA; row++) {
                double[] part = Arrays.copyOfRange(score(steps[row])[k], k, D);
                block[row] = product(inverse(fisherBlock(k)), part);
            }
            double[] expected = plus(Arrays.copyOfRange(a[k], k, D), 0.7 / LAMBDA, blockGradient(block));
            assertClose(Arrays.copyOfRange(moved[k], k, D), expected);
            assertThat(Arrays.copyOf(moved[k], k)).containsOnly(new double[k]);
        }
    }

    /// F_k: rows and columns k … d of C⁻¹ plus A_kk⁻² in the corner.
    private double[][] fisherBlock(int k) {
        double[][] inverse = inverse(product(transpose(a), a));
        double[][] block = new double[D - k][];
        for (int i = k; i < D; i++) {
            block[i - k] = Arrays.copyOfRange(inverse[i], k, D);
        }
        block[0][0] += 1 / (a[k][k] * a[k][k]);
        return block;
    }

    /// Σ v (u − b) with b = Σ u‖v‖²/Σ‖v‖²
    private double[] blockGradient(double[][] v) {
        double above = 0;
        double below = 0;
        for (int row = 0; row < v.length; row++) {
            above += u[row] * dot(v[row], v[row]);
            below += dot(v[row], v[row]);
        }
        double[] sum = new double[v[0].length];
        for (int row = 0; row < v.length; row++) {
            sum = plus(sum, u[row] - above / below, v[row]);
        }
        return sum;
    }

    @Test
    void sgesHasABaselineForEachComponent() {
        Sges sges = new Sges().withPopulation(LAMBDA).withRates(0.003, 0.002);
        Sges.State s = sges.start(Runs.reals(D, 0), rng);
        remember(s.normal, s.utilities);
        sges.update(s, told, rng);
        double[][] covariance = inverse(product(transpose(a), a));
        double[][] moved = square(s.normal.factor());
        for (int j = 0; j < D; j++) {
            int at = j;
            double[] ofMean = column(row -> product(covariance, steps[row])[at]);
            assertClose(new double[] {s.normal.mean()[j]}, plus(new double[] {mean[j]}, 0.003, gradient(ofMean)));
            for (int k = 0; k <= j; k++) {
                int above = k;
                double[] ofFactor = column(row -> score(steps[row])[above][at]);
                assertClose(new double[] {moved[k][j]}, plus(new double[] {a[k][j]}, 0.002, gradient(ofFactor)));
            }
        }
    }

    private static double[] column(IntToDoubleFunction component) {
        return IntStream.range(0, LAMBDA).mapToDouble(component).toArray();
    }

    private double[] gradient(double[] phi) {
        double[][] rows =
                Arrays.stream(phi).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        return blockGradient(rows);
    }

    @Test
    void onesSolvesTheRegressionOfTheScores() {
        Ones ones = new Ones().withPopulation(LAMBDA).withRates(0.4, 0.3);
        Ones.State s = ones.start(Runs.reals(D, 0), rng);
        remember(s.normal, s.utilities);
        ones.update(s, told, rng);
        double[][] phi = new double[LAMBDA][];
        double[][] covariance = inverse(product(transpose(a), a));
        for (int row = 0; row < LAMBDA; row++) {
            double[] scores = new double[D + D * (D + 1) / 2 + 1];
            System.arraycopy(product(covariance, steps[row]), 0, scores, 0, D);
            int at = D;
            for (int k = 0; k < D; k++) {
                for (int j = k; j < D; j++) {
                    scores[at++] = score(steps[row])[k][j];
                }
            }
            scores[at] = 1;
            phi[row] = scores;
        }
        double[][] normal = product(transpose(phi), phi);
        double[] g = product(inverse(normal), product(transpose(phi), u));
        assertClose(s.normal.mean(), plus(mean, 0.4, Arrays.copyOf(g, D)));
        double[][] moved = square(s.normal.factor());
        int at = D;
        for (int k = 0; k < D; k++) {
            for (int j = k; j < D; j++) {
                assertClose(new double[] {moved[k][j]}, new double[] {a[k][j] + 0.3 * g[at++]});
            }
        }
    }

    @Test
    void changesThatTurnASignAreHalved() {
        TriangularNormal normal = new TriangularNormal(new double[2], 1);
        normal.move(new double[] {1, 2}, new double[] {-3, 4, 0, 0});
        assertThat(normal.mean()).containsExactly(1, 2);
        assertThat(normal.factor()).containsExactly(0.25, 1, 0, 1);
        assertThat(normal.isExhausted()).isFalse();
        normal.move(new double[2], new double[] {Double.NaN, 0, 0, 0});
        assertThat(normal.factor()).containsExactly(0.25, 1, 0, 1);
        assertThat(normal.isExhausted()).isTrue();
    }

    @Test
    void factorsWithoutInverseAreRefused() {
        TriangularNormal normal = new TriangularNormal(new double[2], 1);
        normal.move(new double[2], new double[] {0, 1e9, 0, 0});
        assertThat(normal.factor()[1]).isBetween(1e6, 1e7); // A⁻¹ has the entry −1e9 too: the condition is 1e18
    }

    @Test
    void rowsFarAwayAreDrawnIn() {
        TriangularNormal normal = new TriangularNormal(new double[] {1, 1}, 0.5);
        double[] z = new double[2];
        normal.whiten(new double[] {1e9, 1}, 0, z);
        assertThat(z[0]).isEqualTo(Math.sqrt(2) + 5);
        normal.whiten(new double[] {3, 0}, 0, z);
        assertThat(z).containsExactly(4, -2);
    }
}
