package dev.fathom.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40})
    void undoesTheMatrix(int n) {
        Rng rng = Rng.of(n);
        double[][] a = new double[n][n];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = rng.nextDouble(-1, 1);
            }
        }
        double[][] inverse = Objects.requireNonNull(Inverse.of(a));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += a[i][k] * inverse[k][j];
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-11));
            }
        }
    }

    @Test
    void bearsRowsOfAllSizes() {
        double[][] inverse = Objects.requireNonNull(Inverse.of(new double[][] {{0, 1e-30}, {2e30, 0}}));
        assertThat(inverse[1][0]).isCloseTo(1e30, within(1e16));
        assertThat(inverse[0][1]).isCloseTo(0.5e-30, within(1e-44));
    }

    @Test
    void knowsWhatHasNone() {
        assertThat(Inverse.of(new double[][] {{1, 2}, {2, 4}})).isNull();
        assertThat(Inverse.of(new double[][] {{1, 2}, {0, 0}})).isNull();
        assertThat(Inverse.of(new double[][] {{1, Double.NaN}, {0, 1}})).isNull();
    }
}
