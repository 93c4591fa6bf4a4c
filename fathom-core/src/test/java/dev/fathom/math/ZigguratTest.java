package dev.fathom.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZigguratTest {

    private static final int N = 1_000_000;
    /// Drawn one by one, with few layers.
    private static final double[] SINGLE = new double[N];
    /// Drawn in bulk, with many layers.
    private static final double[] BULK = new double[N];

    @BeforeAll
    static void draw() {
        Rng.of(11).fillGaussian(SINGLE, 0, N);
        Arrays.sort(SINGLE);
        Noise noise = new Noise(11);
        Arrays.setAll(BULK, noise::gaussian);
        Arrays.sort(BULK);
    }

    static Stream<double[]> sorted() {
        return Stream.of(SINGLE, BULK);
    }

    private static double moment(double[] sorted, int power) {
        return Arrays.stream(sorted).map(x -> Math.pow(x, power)).average().orElseThrow();
    }

    /// The variance of the mean of the k-th powers is (m₂ₖ - mₖ²)/n with the moments 1, 3, 15, 105, … of the normal.
    @ParameterizedTest
    @MethodSource("sorted")
    void hasTheMomentsOfTheNormalDistribution(double[] sorted) {
        double root = Math.sqrt(N);
        assertThat(moment(sorted, 1)).isCloseTo(0, within(4.5 / root));
        assertThat(moment(sorted, 2)).isCloseTo(1, within(4.5 * Math.sqrt(2) / root));
        assertThat(moment(sorted, 3)).isCloseTo(0, within(4.5 * Math.sqrt(15) / root));
        assertThat(moment(sorted, 4)).isCloseTo(3, within(4.5 * Math.sqrt(96) / root));
        assertThat(moment(sorted, 6)).isCloseTo(15, within(4.5 * Math.sqrt(10395 - 225) / root));
    }

    @ParameterizedTest
    @MethodSource("sorted")
    void followsTheDistributionFunction(double[] sorted) {
        double distance = 0;
        for (int i = 0; i < N; i++) {
            distance = Math.max(distance, Math.abs(Normal.cdf(sorted[i]) - (i + 0.5) / N));
        }
        assertThat(distance * Math.sqrt(N)).isLessThan(2.23); // Kolmogorov and Smirnov, probability 1e-4
    }

    /// Every layer, the wedges and the base have their share: chi-square over 512 cells of equal probability.
    @ParameterizedTest
    @MethodSource("sorted")
    void fillsCellsOfEqualProbability(double[] sorted) {
        int cells = 512;
        int[] counts = new int[cells];
        for (double x : sorted) {
            counts[(int) Math.min(cells - 1, Normal.cdf(x) * cells)]++;
        }
        double expected = (double) N / cells;
        double chi = Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(chi).isCloseTo(cells - 1, within(4.5 * Math.sqrt(2.0 * cells)));
    }

    @ParameterizedTest
    @MethodSource("sorted")
    void hasTheTailsOfTheNormalDistribution(double[] sorted) {
        for (double t : new double[] {2, 3, 3.654152885361009, 4, 4.038849846109505}) {
            double p = Normal.cdf(-t);
            double slack = 4.5 * Math.sqrt(p / N) + 1.0 / N;
            assertThat(above(sorted, t) / N).as("above %s", t).isCloseTo(p, within(slack));
            assertThat(below(sorted, -t) / N).as("below -%s", t).isCloseTo(p, within(slack));
        }
        assertThat(sorted[N - 1]).isBetween(4.0, 6.5);
        assertThat(sorted[0]).isBetween(-6.5, -4.0);
    }

    private static double above(double[] sorted, double t) {
        return Arrays.stream(sorted).filter(x -> x > t).count();
    }

    private static double below(double[] sorted, double t) {
        return Arrays.stream(sorted).filter(x -> x < t).count();
    }

    @Test
    void successiveNumbersAreNotCorrelated() {
        Rng rng = Rng.of(12);
        int n = 200_000;
        double previous = rng.nextGaussian();
        double product = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = rng.nextGaussian();
            product += x * previous;
            squares += (x * x - 1) * (previous * previous - 1);
            previous = x;
        }
        assertThat(product / n).isCloseTo(0, within(4.5 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(0, within(4.5 * 2 / Math.sqrt(n)));
    }
}
