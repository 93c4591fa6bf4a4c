package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Distributions of sampled, mutated and recombined points, with fixed seeds. Limits are five standard deviations wide,
/// or quantiles of chi-square far beyond 0.9999.
class RandomPointsTest {

    private static final int N = 20_000;

    private static <T> Map<Object, Integer> counts(Space<T> space, long seed) {
        Rng rng = Rng.of(seed);
        double[] x = new double[space.dimension()];
        Map<Object, Integer> counts = new HashMap<>();
        for (int i = 0; i < N; i++) {
            space.sample(x, 0, rng);
            counts.merge(space.toJson(space.decode(x)), 1, Integer::sum);
        }
        return counts;
    }

    /// Chi-square of equal frequencies: its mean is k - 1, its standard deviation √(2(k - 1)).
    private static void assertUniform(Map<Object, Integer> counts, int k) {
        assertThat(counts).hasSize(k);
        double expected = (double) N / k;
        double chi = counts.values().stream()
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(chi).isLessThan(k - 1 + 5 * Math.sqrt(2.0 * (k - 1)) + 5);
    }

    /// The largest distance from the uniform distribution function, below 2.2/√N (probability 1e-4 otherwise).
    private static <T> void assertUniform(Space<T> space, ToDoubleFunction<T> share) {
        Rng rng = Rng.of(5);
        double[] x = new double[space.dimension()];
        double[] shares = new double[N];
        for (int i = 0; i < N; i++) {
            space.sample(x, 0, rng);
            shares[i] = share.applyAsDouble(space.decode(x));
        }
        java.util.Arrays.sort(shares);
        for (int i = 0; i < N; i++) {
            assertThat(shares[i]).isCloseTo((i + 0.5) / N, within(2.2 / Math.sqrt(N)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void realsAreUniformBetweenTheirBounds(Transform transform) {
        assertUniform(Space.real(-1, 3).init(2).transform(transform), v -> (v + 1) / 4);
    }

    @Test
    void logarithmsAreUniformBetweenTheirBounds() {
        assertUniform(Space.log(1e-4, 1).init(0.1), v -> 1 + Math.log10(v) / 4);
    }

    @Test
    void optionsAreSampledAlike() {
        assertUniform(counts(Space.integer(1, 7).init(2), 1), 7);
        assertUniform(counts(Space.choice(List.of("a", "b", "c", "d")), 2), 4);
        assertUniform(counts(Space.choice(List.of("a", "b", "c", "d")).init("b"), 3), 4);
        assertUniform(counts(Space.choice(List.of("a", "b")).init("b"), 4), 2);
        assertUniform(counts(Space.ordered(List.of(1, 2, 3, 4, 5)).init(5), 5), 5);
        assertUniform(counts(Space.bool(), 6), 2);
        assertUniform(counts(Space.subset(List.of("a", "b", "c", "d"), 2, 2), 7), 6);
        assertUniform(counts(Space.permutation(List.of("a", "b", "c", "d")), 8), 24);
    }

    @Test
    void subsetsHaveUniformSizes() {
        Map<Object, Integer> sizes = new HashMap<>();
        counts(Space.subset(List.of("a", "b", "c", "d"), 1, 3), 9)
                .forEach((subset, count) -> sizes.merge(((List<?>) subset).size(), count, Integer::sum));
        assertUniform(sizes, 3);
    }

    @Test
    void unboundedNumbersAreNormal() {
        Rng rng = Rng.of(3);
        Space<double[]> space = Space.reals(1).init(4).step(3);
        double[] x = new double[1];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            space.sample(x, 0, rng);
            double v = space.decode(x)[0];
            sum += v - 4;
            squares += (v - 4) * (v - 4);
        }
        assertThat(sum / N).isCloseTo(0, within(5 * 3 / Math.sqrt(N)));
        assertThat(squares / N).isCloseTo(9, within(5 * 9 * Math.sqrt(2.0 / N)));
    }

    @Test
    void aMutationChangesOneParameterInTheMean() {
        Space<double[]> space = Space.reals(10);
        Rng rng = Rng.of(4);
        int changed = 0;
        int one = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double[] x = new double[10];
            space.mutate(x, 0, rng);
            int count = 0;
            for (double v : x) {
                count += v != 0 ? 1 : 0;
                squares += v * v;
            }
            assertThat(count).isPositive();
            changed += count;
            one += count == 1 ? 1 : 0;
        }
        double none = Math.pow(0.9, 10);
        assertThat((double) changed / N).isCloseTo(1 + none, within(0.04));
        assertThat((double) one / N).isCloseTo(Math.pow(0.9, 9) + none, within(0.02));
        assertThat(squares / changed).as("steps have variance 1").isCloseTo(1, within(0.05));
    }

    @Test
    void mutationsReachEveryParameterThatMattersAndNoOther() {
        Space<Map<String, Object>> space = Examples.conditional();
        Rng rng = Rng.of(6);
        int[] changed = new int[6];
        for (int i = 0; i < 3000; i++) {
            double[] x = {-1, 0.5, 0.5, 1, 0, 0};
            double[] before = x.clone();
            space.mutate(x, 0, rng);
            if (x[0] == before[0]) { // the option stays
                assertThat(x[2]).isEqualTo(before[2]);
                assertThat(x[3]).isEqualTo(before[3]);
            }
            for (int j = 0; j < x.length; j++) {
                changed[j] += x[j] != before[j] ? 1 : 0;
            }
        }
        assertThat(changed[0]).as("the option").isBetween(1500, 2100);
        assertThat(changed[1]).as("its parameter").isBetween(500, 1900);
    }

    @Test
    void mutatedPermutationsDifferByOneExchange() {
        Space<List<Integer>> space = Space.permutation(List.of(0, 1, 2, 3, 4));
        Rng rng = Rng.of(7);
        double[] x = new double[5];
        space.sample(x, 0, rng);
        for (int i = 0; i < 200; i++) {
            List<Integer> before = space.decode(x);
            space.mutate(x, 0, rng);
            List<Integer> after = space.decode(x);
            int different = 0;
            for (int j = 0; j < 5; j++) {
                different += before.get(j).equals(after.get(j)) ? 0 : 1;
            }
            assertThat(different).isEqualTo(2);
        }
    }

    @Test
    void recombinationTakesWholeParametersFromEither() {
        Space<List<Object>> space = Space.tuple(Space.reals(2), Space.choice(List.of("a", "b", "c")));
        Rng rng = Rng.of(8);
        int[] fromOther = new int[3];
        for (int i = 0; i < N; i++) {
            double[] x = {1, 1, 1, 1, 1};
            space.recombine(x, new double[] {2, 2, 2, 2, 2}, 0, rng);
            assertThat(x[2]).isEqualTo(x[3]).isEqualTo(x[4]);
            for (int j = 0; j < 3; j++) {
                fromOther[j] += x[j] == 2 ? 1 : 0;
            }
        }
        for (int count : fromOther) {
            assertThat((double) count / N).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(N)));
        }
    }
}
