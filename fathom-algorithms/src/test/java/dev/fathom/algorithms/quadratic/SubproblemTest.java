package dev.fathom.algorithms.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubproblemTest {

    private static final double[][] NONE = {};

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    @SafeVarargs
    private static Models models(int n, ToDoubleFunction<double[]>... functions) {
        double[][] points = Random.points((n + 1) * (n + 2), n, Rng.of(n));
        return Objects.requireNonNull(Models.fit(points, Random.outputs(points, functions), Fitting.REGRESSION));
    }

    @SafeVarargs
    private static Solution solve(int n, double low, double high, ToDoubleFunction<double[]>... functions) {
        return Subproblem.solve(models(n, functions), filled(n, low), filled(n, high), NONE);
    }

    private static double[] feasible(Solution solution) {
        return Objects.requireNonNull(solution.feasible());
    }

    private static double distance(double[] x, double from) {
        double sum = 0;
        for (double v : x) {
            sum += (v - from) * (v - from);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void minimaInsideAndAtBounds(int n) {
        Solution inside = solve(n, -2, 3, x -> distance(x, 0.7));
        assertThat(feasible(inside)).containsExactly(filled(n, 0.7), within(1e-9));
        assertThat(inside.infeasible()).isNull();
        assertThat(feasible(solve(n, -2, 0.3, x -> distance(x, 0.7)))).containsExactly(filled(n, 0.3));
    }

    @Test
    void fixedColumnsStay() {
        Models models = models(3, x -> distance(x, 0.5) + x[0] * x[1]);
        Solution solution = Subproblem.solve(
                models, new double[] {-1, 0.2, -1}, new double[] {1, 0.2, 1}, new double[][] {{1, 1, 1}});
        assertThat(feasible(solution)).containsExactly(new double[] {0.4, 0.2, 0.5}, within(1e-9));
    }

    @Test
    void columnsWithoutVariationKeepTheirValue() {
        double[][] points = Random.points(10, 2, Rng.of(1));
        for (double[] point : points) {
            point[1] = 0.1;
        }
        Models models =
                Objects.requireNonNull(Models.fit(points, Random.outputs(points, x -> x[0] * x[0]), Fitting.AUTO));
        assertThat(feasible(Subproblem.solve(models, filled(2, -1), filled(2, 1), NONE))[1])
                .isEqualTo(0.1);
        assertThat(feasible(Subproblem.solve(models, filled(2, 0.5), filled(2, 1), NONE)))
                .containsExactly(0.5, 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void linearFunctionsInABall(int n) {
        double[] a = Random.points(1, n, Rng.of(n + 50))[0];
        double length = Math.sqrt(distance(a, 0));
        Solution solution = solve(
                n,
                -2,
                2,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += a[i] * x[i];
                    }
                    return sum;
                },
                x -> distance(x, 0) - 1);
        for (int i = 0; i < n; i++) {
            assertThat(feasible(solution)[i]).isCloseTo(-a[i] / length, within(1e-7));
        }
        assertThat(distance(feasible(solution), 0)).isLessThanOrEqualTo(1);
    }

    @Test
    void twoConstraintsMeet() {
        Models models = models(
                2,
                x -> (x[0] - 2) * (x[0] - 2) + (x[1] - 1) * (x[1] - 1),
                x -> 1e4 * (x[0] * x[0] - x[1]),
                x -> 1e-3 * (x[0] + x[1] - 2));
        Solution solution = Subproblem.solve(models, filled(2, -3), filled(2, 3), new double[][] {{-1, 2}});
        assertThat(feasible(solution)).containsExactly(new double[] {1, 1}, within(1e-6));
        double[] outputs = new double[3];
        models.predict(feasible(solution), outputs);
        assertThat(outputs[1]).isLessThanOrEqualTo(0);
        assertThat(outputs[2]).isLessThanOrEqualTo(0);
        models.predict(Objects.requireNonNull(solution.infeasible()), outputs);
        assertThat(outputs[0]).isLessThan(1);
    }

    @Test
    void constraintsThatCostNothing() {
        Solution solution = solve(3, -1, 1, x -> distance(x, 0.2), x -> distance(x, 0) - 1);
        assertThat(feasible(solution)).containsExactly(filled(3, 0.2), within(1e-9));
        assertThat(solution.infeasible()).isNull();
    }

    @Test
    void theLeastViolationWhereNothingIsFeasible() {
        Solution solution = solve(2, -1, 1, x -> -x[0], x -> 1 + distance(x, 0.25), x -> x[0] - 3);
        assertThat(solution.feasible()).isNull();
        assertThat(Objects.requireNonNull(solution.infeasible())).containsExactly(filled(2, 0.25), within(1e-6));
    }

    /// Convex functions and constraints, against all points of a grid.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noPointOfAGridIsBetter(int seed) {
        Rng rng = Rng.of(seed);
        Form f = Random.convex(2, rng);
        Form c = Random.convex(2, rng);
        Form d = Random.convex(2, rng);
        Models models = models(2, f::value, x -> c.value(x) - 0.3, x -> d.value(x) - 0.3);
        Solution solution = Subproblem.solve(models, filled(2, -1), filled(2, 1), NONE);
        double least = Double.POSITIVE_INFINITY;
        double[] outputs = new double[3];
        for (int i = -200; i <= 200; i++) {
            for (int j = -200; j <= 200; j++) {
                models.predict(new double[] {i / 200.0, j / 200.0}, outputs);
                if (outputs[1] <= 0 && outputs[2] <= 0) {
                    least = Math.min(least, outputs[0]);
                }
            }
        }
        if (solution.feasible() == null) {
            assertThat(least).isInfinite();
        } else {
            models.predict(solution.feasible(), outputs);
            assertThat(outputs[0]).isLessThan(least + 1e-7);
        }
    }

    @Test
    void diagonalModelsInHighDimension() {
        int n = 60;
        double[][] points = Random.points(150, n, Rng.of(3));
        Models models = Objects.requireNonNull(
                Models.fit(points, Random.outputs(points, x -> distance(x, 0.4), x -> x[0] + x[1]), Fitting.AUTO));
        double[] x = feasible(Subproblem.solve(models, filled(n, -1), filled(n, 1), NONE));
        assertThat(Arrays.copyOf(x, 2)).containsExactly(new double[] {0, 0}, within(1e-6));
        assertThat(Arrays.copyOfRange(x, 2, n)).containsExactly(filled(n - 2, 0.4), within(1e-6));
    }

    @Test
    void boundsMustBeOrderedAndFinite() {
        Models models = models(1, x -> x[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subproblem.solve(models, filled(1, 1), filled(1, 0), NONE))
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subproblem.solve(models, filled(1, 1), filled(1, Double.POSITIVE_INFINITY), NONE));
    }
}
