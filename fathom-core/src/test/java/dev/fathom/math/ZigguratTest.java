package dev.fathom.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ZigguratTest {

    private static final int N = 1_000_000;
    private static final double[] SORTED = new double[N];

    @BeforeAll
    static void draw() {
        Rng.of(11).fillGaussian(SORTED, 0, N);
        Arrays.sort(SORTED);
    }

    private static double moment(int power) {
        return Arrays.stream(SORTED).map(x -> Math.pow(x, power)).average().orElseThrow();
    }

    /// The variance of the mean of the k-th powers is (m₂ₖ - mₖ²)/n with the moments 1, 3, 15, 105, … of the normal.
    @Test
    void hasTheMomentsOfTheNormalDistribution() {
        double root = Math.sqrt(N);
        assertThat(moment(1)).isCloseTo(0, within(4.5 / root));
        assertThat(moment(2)).isCloseTo(1, within(4.5 * Math.sqrt(2) / root));
        assertThat(moment(3)).isCloseTo(0, within(4.5 * Math.sqrt(15) / root));
        assertThat(moment(4)).isCloseTo(3, within(4.5 * Math.sqrt(96) / root));
        assertThat(moment(6)).isCloseTo(15, within(4.5 * Math.sqrt(10395 - 225) / root));
    }

    @Test
    void followsTheDistributionFunction() {
        double distance = 0;
        for (int i = 0; i < N; i++) {
            distance = Math.max(distance, Math.abs(Normal.cdf(SORTED[i]) - (i + 0.5) / N));
        }
        assertThat(distance * Math.sqrt(N)).isLessThan(2.23); // Kolmogorov and Smirnov, probability 1e-4
    }

    /// Every layer, the wedges and the base have their share: chi-square over 512 cells of equal probability.
    @Test
    void fillsCellsOfEqualProbability() {
        int cells = 512;
        int[] counts = new int[cells];
        for (double x : SORTED) {
            counts[(int) Math.min(cells - 1, Normal.cdf(x) * cells)]++;
        }
        double expected = (double) N / cells;
        double chi = Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(chi).isCloseTo(cells - 1, within(4.5 * Math.sqrt(2.0 * cells)));
    }

    @Test
    void hasTheTailsOfTheNormalDistribution() {
        for (double t : new double[] {2, 3, 3.654152885361009, 4}) {
            double p = Normal.cdf(-t);
            double slack = 4.5 * Math.sqrt(p / N) + 1.0 / N;
            assertThat(above(t) / N).as("above %s", t).isCloseTo(p, within(slack));
            assertThat(below(-t) / N).as("below -%s", t).isCloseTo(p, within(slack));
        }
        assertThat(SORTED[N - 1]).isBetween(4.0, 6.5);
        assertThat(SORTED[0]).isBetween(-6.5, -4.0);
    }

    private static double above(double t) {
        return Arrays.stream(SORTED).filter(x -> x > t).count();
    }

    private static double below(double t) {
        return Arrays.stream(SORTED).filter(x -> x < t).count();
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
