package dev.fathom.algorithms.model;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.ROSENBROCK;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithms.Runs;
import dev.fathom.space.Boundary;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoutTest {

    static Stream<Algorithm> both() {
        return Stream.of(new Scout(), new QuasiNewton());
    }

    /// 10 d + Σ (z² − 10 cos 2πz), z = x − 0.3 − 0.1 j: a grid of local minima, the best one is 0.
    private static double rastrigin(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double z = 3 * (x[j] - 0.3 - 0.1 * j);
            sum += 10 + z * z - 10 * StrictMath.cos(2 * Math.PI * z);
        }
        return sum;
    }

    /// Sum over neighbouring columns of a function turned by 45°.
    private static double turned(ToDoubleFunction<double[]> f, double[] x) {
        double[] y = x.clone();
        for (int j = 0; j + 1 < x.length; j += 2) {
            y[j] = (x[j] + x[j + 1]) * Math.sqrt(0.5);
            y[j + 1] = (x[j] - x[j + 1]) * Math.sqrt(0.5);
        }
        return f.applyAsDouble(y);
    }

    @Test
    void solvesSeparableQuadraticsInTwoDPlusFourEvaluations() {
        ToDoubleFunction<double[]> f = x -> 7 + ELLIPSOID.applyAsDouble(x);
        for (int d : new int[] {1, 2, 5, 20}) {
            double start = d == 1 ? 0.7 : 0.9;
            ToDoubleFunction<double[]> function = d == 1 ? x -> 7 + SPHERE.applyAsDouble(x) : f;
            assertThat(Runs.of(new Scout(), Runs.reals(d, start), function, 2 * d + 3, 1)
                            .best())
                    .isCloseTo(7, within(1e-8));
        }
    }

    @Test
    void solvesSeparableFunctionsWithManyMinima() {
        Runs run = Runs.of(new Scout(), Runs.box(5, Boundary.CLIP), ScoutTest::rastrigin, 400, 1);
        assertThat(run.best()).isLessThan(1e-6);
    }

    @Test
    void descendsSmoothFunctions() {
        Runs valley = Runs.of(new Scout(), Runs.reals(5, -0.5), ROSENBROCK, 1000, 1);
        assertThat(valley.best()).isLessThan(1e-8);
        Runs bowl = Runs.of(new Scout(), Runs.reals(6, 2.3), x -> 3 + turned(ELLIPSOID, x), 3000, 1);
        assertThat(bowl.best()).isCloseTo(3, within(1e-7));
    }

    @Test
    void leavesRuggedFunctionsToOthers() {
        Runs run = Runs.of(
                new Scout(),
                Runs.reals(6, 2.3),
                x -> turned(SPHERE, x) + 5 * StrictMath.sin(1e5 * x[0] * x[1]),
                1000,
                1);
        assertThat(run.finished()).isEqualTo("converged");
        assertThat(run.rows()).hasSizeBetween(15, 25);
    }

    @Test
    void plateausAreNotTakenForSums() {
        Runs run = Runs.of(new Scout(), Runs.reals(4, 1.7), x -> Math.rint(0.01 * SPHERE.applyAsDouble(x)), 500, 1);
        assertThat(run.finished()).isEqualTo("converged");
        assertThat(run.rows()).hasSizeLessThan(30);
    }

    @ParameterizedTest
    @MethodSource("both")
    void findsAnOptimumInACorner(Algorithm algorithm) {
        double best = Runs.of(
                        algorithm, Runs.box(3, Boundary.CLIP), x -> x[0] + 2 * x[1] - x[2] + 0.01 * x[0] * x[1], 500, 1)
                .best();
        assertThat(best).isCloseTo(-12 + 0.09, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("both")
    void endsOnFlatFunctions(Algorithm algorithm) {
        assertThat(Runs.of(algorithm, Runs.reals(3, 1.7), x -> 1, 2000, 1).finished())
                .isEqualTo("converged");
    }

    @ParameterizedTest
    @MethodSource("both")
    void endsWhereNothingCanBeEvaluated(Algorithm algorithm) {
        assertThat(Runs.of(algorithm, Runs.reals(3, 1.7), x -> Double.NaN, 2000, 1)
                        .finished())
                .isEqualTo("the start has no value");
    }

    @Test
    void quasiNewtonStepsAreFewOnIllConditionedBowls() {
        Runs run = Runs.until(1e-8, new QuasiNewton(), Runs.reals(10, 1.3), x -> turned(ELLIPSOID, x), 3000, 1);
        assertThat(run.best()).isLessThan(1e-8);
    }
}
