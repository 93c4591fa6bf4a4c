package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.math.Noise;
import dev.fathom.math.Normal;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNoiseTest {

    private static final int ROWS = 2000;
    private static final int COLUMNS = 101;
    private static final int COUNT = ROWS * COLUMNS;

    private static TorchSubstrate on(String precision) {
        TorchSubstrate on = Substrates.float64().deviceNoise();
        return precision.equals("float32") ? on.float32() : on;
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void normalNumbersHaveTheirMoments(String precision) {
        double[] z = on(precision).gaussian(ROWS, COLUMNS, new Noise(1)).toArray();
        double[] moments = new double[5];
        for (double v : z) {
            for (int k = 1; k <= 4; k++) {
                moments[k] += Math.pow(v, k) / COUNT;
            }
        }
        double error = 4 / Math.sqrt(COUNT); // four standard errors of each moment, with its own variance
        assertThat(moments[1]).isBetween(-error, error);
        assertThat(moments[2]).isBetween(1 - 1.42 * error, 1 + 1.42 * error);
        assertThat(moments[3]).isBetween(-3.9 * error, 3.9 * error);
        assertThat(moments[4]).isBetween(3 - 9.8 * error, 3 + 9.8 * error);
    }

    /// The test of Kolmogorov and Smirnov; 1.95/√n is exceeded once in a thousand times.
    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void numbersHaveTheirDistribution(String precision) {
        double[] z = on(precision).gaussian(ROWS, COLUMNS, new Noise(2)).toArray();
        double[] u = on(precision).uniform(ROWS, COLUMNS, new Noise(2)).toArray();
        assertThat(Arrays.stream(u)).allMatch(v -> v >= 0 && v < 1);
        assertThat(distance(Arrays.stream(z).map(Normal::cdf).toArray())).isLessThan(1.95 / Math.sqrt(COUNT));
        assertThat(distance(u)).isLessThan(1.95 / Math.sqrt(COUNT));
    }

    /// The largest distance of the empirical distribution function from the diagonal.
    private static double distance(double[] u) {
        Arrays.sort(u);
        double most = 0;
        for (int i = 0; i < u.length; i++) {
            most = Math.max(most, Math.max(u[i] - (double) i / u.length, (i + 1.0) / u.length - u[i]));
        }
        return most;
    }

    /// Neighbours, and numbers that share a row or a column of the table they are made from, or a word.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 101, 4096, 8192, 12288})
    void numbersAreNotCorrelated(int lag) {
        double[] z = on("float32").gaussian(ROWS, COLUMNS, new Noise(3)).toArray();
        double[] u = on("float32").uniform(ROWS, COLUMNS, new Noise(4)).toArray();
        double product = 0;
        double squares = 0;
        double ofUniform = 0;
        int count = COUNT - lag;
        for (int i = 0; i < count; i++) {
            product += z[i] * z[i + lag] / count;
            squares += (z[i] * z[i] - 1) * (z[i + lag] * z[i + lag] - 1) / (2.0 * count);
            ofUniform += 12 * (u[i] - 0.5) * (u[i + lag] - 0.5) / count;
        }
        double error = 4 / Math.sqrt(count);
        assertThat(product).isBetween(-error, error);
        assertThat(squares).isBetween(-2 * error, 2 * error);
        assertThat(ofUniform).isBetween(-error, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void aKeyGivesTheSameNumbersAgain(String precision) {
        Tensor first = on(precision).gaussian(30, 7, new Noise(5));
        assertThat(on(precision).gaussian(30, 7, new Noise(5)).toArray()).isEqualTo(first.toArray());
        double[] other = on(precision).gaussian(30, 7, new Noise(6)).toArray();
        assertThat(first.toArray()).doesNotContain(other);
        assertThat(on(precision).uniform(30, 7, new Noise(5)).toArray())
                .isEqualTo(on(precision).uniform(30, 7, new Noise(5)).toArray())
                .doesNotHaveDuplicates();
    }
}
