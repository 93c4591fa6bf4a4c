package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Outcome;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declared minimum of each problem is attained at the declared optimum, and no sampled point is better.
///
/// Only functions of real numbers in a box, one objective, for any dimension: the other ones have tests of their own.
class OptimaTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<String> problems() {
        return Problems.names().keySet().stream()
                .flatMap(name -> Stream.of(name + ":d2", name + ":d5", name))
                .filter(OptimaTest::isSampled);
    }

    private static boolean isSampled(String name) {
        TestProblem problem;
        try {
            problem = Problems.of(name);
        } catch (IllegalArgumentException e) {
            return false; // not in that dimension
        }
        Box box = problem.box();
        return box.isReal()
                && problem.optimum().length > 0
                && Double.isFinite(Functions.sphere(box.low()) + Functions.sphere(box.high()));
    }

    @Test
    void scalableFunctionsAreSampled() {
        assertThat(problems()).contains("sphere:d2", "step:d5", "levy", "bbob:d2", "bbob-noisy:d5", "bbob-constrained");
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
            assertIsNotBetter(problem, x);
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
                assertIsNotBetter(problem, x);
            }
        }
    }

    private static void assertIsNotBetter(TestProblem problem, double[] x) {
        Outcome.Values values = problem.values(x);
        if (isFeasible(values)) {
            assertThat(values.losses()[0]).isGreaterThanOrEqualTo(problem.minimum() - TOLERANCE);
        }
    }

    private static boolean isFeasible(Outcome.Values values) {
        return Arrays.stream(values.constraints()).allMatch(g -> g <= 0);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void farPointsAreWorse(String name) {
        TestProblem problem = Problems.of(name);
        double[] corner = problem.box().high();
        if (isFeasible(problem.values(corner))) {
            assertThat(problem.regret(corner)).isGreaterThan(0.5);
        }
    }
}
