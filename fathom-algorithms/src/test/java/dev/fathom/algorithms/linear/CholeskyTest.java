package dev.fathom.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solvesPositiveDefiniteSystems() {
        double[][] a = {{4, 2, 0}, {2, 5, 1}, {0, 1, 3}};
        double[] p = Cholesky.solve(a, new double[] {8, 15, 11});
        assertThat(p).containsExactly(new double[] {1, 2, 3}, within(1e-14));
    }

    @Test
    void shiftsWhatIsNotPositiveDefinite() {
        double[][] a = {{1, 0}, {0, -1}};
        double[] b = {1, 1};
        double[] p = Cholesky.solve(a, b);
        assertThat(p[0] * b[0] + p[1] * b[1]).isPositive();
    }

    @Test
    void bearsZeros() {
        assertThat(Cholesky.solve(new double[2][2], new double[] {1, 2}))
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(Cholesky.solve(new double[0][0], new double[0])).isEmpty();
    }
}
