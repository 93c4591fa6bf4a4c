package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Generations;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.linear.Eigensystem;
import dev.fathom.math.Rng;
import org.junit.jupiter.api.Test;

class DxNesIcTest {

    private static final DxNesIc NES = new DxNesIc();

    /// The first generation, in which the mean does not travel yet: rank weights, η_σ and η_B of the phase, and the
    /// exponential as a series.
    @Test
    void firstGeneration() {
        int d = 3;
        Rng rng = Rng.of(4);
        DxNesIc.State s = NES.start(Runs.reals(d, 2), rng);
        Batch told = Generations.ranked(Generations.sample(NES, s, d, rng), SPHERE);
        int n = told.size();
        double[] w = s.w.rank();
        double[] delta = new double[d];
        double[][] moment = new double[d][d];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < d; i++) {
                delta[i] += w[k] * (told.x()[k * d + i] - 2);
                for (int j = 0; j < d; j++) {
                    double product = (told.x()[k * d + i] - 2) * (told.x()[k * d + j] - 2);
                    moment[i][j] += w[k] * (product - (i == j ? 1 : 0));
                }
            }
        }
        double trace = (moment[0][0] + moment[1][1] + moment[2][2]) / d;
        s = NES.update(s, told, rng);
        DistanceWeights.Phase phase = s.w.phase(s.path);
        assertThat(phase).isEqualTo(DistanceWeights.Phase.STAGNATING);
        double etaB = 168.0 * d * StrictMath.tanh(0.02 * n) / (47.0 * d * d + 6400);
        double[][] g = new double[d][d];
        for (int i = 0; i < d; i++) {
            assertThat(s.mean[i]).isCloseTo(2 + delta[i], within(1e-12));
            for (int j = 0; j < d; j++) {
                g[i][j] = etaB / 2 * (moment[i][j] - (i == j ? trace : 0));
            }
        }
        double etaSigma = StrictMath.tanh((0.024 * n + 0.7 * d + 20) / (d + 12));
        assertThat(s.sigma).isCloseTo(StrictMath.exp(etaSigma / 2 * trace), within(1e-12));
        double[][] exp = exponential(g);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double[] unit = new double[d];
                unit[j] = 1;
                assertThat(s.b.rowTimes(i, unit, 0)).isCloseTo(exp[i][j], within(1e-10));
            }
        }
    }

    private static double[][] exponential(double[][] g) {
        int d = g.length;
        double[][] sum = new double[d][d];
        double[][] term = new double[d][d];
        for (int i = 0; i < d; i++) {
            sum[i][i] = 1;
            term[i][i] = 1;
        }
        for (int k = 1; k < 30; k++) {
            double[][] next = new double[d][d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    for (int l = 0; l < d; l++) {
                        next[i][j] += term[i][l] * g[l][j] / k;
                    }
                    sum[i][j] += next[i][j];
                }
            }
            term = next;
        }
        return sum;
    }

    @Test
    void volumeStaysInSigmaAndTheInverseFollows() {
        int d = 5;
        Rng rng = Rng.of(2);
        DxNesIc.State s = NES.start(Runs.reals(d, 20), rng);
        for (int g = 0; g < 200; g++) {
            s = Generations.step(NES, s, d, ELLIPSOID, rng);
        }
        double[] y = new double[d];
        double[] z = {1, -2, 0.5, 0.1, 3};
        for (int j = 0; j < d; j++) {
            y[j] = s.b.rowTimes(j, z, 0);
        }
        for (int j = 0; j < d; j++) {
            assertThat(s.b.inverseRowTimes(j, y)).isCloseTo(z[j], within(1e-8));
        }
        Eigensystem axes = new Eigensystem(d);
        axes.decompose(s.b.square());
        double logs = 0;
        for (double value : axes.values()) {
            logs += StrictMath.log(value);
        }
        assertThat(logs).isCloseTo(0, within(1e-8));
    }

    /// While the mean travels, rows that went farther weigh more than their rank says.
    @Test
    void distanceWeights() {
        int d = 10;
        DistanceWeights w = DistanceWeights.of(d, 10);
        double h = w.hInverse();
        assertThat((1 + h * h) * StrictMath.exp(h * h / 2) / 0.24 - 10).isCloseTo(d, within(1e-9));
        double[] z = new double[100];
        z[0] = 2;
        z[10] = 4;
        for (int k = 2; k < 10; k++) {
            z[10 * k] = 3;
        }
        double[] weights = w.byDistance(z, 10);
        double ratio = (weights[1] + 0.1) / (weights[0] + 0.1);
        assertThat(ratio).isCloseTo(w.raw()[1] / w.raw()[0] * StrictMath.exp(2 * h), within(1e-9));
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
    }

    /// Where this was written: 2770 and 4539 on the sphere with 16 rows, 6499 and 5147 on the ellipsoid.
    @Test
    void comparesWithCma() {
        assertThat(median(NES, 20, SPHERE)).isLessThan(0.75 * median(new CmaEs(), 20, SPHERE));
        assertThat(median(NES, 10, ELLIPSOID)).isLessThan(1.4 * median(new CmaEs(), 10, ELLIPSOID));
    }

    private static double median(Algorithm algorithm, int d, Functions f) {
        Algorithm sixteen = algorithm instanceof CmaEs cma
                ? cma.withPopulation(16).withStep(2)
                : NES.withPopulation(16).withStep(2);
        return Runs.median(seed ->
                Runs.until(1e-12, sixteen, Runs.reals(d, 3), f, 20_000, seed).evaluations());
    }

    @Test
    void failedRowsCountAsInfeasible() {
        DxNesIc.State s = NES.start(Runs.reals(2, 1), Rng.of(1));
        Batch told = Generations.ranked(Generations.sample(NES, s, 2, Rng.of(2)), x -> x[0]);
        told.f()[told.size() - 1] = Double.POSITIVE_INFINITY;
        assertThat(Mirrored.feasible(told)).isEqualTo(told.size() - 1);
    }

    @Test
    void refusesOptionsWithoutMeaning() {
        assertThatThrownBy(() -> NES.withPopulation(1)).hasMessageContaining("population 1");
        assertThatThrownBy(() -> NES.withStep(0)).hasMessageContaining("step 0").hasMessageContaining("Maybe");
    }
}
