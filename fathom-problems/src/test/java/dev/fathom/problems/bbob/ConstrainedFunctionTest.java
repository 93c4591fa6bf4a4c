package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstrainedFunctionTest {

    static Stream<String> names() {
        return IntStream.rangeClosed(1, ConstrainedFunction.COUNT)
                .boxed()
                .flatMap(f -> Stream.of(
                        "bbob-constrained:f" + f + ":i3:d2",
                        "bbob-constrained:f" + f + ":i6:d7",
                        "bbob-constrained:f" + f + ":i100000:d3"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "8, 2, 1", "15, 6, 3", "22, 9, 4", "29, 13, 6", "36, 27, 13"})
    void someConstraintsHoldWithEquality(int f, int active, int others) {
        TestProblem problem = Problems.of("bbob-constrained:d7:f" + f);
        double[] g = problem.values(problem.optimum()).constraints();
        assertThat(problem.goal().constraints()).isEqualTo(active + others);
        assertThat(Arrays.stream(g).filter(v -> v == 0)).hasSize(active);
        assertThat(Arrays.stream(g).filter(v -> v < 0)).hasSize(others);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theStartIsFeasibleAndWorse(String name) {
        TestProblem problem = Problems.of(name);
        double[] start = problem.box().start();
        assertThat(problem.box().contains(start)).isTrue();
        assertThat(isFeasible(problem, start)).isTrue();
        assertThat(problem.regret(start)).isPositive();
    }

    /// Samples around the segment from the optimum to the start, because few other points are feasible.
    @ParameterizedTest
    @MethodSource("names")
    void noFeasiblePointIsBetter(String name) {
        TestProblem problem = Problems.of(name);
        double[] optimum = problem.optimum();
        double[] start = problem.box().start();
        Rng rng = Rng.of(41).fork(name);
        int feasible = 0;
        for (int k = 0; k < 80; k++) {
            double share = StrictMath.pow(0.5, k % 16);
            double[] x = new double[start.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = optimum[i] + share * (start[i] - optimum[i] + 0.1 * rng.nextGaussian());
            }
            if (isFeasible(problem, x)) {
                feasible++;
                assertThat(problem.regret(x)).isGreaterThan(-1e-9 * Math.max(1, Math.abs(problem.minimum())));
            }
        }
        assertThat(feasible).isPositive();
    }

    private static boolean isFeasible(TestProblem problem, double[] x) {
        return Arrays.stream(problem.values(x).constraints()).allMatch(g -> g <= 0);
    }

    @Test
    void deformationsTurnBack() {
        Deformation both = Deformation.OSZ.then(Deformation.asy(0.2, 5));
        double[] x = {-4, 0, 1e-7, 0.5, 4.5};
        double[] y = both.there().of(x.clone());
        assertThat(y).isNotEqualTo(x);
        assertThat(both.back().of(y)).containsExactly(x, within(1e-14));
    }

    @Test
    void formulaAndObjectiveAgree() {
        TestProblem problem = Problems.of("bbob-constrained:f20:d3");
        double[] x = {1, 2, 3};
        assertThat(problem.values(x).losses()).containsExactly(problem.value(x));
    }

    @Test
    void laggedNumbersAreUniformAndNormal() {
        Lagged lagged = new Lagged(7);
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(k -> lagged.uniform())
                        .average()
                        .orElseThrow())
                .isCloseTo(0.5, within(0.02));
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(k -> lagged.normal())
                        .map(v -> v * v)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(0.08));
    }
}
