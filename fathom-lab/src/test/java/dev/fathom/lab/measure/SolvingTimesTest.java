package dev.fathom.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.lab.Solving;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolvingTimesTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final List<History> HISTORIES = List.of(
            new History("A", "p", 1, new long[] {1, 4, 10}, new double[] {100, 9, 0}),
            new History("B", "p", 1, new long[] {1, 2, 30}, new double[] {100, 50, 0.05}),
            new History("A", "q", 3, new long[] {1, 40}, new double[] {10, 5}),
            new History("B", "q", 3, new long[] {1, 20, 80}, new double[] {10, 4, 1}));

    @Test
    void solvedMeansAShareOfTheLargestDecrease() {
        SolvingTimes coarse = SolvingTimes.of(HISTORIES, 0.1);
        assertThat(coarse.times()).isDeepEqualTo(new double[][] {{4, NEVER}, {30, 80}});
        SolvingTimes fine = SolvingTimes.of(HISTORIES, 1e-5);
        assertThat(fine.times()).isDeepEqualTo(new double[][] {{10, NEVER}, {NEVER, 80}});
    }

    @Test
    void dataProfilesCountSimplexGradients() {
        SolvingTimes times = SolvingTimes.of(HISTORIES, 0.1);
        assertThat(times.simplexGradients(1)).containsExactly(15, 20);
        assertThat(times.dataProfile(0, 1.9)).isZero();
        assertThat(times.dataProfile(0, 2)).isEqualTo(0.5);
        assertThat(times.dataProfile(1, 20)).isEqualTo(1);
    }

    @Test
    void performanceProfilesCompareWithTheFastest() {
        SolvingTimes times = SolvingTimes.of(HISTORIES, 0.1);
        assertThat(times.ratios(1)).containsExactly(1, 7.5);
        assertThat(times.performanceProfile(0, 1)).isEqualTo(0.5);
        assertThat(times.performanceProfile(0, 1e9)).isEqualTo(0.5);
        assertThat(times.performanceProfile(1, 7.5)).isEqualTo(1);
    }

    /// Shifting and scaling the losses of a problem changes nothing.
    @Test
    void lossesMayBeShiftedAndScaled() {
        List<History> moved = HISTORIES.stream()
                .map(history -> new History(
                        history.algorithm(),
                        history.problem(),
                        history.dimension(),
                        history.evaluations(),
                        java.util.Arrays.stream(history.values())
                                .map(value -> 64 * value - 1024)
                                .toArray()))
                .toList();
        assertThat(SolvingTimes.of(moved, 1e-3).times())
                .isDeepEqualTo(SolvingTimes.of(HISTORIES, 1e-3).times());
    }

    @Test
    void everyAlgorithmNeedsEveryProblemOnce() {
        assertThatThrownBy(() -> SolvingTimes.of(HISTORIES.subList(0, 3), 0.1)).hasMessageContaining("exactly one");
        assertThatThrownBy(() -> SolvingTimes.of(HISTORIES, 0)).hasMessageContaining("tau");
    }

    @Test
    void historiesKeepTheBest() {
        History history = new History("A", "p", 1, new long[] {1, 2, 3}, new double[] {2, Double.NaN, 5});
        assertThat(history.values()).containsExactly(2, 2, 2);
        assertThat(history.reached(1)).isInfinite();
        assertThatThrownBy(() -> new History("A", "p", 1, new long[] {2, 2}, new double[] {1, 1}))
                .hasMessageContaining("ascend");
    }

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] values = {4, 1, 3, 2};
        assertThat(Quantiles.median(values)).isEqualTo(2.5);
        assertThat(Quantiles.of(values, 0.1)).isCloseTo(1.3, within(1e-12));
        assertThat(Quantiles.of(new double[] {1, NEVER, NEVER}, 0.25)).isInfinite();
        assertThat(Quantiles.of(new double[] {1, NEVER, NEVER}, 0.75)).isInfinite();
        assertThat(Quantiles.of(new double[] {NEVER, 1, 2}, 0.5)).isEqualTo(2);
        assertThatThrownBy(() -> Quantiles.of(values, 50)).hasMessageContaining("percent");
    }

    @Test
    void bandsAreQuantilesAtEqualEvaluationsPerDimension() {
        Bands bands = Bands.of(
                List.of(
                        new History("A", "p", 2, new long[] {2, 20}, new double[] {8, 1}),
                        new History("A", "p", 1, new long[] {1, 10}, new double[] {4, 3})),
                new double[] {1, 9, 10});
        assertThat(bands.median()).containsExactly(6, 6, 2);
        assertThat(bands.low()[2]).isCloseTo(1.2, within(1e-12));
        assertThat(bands.high()[0]).isCloseTo(7.6, within(1e-12));
    }

    private static Solving solving(String algorithm, String problem, int d, long... evaluations) {
        return new Solving(algorithm, problem, d, 100, evaluations);
    }

    @Test
    void timesFromTheCommonStartAreTaken() {
        List<Solving> rows = List.of(
                solving("A", "p", 1, 4, 10, 0, 0),
                solving("A", "q", 3, 40, 0, 0, 0),
                solving("A", "alone", 3, 1, 1, 1, 1),
                solving("B", "q", 3, 20, 80, 0, 0),
                solving("B", "p", 1, 30, 0, 0, 0));
        SolvingTimes coarse = SolvingTimes.fromStart(rows, 0);
        assertThat(coarse.problems()).containsExactly("p", "q");
        assertThat(coarse.times()).isDeepEqualTo(new double[][] {{4, 40}, {30, 20}});
        assertThat(coarse.simplexGradients(0)).containsExactly(2, 10);
        assertThat(coarse.ratios(1)).containsExactly(1, 7.5);
        assertThat(SolvingTimes.fromStart(rows, 1).times()).isDeepEqualTo(new double[][] {{10, NEVER}, {NEVER, 80}});
        assertThat(SolvingTimes.fromStart(rows, 2).ratios(0)).isEmpty();
        assertThatThrownBy(() -> solving("A", "p", 1, 4)).hasMessageContaining("solving times");
    }
}
