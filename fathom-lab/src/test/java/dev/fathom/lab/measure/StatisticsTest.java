package dev.fathom.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Against examples of textbooks and of the papers that the methods come from.
class StatisticsTest {

    /// Depression scales of nine patients before and after (Hollander and Wolfe 1973, p. 29).
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    /// Permeability of membranes (Hollander and Wolfe 1973, p. 69).
    private static final double[] TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

    @Test
    void pairedTests() {
        assertThat(Significance.wilcoxon(BEFORE, AFTER)).isCloseTo(0.0390625, within(1e-12));
        assertThat(Significance.sign(BEFORE, AFTER)).isCloseTo(2 * (1 + 9 + 36) / 512.0, within(1e-12));
        assertThat(EffectSizes.rankBiserial(BEFORE, AFTER)).isCloseTo((40 - 5) / 45.0, within(1e-12));
    }

    @Test
    void independentSamples() {
        assertThat(Significance.mannWhitney(TERM, EARLY)).isCloseTo(0.2544, within(5e-5));
        assertThat(EffectSizes.varghaDelaney(TERM, EARLY)).isCloseTo(35 / 50.0, within(1e-12));
        assertThat(EffectSizes.cliffsDelta(TERM, EARLY)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void exchangedSamplesGiveTheSameProbabilityAndTheOppositeEffect() {
        assertThat(Significance.wilcoxon(AFTER, BEFORE)).isEqualTo(Significance.wilcoxon(BEFORE, AFTER));
        assertThat(Significance.sign(AFTER, BEFORE)).isEqualTo(Significance.sign(BEFORE, AFTER));
        assertThat(Significance.mannWhitney(EARLY, TERM))
                .isCloseTo(Significance.mannWhitney(TERM, EARLY), within(1e-12));
        assertThat(EffectSizes.rankBiserial(AFTER, BEFORE)).isEqualTo(-EffectSizes.rankBiserial(BEFORE, AFTER));
        assertThat(EffectSizes.cliffsDelta(EARLY, TERM)).isEqualTo(-EffectSizes.cliffsDelta(TERM, EARLY));
    }

    @Test
    void equalSamplesDoNotDiffer() {
        double[] same = {1, 2, Double.POSITIVE_INFINITY};
        assertThat(Significance.wilcoxon(same, same)).isEqualTo(1);
        assertThat(Significance.sign(same, same)).isEqualTo(1);
        assertThat(Significance.mannWhitney(new double[] {2, 2}, new double[] {2}))
                .isEqualTo(1);
        assertThat(EffectSizes.rankBiserial(same, same)).isZero();
        assertThat(EffectSizes.varghaDelaney(same, same)).isEqualTo(0.5);
    }

    @Test
    void infiniteLossesAreTheWorst() {
        double inf = Double.POSITIVE_INFINITY;
        double[] bad = {inf, inf, 5, 6, 7, 8};
        double[] good = {1, inf, 1, 2, 1, 2.5};
        assertThat(Significance.sign(bad, good)).isEqualTo(2 / 32.0);
        assertThat(Significance.wilcoxon(bad, good)).isBetween(0.03, 0.07);
        assertThat(EffectSizes.rankBiserial(bad, good)).isEqualTo(1);
    }

    @Test
    void samplesWithoutPairsAreRefused() {
        assertThatThrownBy(() -> Significance.wilcoxon(BEFORE, EARLY)).hasMessageContaining("9 and 5");
        assertThatThrownBy(() -> Significance.sign(new double[0], new double[0]))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> Significance.mannWhitney(TERM, new double[] {Double.NaN}))
                .hasMessageContaining("not-a-number");
    }

    /// Benjamini and Hochberg (1995), section 4.1: at 0.05 theirs rejects four hypotheses, Holm's three.
    @Test
    void corrections() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        assertThat(Arrays.stream(Corrections.benjaminiHochberg(p))
                        .filter(q -> q <= 0.05)
                        .count())
                .isEqualTo(4);
        assertThat(Arrays.stream(Corrections.holm(p)).filter(q -> q <= 0.05).count())
                .isEqualTo(3);
        assertThat(Corrections.holm(new double[] {0.04, 0.01, 0.03})).containsExactly(0.06, 0.03, 0.06);
        assertThat(Corrections.benjaminiHochberg(new double[] {0.04, 0.01, 0.02}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.04, 0.03, 0.03);
        assertThatThrownBy(() -> Corrections.holm(new double[] {1.5})).hasMessageContaining("1.5");
    }

    /// Ways of rounding first base, 22 players (Hollander and Wolfe 1973, p. 140).
    @Test
    void friedman() {
        double[][] times = {
            {5.40, 5.50, 5.55}, {5.85, 5.70, 5.75}, {5.20, 5.60, 5.50}, {5.55, 5.50, 5.40}, {5.90, 5.85, 5.70},
            {5.45, 5.55, 5.60}, {5.40, 5.40, 5.35}, {5.45, 5.50, 5.35}, {5.25, 5.15, 5.00}, {5.85, 5.80, 5.70},
            {5.25, 5.20, 5.10}, {5.65, 5.55, 5.45}, {5.60, 5.35, 5.45}, {5.05, 5.00, 4.95}, {5.50, 5.50, 5.40},
            {5.45, 5.55, 5.50}, {5.55, 5.55, 5.35}, {5.45, 5.50, 5.55}, {5.50, 5.45, 5.25}, {5.65, 5.60, 5.40},
            {5.70, 5.65, 5.55}, {6.30, 6.30, 6.25}
        };
        Friedman friedman = Friedman.of(times);
        assertThat(friedman.statistic()).isCloseTo(11.1429, within(5e-5));
        assertThat(friedman.p()).isCloseTo(0.003805, within(5e-7));
        assertThat(Arrays.stream(friedman.ranks()).sum()).isCloseTo(6, within(1e-12));
        Friedman nothing = Friedman.of(new double[][] {{1, 1}, {2, 2}});
        assertThat(nothing.p()).isEqualTo(1);
        assertThat(nothing.ranks()).containsExactly(1.5, 1.5);
    }

    /// Demšar (2006): table 5(a), and the example of section 3.2.2 with four classifiers on fourteen data sets.
    @Test
    void criticalDifferences() {
        double[] table = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
        for (int k = 2; k <= 10; k++) {
            double q = Friedman.criticalDifference(k, 1, 0.05) / Math.sqrt(k * (k + 1) / 6.0);
            assertThat(q).isCloseTo(table[k - 2], within(1e-3));
        }
        assertThat(Friedman.criticalDifference(4, 14, 0.05)).isCloseTo(1.25, within(0.005));
        assertThat(Friedman.criticalDifference(4, 14, 0.10)).isCloseTo(1.12, within(0.005));
    }

    @Test
    void bootstrapIntervalsHoldTheMeanAsOftenAsTheySay() {
        Rng rng = Rng.of(1);
        int held = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            double[] sample = new double[30];
            rng.fillGaussian(sample, 0, 30);
            Bootstrap.Interval interval = Bootstrap.mean(sample, rng.fork(repeat));
            held += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(176, 198);
        double[] values = {1, 5, 2, 8};
        assertThat(Bootstrap.mean(values, Rng.of(7))).isEqualTo(Bootstrap.mean(values, Rng.of(7)));
        assertThatThrownBy(() -> Bootstrap.interval(values, Quantiles::median, 95, 10, rng))
                .hasMessageContaining("percent");
    }
}
