package dev.fathom.algorithms.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConeTest {

    private static final double[][] ROOF = {{1e-3, 1e-3}, {1e-3, -1e-3}};

    private static double[] minimizer(double x0, double x1) {
        Cone cone = Objects.requireNonNull(Cone.of(new double[] {5, 7}, ROOF));
        double[][] points = Random.points(9, 2, Rng.of(1));
        for (double[] point : points) {
            point[0] = 5 + 1e-3 * point[0];
            point[1] = 7 + 1e-3 * point[1];
        }
        ToDoubleFunction<double[]> f = x -> (x[0] - x0) * (x[0] - x0) + (x[1] - x1) * (x[1] - x1);
        return Objects.requireNonNull(cone.minimizer(points, Random.outputs(points, f), Fitting.AUTO));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void mapsThereAndBack(int n) {
        Rng rng = Rng.of(n);
        Cone cone = Objects.requireNonNull(Cone.of(Random.points(1, n, rng)[0], Random.points(n, n, rng)));
        double[] y = Random.points(1, n, rng)[0];
        assertThat(cone.inward(cone.outward(y))).containsExactly(y, within(1e-9));
    }

    @Test
    void followsTheFormulaOfTheChangeOfVariables() {
        Cone cone = Objects.requireNonNull(Cone.of(new double[] {1, 1}, new double[][] {{2, 0}, {0, 4}}));
        assertThat(cone.outward(new double[] {0, 1})).containsExactly(new double[] {0.98, -3}, within(1e-15));
    }

    @Test
    void findsMinimaInTheCone() {
        assertThat(minimizer(5 - 1e-3, 7 + 2e-4)).containsExactly(new double[] {5 - 1e-3, 7 + 2e-4}, within(1e-10));
    }

    @Test
    void staysInTheConeOtherwise() {
        double[] behind = minimizer(5 + 1e-3, 7);
        assertThat(behind).containsExactly(new double[] {5 - 2e-5, 7}, within(1e-12));
        double[] beyond = minimizer(5 - 1, 7);
        assertThat(beyond).containsExactly(new double[] {5 - 2e-3, 7}, within(1e-12));
    }

    @Test
    void dependentDirectionsSpanNoCone() {
        assertThat(Cone.of(new double[2], new double[][] {{1, 2}, {2, 4}})).isNull();
        assertThat(Cone.of(new double[2], new double[][] {{1, 2}, {0, 0}})).isNull();
    }
}
