package dev.fathom.algorithms.nes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Generations;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.linear.Cholesky;
import dev.fathom.math.Rng;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CrFmNesTest {

    private static final CrFmNes NES = new CrFmNes();

    /// Against the inverse Fisher matrix times the gradient of the log-density of N(0, D(I + vvᵀ)D) at D = I, both
    /// computed densely: F_ij = tr(Σ⁻¹∂_iΣ Σ⁻¹∂_jΣ)/2, ∂_i ln p = (yᵀΣ⁻¹∂_iΣ Σ⁻¹y − tr(Σ⁻¹∂_iΣ))/2. With five columns
    /// and an even v, nothing in the paper's form is damped (α = 1).
    @Test
    void gradientIsTheNaturalOne() {
        double[] v = {0.5, -0.4, 0.45, 0.55, -0.5};
        double[] y = {1.3, 0.2, -0.7, 0.4, 2.1};
        int d = v.length;
        double[][][] changes = new double[2 * d][][];
        for (int k = 0; k < d; k++) {
            changes[k] = new double[d][d];
            changes[d + k] = new double[d][d];
            for (int j = 0; j < d; j++) {
                changes[k][k][j] += v[j];
                changes[k][j][k] += v[j];
                double covariance = v[k] * v[j] + (k == j ? 1 : 0);
                changes[d + k][k][j] += covariance;
                changes[d + k][j][k] += covariance;
            }
        }
        double[][] inverse = inverse(v);
        double[][] fisher = new double[2 * d][2 * d];
        double[] gradient = new double[2 * d];
        for (int a = 0; a < 2 * d; a++) {
            double[][] left = product(inverse, changes[a]);
            for (int b = 0; b < 2 * d; b++) {
                fisher[a][b] = trace(product(left, product(inverse, changes[b]))) / 2;
            }
            double[] whitened = times(inverse, y);
            gradient[a] = (dot(whitened, times(changes[a], whitened)) - trace(left)) / 2;
        }
        double[] expected = Cholesky.solve(fisher, gradient);
        double[] s = new double[d];
        double[] t = new double[d];
        new RestrictedGradient(v).add(1, y, 0, s, t);
        double length = Math.sqrt(dot(v, v));
        for (int j = 0; j < d; j++) {
            assertThat(t[j] / length).isCloseTo(expected[j], within(1e-8));
            assertThat(s[j]).isCloseTo(expected[d + j], within(1e-8));
        }
    }

    private static double[][] inverse(double[] v) {
        double[][] inverse = new double[v.length][v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                inverse[i][j] = (i == j ? 1 : 0) - v[i] * v[j] / (1 + dot(v, v));
            }
        }
        return inverse;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    private static double trace(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i][i];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void rowsComeInPairsAndTheVolumeStaysInSigma() {
        int d = 6;
        Rng rng = Rng.of(1);
        CrFmNes.State s = NES.start(Runs.reals(d, 2), rng);
        for (int g = 0; g < 30; g++) {
            Batch batch = Generations.sample(NES, s, d, rng);
            assertThat(batch.size() % 2).isZero();
            for (int j = 0; j < d; j++) {
                assertThat(batch.x()[j] - s.mean[j]).isCloseTo(s.mean[j] - batch.x()[d + j], within(1e-9));
            }
            s = NES.update(s, Generations.ranked(batch, Functions.ELLIPSOID), rng);
            double logs = StrictMath.log(1 + dot(s.v, s.v)) / 2;
            for (double value : s.d) {
                logs += StrictMath.log(value);
            }
            assertThat(logs).isCloseTo(0, within(1e-10));
        }
    }

    /// x = m + σ D y with y = (I + vvᵀ)^{1/2} z, inverted.
    @Test
    void noiseIsRecoveredFromRows() {
        int d = 6;
        Rng rng = Rng.of(2);
        CrFmNes.State s = NES.start(Runs.reals(d, 2), rng);
        for (int g = 0; g < 5; g++) {
            s = Generations.step(NES, s, d, Functions.ELLIPSOID, rng);
        }
        double[] v = s.v.clone();
        Batch batch = Generations.sample(NES, s, d, rng);
        s = NES.update(s, batch, rng);
        double along = 0;
        double alongZ = 0;
        for (int j = 0; j < d; j++) {
            along += v[j] * s.y[j];
            alongZ += v[j] * s.z[j];
        }
        assertThat(along).isCloseTo(Math.sqrt(1 + dot(v, v)) * alongZ, within(1e-9));
        double beside = 0;
        double besideZ = 0;
        for (int j = 0; j < d; j++) {
            beside += Math.pow(s.y[j] - along * v[j] / dot(v, v), 2);
            besideZ += Math.pow(s.z[j] - alongZ * v[j] / dot(v, v), 2);
        }
        assertThat(beside).isCloseTo(besideZ, within(1e-9));
    }

    /// Published means for 40 columns, begun at 3 with step 2, and 1e-12: 8,800 and 9,100.
    @Test
    void needsTheEvaluationsOfThePaper() {
        assertThat(median(Functions.ELLIPSOID)).isBetween(0.9 * 8_800, 1.1 * 8_800);
        assertThat(median(CrFmNesTest::tablet)).isBetween(0.9 * 9_100, 1.1 * 9_100);
    }

    private static double median(ToDoubleFunction<double[]> f) {
        CrFmNes nes = NES.withPopulation(16).withStep(2);
        return Runs.median(seed ->
                Runs.until(1e-12, nes, Runs.reals(40, 3), f, 20_000, seed).evaluations());
    }

    private static double tablet(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (j < x.length / 4 ? 1 : 1e4) * x[j] * x[j];
        }
        return sum;
    }

    @Test
    void refusesOptionsWithoutMeaning() {
        assertThatThrownBy(() -> NES.withPopulation(1)).hasMessageContaining("population 1");
        assertThatThrownBy(() -> NES.withStep(0)).hasMessageContaining("step 0").hasMessageContaining("Maybe");
    }
}
