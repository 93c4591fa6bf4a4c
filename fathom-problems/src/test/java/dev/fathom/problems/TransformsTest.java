package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Translation, rotation, useless variables, blocks and noise.
class TransformsTest {

    private static final double TINY = 1e-9;

    /// All functions in all forms that they bear.
    static Stream<String> problems() {
        return Classics.families().stream()
                .map(Family::function)
                .flatMap(name -> (name.equals("happy-cat")
                                ? Stream.of(":d3:useless2", ":d2:blocks3:aggregate2")
                                : Stream.of(
                                        ":d4:shift1:seed3",
                                        ":d3:rotate1:seed1",
                                        ":d3:shift0.5:expo3:rotate1:useless4:noise0.1:seed3",
                                        ":d2:blocks3:aggregate1:shift2:useless1:seed4",
                                        ":d2:blocks2:aggregate2:rotate1:shift1:seed5"))
                        .map(suffix -> name + suffix));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theMinimumMovesWithTheFunction(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(problem.box().contains(problem.optimum())).isTrue();
        assertThat(problem.regret(problem.optimum())).isCloseTo(0, within(TINY));
        assertThat(problem.regret(problem.box().start())).isGreaterThan(1e-3);
        assertThat(Problems.of(problem.name()).name()).isEqualTo(problem.name());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noPointIsLower(String name) {
        TestProblem problem = Problems.of(name);
        Rng rng = Rng.of(41).fork(name);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 200; k++) {
            least = Math.min(least, problem.regret(random(problem.box(), rng)));
        }
        for (double radius = 1; radius > 1e-6; radius /= 4) {
            for (int k = 0; k < 20; k++) {
                least = Math.min(least, problem.regret(near(problem.optimum(), radius, rng)));
            }
        }
        assertThat(least).isGreaterThanOrEqualTo(-TINY);
    }

    @Test
    void settingsWithoutEffectAreNotNamed() {
        assertThat(Problems.of("rastrigin:shift0:rotate0:useless0:blocks1:noise0:seed0")
                        .name())
                .isEqualTo("rastrigin:d10");
        assertThat(Problems.of("rastrigin:d10:shift1:rotate1:useless5:noise0.1:seed3")
                        .name())
                .isEqualTo("rastrigin:d10:noise0.1:rotate1:seed3:shift1:useless5");
    }

    @Test
    void theSeedDrawsAndTheFactorScales() {
        double[] once = Problems.of("sphere:shift0.1:seed2").optimum();
        double[] twice = Problems.of("sphere:shift0.2:seed2").optimum();
        double[] cubed = Problems.of("sphere:shift0.1:expo3:seed2").optimum();
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * once[i], within(TINY));
            assertThat(cubed[i]).isCloseTo(Math.pow(10 * once[i], 3) / 10, within(TINY));
        }
        assertThat(Problems.of("sphere:shift0.1:seed3").optimum()).isNotEqualTo(once);
        assertThat(Problems.of("sphere:shift0.1:seed2").optimum()).isEqualTo(once);
    }

    @Test
    void translationsAreNormal() {
        double[] t = Problems.of("sphere:d2000:shift1:seed6").optimum();
        assertThat(Arrays.stream(t).average().orElseThrow()).isCloseTo(0, within(0.1));
        assertThat(Arrays.stream(t).map(u -> u * u).average().orElseThrow()).isCloseTo(1, within(0.15));
    }

    @Test
    void rotationsKeepLengthsButNotAxes() {
        TestProblem sphere = Problems.of("sphere:d6:rotate1");
        TestProblem cigar = Problems.of("cigar:d6:rotate1");
        Rng rng = Rng.of(42);
        for (int k = 0; k < 20; k++) {
            double[] x = random(sphere.box(), rng);
            assertThat(sphere.value(x)).isCloseTo(Functions.sphere(x), within(1e-11));
        }
        for (int axis = 0; axis < 6; axis++) {
            double[] x = new double[6];
            x[axis] = 1;
            assertThat(cigar.value(x)).isBetween(100.0, 999_999.0);
        }
    }

    @Test
    void uselessVariablesHaveNoEffect() {
        TestProblem problem = Problems.of("sphere:d4:useless3:seed9");
        assertThat(problem.dimension()).isEqualTo(7);
        double[] x = {1, 2, 3, 4, 5, 4, 3};
        Set<Integer> used = new HashSet<>();
        for (int j = 0; j < x.length; j++) {
            double[] y = x.clone();
            y[j] += 1;
            if (problem.value(y) != problem.value(x)) {
                used.add(j);
            }
        }
        assertThat(used).hasSize(4).isNotEqualTo(Set.of(0, 1, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({"0, 61", "1, 31.666666666666668", "2, 95"})
    void blocksAreAggregated(int aggregate, double value) {
        TestProblem problem = Problems.of("sphere:d2:blocks3:aggregate" + aggregate);
        assertThat(problem.value(new double[] {5, 6, 3, 4, 3, 0})).isEqualTo(value);
    }

    /// Minima add up where blocks do.
    @Test
    void minimaAreAggregatedToo() {
        double one = Problems.of("styblinski-tang:d2").minimum();
        assertThat(Problems.of("styblinski-tang:d2:blocks3").minimum()).isEqualTo(one);
        assertThat(Problems.of("styblinski-tang:d2:blocks3:aggregate2").minimum())
                .isEqualTo(3 * one);
    }

    /// On a plane the difference to a neighbour is normal with variance d.
    @Test
    void noiseGrowsWithTheSlope() {
        TestProblem problem = Problems.of("double-slope:d4:noise0.5");
        assertThat(problem.goal().noisy()).isTrue();
        double[] x = {100, 100, 100, 100};
        double[] sample = sample(problem, x, 4000);
        assertThat(mean(sample)).isCloseTo(400, within(0.1));
        assertThat(deviation(sample)).isCloseTo(0.5 * 2, within(0.1));
        assertThat(problem.value(x)).isEqualTo(400);
    }

    @Test
    void additiveNoiseIsTheSameEverywhere() {
        TestProblem problem = Problems.of("styblinski-tang:d3:additive10");
        double[] x = problem.optimum();
        double[] sample = sample(problem, x, 4000);
        assertThat(mean(sample)).isCloseTo(problem.minimum(), within(0.7));
        assertThat(deviation(sample)).isCloseTo(10, within(0.5));
    }

    @Test
    void oneSidedNoiseDependsOnTheFirstCoordinate() {
        TestProblem problem = Problems.of("double-slope:d4:noise0.5:dissymmetry1");
        assertThat(deviation(sample(problem, new double[] {1, 100, 100, 100}, 50)))
                .isZero();
        double[] there = {-1, 100, 100, 100};
        assertThat(deviation(sample(problem, there, 4000))).isCloseTo(0.5 * 99 * 2, within(10.0));
    }

    @Test
    void noiseIsAFunctionOfItsSource() {
        TestProblem problem = Problems.of("sphere:noise1:additive1");
        double[] x = problem.box().start();
        assertThat(problem.measure(x, Rng.of(1)).losses())
                .isEqualTo(problem.measure(x, Rng.of(1)).losses())
                .isNotEqualTo(problem.measure(x, Rng.of(2)).losses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "happy-cat:shift1",
                "happy-cat:rotate1",
                "sphere:dissymmetry1",
                "sphere:rotate2",
                "sphere:expo0",
                "sphere:d6000:rotate1",
                "sphere:d1000:blocks1000000",
                "sphere:aggregate3"
            })
    void otherSettingsAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of(name)).withMessageContaining("Maybe ");
    }

    @Test
    void functionsThatAreProblemsInABoxOnlyGrowOutside() {
        TestProblem problem = Problems.of("schwefel:d2");
        double[] edge = {500, 420};
        double[] outside = {503, 420};
        assertThat(problem.value(outside)).isCloseTo(problem.value(edge) + 9, within(TINY));
    }

    @Test
    void setsNameProblems() {
        for (ProblemSet set : Problems.sets()) {
            for (String function : set.functions()) {
                for (String name : set.names(
                        function, set.dimensions().subList(0, set.dimensions().isEmpty() ? 0 : 1), List.of(1))) {
                    assertThat(Problems.of(name).dimension()).as(name).isPositive();
                }
            }
        }
    }

    private static double[] sample(TestProblem problem, double[] x, int n) {
        Rng rng = Rng.of(43);
        double[] sample = new double[n];
        Arrays.setAll(sample, i -> problem.measure(x, rng.fork(i)).losses()[0]);
        return sample;
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    private static double deviation(double[] sample) {
        double mean = mean(sample);
        return Math.sqrt(Arrays.stream(sample)
                .map(u -> (u - mean) * (u - mean))
                .average()
                .orElseThrow());
    }

    private static double[] random(Box box, Rng rng) {
        double[] x = box.start();
        Arrays.setAll(x, j -> rng.nextDouble(box.low()[j], box.high()[j]));
        return x;
    }

    private static double[] near(double[] x, double radius, Rng rng) {
        double[] y = x.clone();
        Arrays.setAll(y, j -> x[j] + radius * rng.nextGaussian());
        return y;
    }
}
