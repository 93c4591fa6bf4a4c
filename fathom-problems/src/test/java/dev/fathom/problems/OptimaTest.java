package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declared minimum of each problem is attained at the declared optimum, and no sampled point is better.
class OptimaTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<String> problems() {
        return Stream.concat(Problems.set("classic").functions().stream(), Stream.of("bbob", "bbob-largescale"))
                .flatMap(name -> Stream.of(name + ":d2", name + ":d5", name));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theMinimumIsAttainedAtTheOptimum(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(problem.value(problem.optimum())).isCloseTo(problem.minimum(), within(TOLERANCE));
        assertThat(problem.regret(problem.optimum())).isCloseTo(0, within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noPointOfTheBoxIsLower(String name) {
        TestProblem problem = Problems.of(name);
        Rng rng = Rng.of(11).fork(name);
        for (int k = 0; k < 500; k++) {
            double[] x = problem.optimum();
            for (int i = 0; i < x.length; i++) {
                x[i] = rng.nextDouble(problem.box().low()[i], problem.box().high()[i]);
            }
            assertThat(problem.value(x)).isGreaterThanOrEqualTo(problem.minimum() - TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noNeighbourIsLower(String name) {
        TestProblem problem = Problems.of(name);
        Rng rng = Rng.of(12).fork(name);
        for (double radius = 1; radius > 1e-6; radius /= 4) {
            for (int k = 0; k < 50; k++) {
                double[] x = problem.optimum();
                for (int i = 0; i < x.length; i++) {
                    x[i] += radius * rng.nextGaussian();
                }
                assertThat(problem.value(x)).isGreaterThanOrEqualTo(problem.minimum() - TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void farPointsAreWorse(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(problem.regret(problem.box().high())).isGreaterThan(0.5);
    }
}
