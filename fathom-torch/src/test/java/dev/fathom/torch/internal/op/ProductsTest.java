package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsTest {

    private static final int N = 6;
    private static final int D = 4;

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Products products = new Products(session);
    private final double[] a = Matrices.gaussian(5, N * D);
    private final Native x = Matrices.tensor(session, a, N, D);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void multipliesMatricesAlsoTransposedOnes() {
        double[] b = Matrices.gaussian(6, D * 3);
        double[] expected = product(a, N, D, b, 3);
        check(products.product(x, Matrices.tensor(session, b, D, 3)), expected);
        check(
                products.product(x, new Views(session).transpose(Matrices.tensor(session, transposed(b, D, 3), 3, D))),
                expected);
        check(products.product(new Views(session).transpose(x), x), product(transposed(a, N, D), D, N, a, D));
    }

    @Test
    void sumsColumns() {
        double[] ones = {1, 1, 1, 1};
        check(products.sumOfColumns(x), product(a, N, D, ones, 1));
        check(
                products.sumOfColumns(new Views(session).transpose(x)),
                product(new double[] {1, 1, 1, 1, 1, 1}, 1, N, a, D));
    }

    @Test
    void sumsRowsOfEachGroup() {
        for (int k : new int[] {1, 2, 3, 6}) {
            double[] expected = new double[k * D];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < D; j++) {
                    expected[i / (N / k) * D + j] += a[i * D + j];
                }
            }
            Native sums = products.sumOfRows(x, k);
            assertThat(sums).hasToString("[" + k + "×4] float64");
            check(sums, expected);
        }
    }

    @Test
    void weighsRowsOfEachGroup() {
        double[] w = Matrices.gaussian(7, N);
        double[] expected = new double[2 * D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                expected[i / 3 * D + j] += w[i] * a[i * D + j];
            }
        }
        check(products.weightedSum(Matrices.tensor(session, w, N, 1), x, 2), expected);
    }

    @Test
    void multipliesRowByRow() {
        double[] expected = new double[N];
        for (int i = 0; i < N * D; i++) {
            expected[i / D] += a[i] * a[i];
        }
        check(products.dot(x, x), expected);
    }

    @Test
    void aNaNStaysInItsRow() {
        double[] b = a.clone();
        b[D] = Double.NaN;
        double[] sums = Matrices.read(session, products.sumOfColumns(Matrices.tensor(session, b, N, D)));
        assertThat(sums[1]).isNaN();
        assertThat(sums[0] + sums[2] + sums[3] + sums[4] + sums[5]).isFinite();
    }

    @Test
    void fills() {
        assertThat(Matrices.read(session, products.ones(x, 1, 3))).containsExactly(1, 1, 1);
        assertThat(Matrices.read(session, products.zeros(x, 3, 1))).containsExactly(0, 0, 0);
    }

    private void check(Native got, double[] expected) {
        assertThat(Matrices.read(session, got)).containsExactly(expected, within(1e-13));
    }

    private static double[] product(double[] a, int n, int m, double[] b, int p) {
        double[] c = new double[n * p];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < m; k++) {
                for (int j = 0; j < p; j++) {
                    c[i * p + j] += a[i * m + k] * b[k * p + j];
                }
            }
        }
        return c;
    }

    private static double[] transposed(double[] a, int n, int d) {
        double[] t = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            t[k % d * n + k / d] = a[k];
        }
        return t;
    }
}
