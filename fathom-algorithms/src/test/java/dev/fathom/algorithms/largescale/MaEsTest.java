package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class MaEsTest {

    private static final int D = 5;
    private static final MaEs MA = new MaEs();

    /// M11 as a product of dense matrices: M (I + c_1/2 (s sᵀ − I) + c_w/2 (⟨z zᵀ⟩_w − I)).
    @Test
    void theMatrixIsThatOfThePaper() {
        Rng rng = Rng.of(2);
        MaEs.State s = learned(rng, 40);
        double[] before = s.matrix.m.clone();
        step(s, rng);
        double[] b = new double[D * D];
        for (int i = 0; i < D; i++) {
            b[i * D + i] = 1 - s.c1 / 2 - s.cW / 2;
            for (int j = 0; j < D; j++) {
                b[i * D + j] += s.c1 / 2 * s.terms[i] * s.terms[j];
                for (int k = 0; k < s.recombination.mu(); k++) {
                    double zz = s.terms[(1 + k) * D + i] * s.terms[(1 + k) * D + j];
                    b[i * D + j] += s.cW / 2 * s.recombination.weights()[k] * zz;
                }
            }
        }
        assertThat(s.matrix.m).containsExactly(product(before, b, false), within(1e-12));
    }

    /// M B Bᵀ Mᵀ differs from CMA's (1 − c_1 − c_w) C + c_1 (M s)(M s)ᵀ + c_w ⟨d dᵀ⟩_w by terms of second order in the
    /// rates: a hundredth of the rates makes the difference a ten-thousandth.
    @Test
    void theCovarianceIsThatOfCmaToFirstOrder() {
        double coarse = distanceFromCma(0.1);
        assertThat(distanceFromCma(0.001)).isBetween(0.5e-4 * coarse, 2e-4 * coarse);
    }

    private static double distanceFromCma(double rate) {
        Rng rng = Rng.of(3);
        double[] m = new double[D * D];
        double[] v = new double[D];
        rng.fillGaussian(m, 0, m.length);
        rng.fillGaussian(v, 0, D);
        MatrixPair pair = new MatrixPair(D);
        System.arraycopy(m, 0, pair.m, 0, m.length);
        pair.adapt(1 - rate / 2, new double[] {rate / 2}, v);
        double[] c = product(m, m, true);
        double[] adapted = product(pair.m, pair.m, true);
        double[] d = new double[D];
        pair = new MatrixPair(D);
        System.arraycopy(m, 0, pair.m, 0, m.length);
        pair.multiply(v, d, 1);
        double largest = 0;
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                double cma = (1 - rate) * c[i * D + j] + rate * d[i] * d[j];
                largest = Math.max(largest, Math.abs(adapted[i * D + j] - cma));
            }
        }
        return largest;
    }

    @Test
    void theInverseStaysTheInverse() {
        MaEs.State s = learned(Rng.of(4), 3000);
        double[] identity = product(s.matrix.m, s.matrix.n, true);
        for (int i = 0; i < D; i++) {
            identity[i * D + i] -= 1;
        }
        assertThat(Arrays.stream(identity).map(Math::abs).max().orElseThrow()).isLessThan(1e-6);
    }

    /// The rotated function with rotated noise has rotated rows, as long as rounding does not change an order.
    @Test
    void turnsWithTheFunction() {
        double[] q = rotation();
        ToDoubleFunction<double[]> turned = x -> ELLIPSOID.applyAsDouble(times(q, x));
        MaEs.State plain = MA.start(Runs.reals(D, 0), Rng.of(1));
        MaEs.State rotated = MA.start(Runs.reals(D, 0), Rng.of(1));
        plain.mean[0] = 3;
        double[] back = new double[D];
        for (int j = 0; j < D; j++) {
            back[j] = q[j] * 3; // Qᵀ m
        }
        System.arraycopy(back, 0, rotated.mean, 0, D);
        Rng rng = Rng.of(9);
        for (int g = 0; g < 30; g++) {
            Batch batch = new Batch(MA.size(plain), D, 1, 0);
            Batch other = new Batch(MA.size(plain), D, 1, 0);
            double[] z = new double[batch.x().length];
            rng.fillGaussian(z, 0, z.length);
            fill(plain, z, batch, ELLIPSOID);
            fill(rotated, turn(q, z), other, turned);
            MA.update(plain, batch, rng);
            MA.update(rotated, other, rng);
            assertThat(times(q, rotated.mean)).containsExactly(plain.mean, within(1e-7));
            assertThat(rotated.sigma).isCloseTo(plain.sigma, within(1e-7));
        }
    }

    /// Rows m + σMz, sorted.
    private static void fill(MaEs.State s, double[] z, Batch batch, ToDoubleFunction<double[]> f) {
        double[] y = new double[z.length];
        s.matrix.multiply(z, y, batch.size());
        Row[] rows = new Row[batch.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[D], 0);
            for (int j = 0; j < D; j++) {
                rows[i].x[j] = s.mean[j] + s.sigma * y[i * D + j];
            }
            rows[i].tell(f.applyAsDouble(rows[i].x), 0);
        }
        write(rows, batch);
    }

    private static void write(Row[] rows, Batch batch) {
        Arrays.sort(rows);
        for (int i = 0; i < rows.length; i++) {
            batch.write(i, rows[i], false);
        }
    }

    private static MaEs.State learned(Rng rng, int generations) {
        MaEs.State s = MA.start(Runs.reals(D, 3), rng);
        for (int g = 0; g < generations; g++) {
            step(s, rng);
        }
        return s;
    }

    /// A generation on the ellipsoid around the mean with σ = 1, so that the search never ends.
    private static void step(MaEs.State s, Rng rng) {
        Arrays.fill(s.mean, 0);
        s.sigma = 1;
        Batch batch = new Batch(MA.size(s), D, 1, 0);
        MA.sample(s, batch, rng);
        Row[] rows = new Row[batch.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[D], 0);
            batch.read(i, rows[i]);
            rows[i].tell(ELLIPSOID.applyAsDouble(rows[i].x), 0);
        }
        write(rows, batch);
        MA.update(s, batch, rng);
    }

    /// An orthogonal matrix, by Gram and Schmidt.
    private static double[] rotation() {
        double[] q = new double[D * D];
        Rng.of(6).fillGaussian(q, 0, q.length);
        for (int i = 0; i < D; i++) {
            for (int k = 0; k <= i; k++) {
                double along = 0;
                for (int j = 0; j < D; j++) {
                    along += q[i * D + j] * q[k * D + j];
                }
                for (int j = 0; j < D; j++) {
                    q[i * D + j] = k < i ? q[i * D + j] - along * q[k * D + j] : q[i * D + j] / Math.sqrt(along);
                }
            }
        }
        return q;
    }

    private static double[] times(double[] q, double[] x) {
        double[] y = new double[D];
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                y[i] += q[i * D + j] * x[j];
            }
        }
        return y;
    }

    /// Qᵀz for every row.
    private static double[] turn(double[] q, double[] z) {
        double[] turned = new double[z.length];
        for (int at = 0; at < z.length; at += D) {
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    turned[at + j] += q[i * D + j] * z[at + i];
                }
            }
        }
        return turned;
    }

    /// A B, or A Bᵀ.
    private static double[] product(double[] a, double[] b, boolean transposed) {
        double[] c = new double[D * D];
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                for (int k = 0; k < D; k++) {
                    c[i * D + j] += a[i * D + k] * (transposed ? b[j * D + k] : b[k * D + j]);
                }
            }
        }
        return c;
    }
}
