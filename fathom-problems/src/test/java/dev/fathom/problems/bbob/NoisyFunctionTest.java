package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisyFunctionTest {

    private static final double[] PLACE = {1, -2, 3};
    private static final int DRAWS = 4001;

    /// Heights above the minimum, divided by the true one, in ascending order.
    private static double[] shares(String name) {
        TestProblem problem = Problems.of(name);
        double height = problem.regret(PLACE);
        return IntStream.range(0, DRAWS)
                .mapToDouble(seed -> measured(problem, PLACE, seed) - problem.minimum())
                .map(measured -> measured / height)
                .sorted()
                .toArray();
    }

    private static double measured(TestProblem problem, double[] x, int seed) {
        return problem.measure(x, Rng.of(seed)).losses()[0];
    }

    /// exp(β N) has the median 1, and 84 % of it lie below exp β.
    @ParameterizedTest
    @CsvSource({"101, 0.01", "107, 1", "122, 1"})
    void gaussianNoiseIsLogarithmicallyNormal(int f, double beta) {
        double[] shares = shares("bbob-noisy:d3:f" + f);
        assertThat(StrictMath.log(shares[DRAWS / 2])).isCloseTo(0, within(0.06 * beta));
        assertThat(StrictMath.log(shares[(int) (0.8413 * DRAWS)])).isCloseTo(beta, within(0.1 * beta));
        assertThat(StrictMath.log(shares[(int) (0.1587 * DRAWS)])).isCloseTo(-beta, within(0.1 * beta));
    }

    /// Large values are seen as even larger ones, rarely as smaller ones; small noise leaves them almost alone.
    @Test
    void uniformNoiseReachesFar() {
        double[] shares = shares("bbob-noisy:f108:d3");
        assertThat(shares[0]).isPositive();
        assertThat(shares[DRAWS - 1]).isBetween(1e4, 1e8);
        assertThat(shares("bbob-noisy:f102:d3")[DRAWS - 1]).isBetween(1.1, 1.3);
    }

    /// Without an outlier 1000 α is added; never is the value below the true one.
    @ParameterizedTest
    @CsvSource({"103, 0.01, 0.05", "109, 1, 0.2"})
    void cauchyNoiseHasRareOutliers(int f, double alpha, double p) {
        TestProblem problem = Problems.of("bbob-noisy:d3:f" + f);
        double usual = problem.value(PLACE) + 1000 * alpha;
        double[] apart = IntStream.range(0, DRAWS)
                .mapToDouble(seed -> measured(problem, PLACE, seed) - usual)
                .toArray();
        double rare = Arrays.stream(apart).filter(a -> Math.abs(a) > 1e-7).count();
        assertThat(rare / DRAWS).isCloseTo(p, within(0.03));
        assertThat(Arrays.stream(apart).max().orElseThrow()).isGreaterThan(5 * alpha);
        assertThat(Arrays.stream(apart).min().orElseThrow()).isBetween(-1000.001 * alpha, -5 * alpha);
    }

    @Test
    void whatIsAddedOutsideIsNotDisturbed() {
        TestProblem problem = Problems.of("bbob-noisy:f113:d3");
        double[] far = {1e3, 0, 0};
        double[] heights = IntStream.range(0, 50)
                .mapToDouble(seed -> measured(problem, far, seed))
                .toArray();
        assertThat(Arrays.stream(heights)).allMatch(height -> height > 100 * 995.0 * 995);
        assertThat(problem.value(far)).isGreaterThan(100 * 995.0 * 995);
    }

    @Test
    void noiseIsAFunctionOfTheGenerator() {
        TestProblem problem = Problems.of("bbob-noisy:f107:d3");
        assertThat(problem.goal().noisy()).isTrue();
        assertThat(measured(problem, PLACE, 1)).isEqualTo(measured(problem, PLACE, 1));
        assertThat(measured(problem, PLACE, 1)).isNotEqualTo(measured(problem, PLACE, 2));
        assertThat(problem.value(PLACE)).isEqualTo(problem.value(PLACE));
    }
}
