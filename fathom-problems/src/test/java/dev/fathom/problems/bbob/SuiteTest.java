package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteTest {

    private static final double TOLERANCE = 1e-12;

    static Stream<String> names() {
        return IntStream.rangeClosed(1, 24)
                .boxed()
                .flatMap(f -> Stream.of(
                        "bbob:f" + f + ":i1:d3",
                        "bbob:f" + f + ":i7:d10",
                        "bbob:f" + f + ":i101:d40",
                        "bbob:f" + f + ":i200000:d2",
                        "bbob-largescale:f" + f + ":i3:d90",
                        "bbob-boxed:f" + f + ":i4:d10",
                        "bbob-mixint:f" + f + ":i5:d15",
                        "bbob-mixint:f" + f + ":i2:d80",
                        "bbob-noisy:f" + (100 + f) + ":i6:d7",
                        "bbob-constrained:f" + f + ":i7:d3",
                        "bbob-constrained:f" + (30 + f) + ":i8:d4"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theMinimumIsAttainedAtTheOptimum(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(problem.regret(problem.optimum()))
                .isCloseTo(0, within(TOLERANCE * Math.max(1, Math.abs(problem.minimum()))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSampledPointIsLower(String name) {
        TestProblem problem = Problems.of(name);
        Rng rng = Rng.of(21).fork(name);
        for (int k = 0; k < 60; k++) {
            double[] x = problem.optimum();
            double radius = 4.0 / (1 << (k % 20));
            for (int i = 0; i < x.length; i++) {
                x[i] += radius * rng.nextGaussian();
            }
            if (Arrays.stream(problem.values(x).constraints()).allMatch(g -> g <= 0)) {
                assertThat(problem.regret(x)).isGreaterThan(-TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void evaluationLeavesThePointAlone(String name) {
        TestProblem problem = Problems.of(name);
        double[] x = problem.box().high();
        double first = problem.value(x);
        assertThat(x).isEqualTo(problem.box().high());
        assertThat(problem.value(x)).isEqualTo(first);
    }

    @Test
    void oneFunctionServesSeveralThreads() throws Exception {
        BbobFunction function = Suite.BBOB.function(15, 1, 20);
        List<double[]> points = points(500, 20);
        double[] alone = values(function, points);
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(() -> values(function, points));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<double[]> together : threads.invokeAll(tasks)) {
                assertThat(together.get()).isEqualTo(alone);
            }
        }
    }

    private static List<double[]> points(int n, int d) {
        Rng rng = Rng.of(22);
        return IntStream.range(0, n)
                .mapToObj(k -> IntStream.range(0, d)
                        .mapToDouble(i -> rng.nextDouble(-5, 5))
                        .toArray())
                .toList();
    }

    private static double[] values(BbobFunction function, List<double[]> points) {
        return points.stream().mapToDouble(function).toArray();
    }

    @Test
    void theWallOfABoxIsSteep() {
        TestProblem problem = Problems.of("bbob-boxed:f8:d3");
        double[] x = problem.box().high();
        assertThat(problem.value(x)).isFinite();
        x[1] = Math.nextUp(x[1]);
        assertThat(problem.value(x)).isInfinite().isPositive();
    }

    @Test
    void boxedOptimaLieInTheWholeBox() {
        assertThat(IntStream.rangeClosed(1, 50).mapToDouble(i -> largest(Problems.of("bbob-boxed:d5:i" + i))))
                .allMatch(size -> size <= 5)
                .anyMatch(size -> size > 4.5);
        assertThat(IntStream.rangeClosed(1, 50).mapToDouble(i -> largest(Problems.of("bbob:d5:i" + i))))
                .allMatch(size -> size <= 4);
    }

    private static double largest(TestProblem problem) {
        return Arrays.stream(problem.optimum()).map(Math::abs).max().orElseThrow();
    }

    @Test
    void rotationsKeepLengthsAndTurnBack() {
        for (Suite suite : Suite.values()) {
            Linear q = new Instance(suite, 15, 2, 90).q();
            double[] z = points(1, 90).getFirst();
            double[] image = q.of(z);
            assertThat(Sums.sphere(image)).isCloseTo(Sums.sphere(z), within(1e-10));
            assertThat(q.transposed(image)).containsExactly(z, within(1e-12));
            assertThat(image).isNotEqualTo(z);
        }
    }

    @Test
    void instancesDiffer() {
        assertThat(IntStream.rangeClosed(1, 15)
                        .mapToObj(i ->
                                Arrays.toString(Suite.BBOB.function(1, i, 2).optimum()))
                        .distinct())
                .hasSize(15);
    }

    @Test
    void namesSayFunctionInstanceAndDimension() {
        assertThat(Problems.of("bbob:d5:i3:f8").name()).isEqualTo("bbob:f8:i3:d5");
        assertThat(Problems.of("bbob:f8").name()).isEqualTo("bbob:f8:i1:d10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("bbob:f25"))
                .withMessageContaining("f in \"bbob:f25\" is 25, but must be a whole number from 1 to 24");
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of("bbob:d1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of("bbob:i0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.BBOB.function(0, 1, 2))
                .withMessage("there is no function 0 in the suite. Maybe take a number from 1 to 24.");
    }
}
