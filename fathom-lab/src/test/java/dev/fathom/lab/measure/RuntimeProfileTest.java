package dev.fathom.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.lab.Run;
import dev.fathom.math.Rng;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeProfileTest {

    static Run run(String algorithm, String function, int dimension, double budget, double delta, long... first) {
        long[] hits = new long[51];
        System.arraycopy(first, 0, hits, 0, first.length);
        return new Run(algorithm, dimension, function, 1, budget, (long) (budget * dimension), delta, 0.1, hits);
    }

    @Test
    void countsPairsOfRunAndTarget() {
        RuntimeProfile profile =
                RuntimeProfile.of(List.of(run("A", "1", 2, 100, 1, 1, 20, 200), run("A", "2", 2, 50, 1, 2)));
        assertThat(profile.pairs()).isEqualTo(102);
        assertThat(profile.budget()).isEqualTo(50);
        assertThat(profile.times()).containsExactly(0.5, 1, 10, 100);
        assertThat(profile.fractionSolved(0.4)).isZero();
        assertThat(profile.fractionSolved(1)).isEqualTo(2 / 102.0);
        assertThat(profile.fractionSolved(99.9)).isEqualTo(3 / 102.0);
        assertThat(profile.fractionSolved(100)).isEqualTo(4 / 102.0);
    }

    @Test
    void theAreaIsTheMeanOfWhatIsLeftOfTheLogarithmicAxis() {
        RuntimeProfile profile = RuntimeProfile.of(List.of(run("A", "1", 2, 100, 1, 1, 20, 200)));
        assertThat(profile.area(100)).isCloseTo((1 + 0.5 + 0) / 51, within(1e-15));
        assertThat(profile.area(10)).isCloseTo((1 + 0) / 51.0, within(1e-15));
        assertThatThrownBy(() -> profile.area(1)).hasMessageContaining("k is 1.0");
    }

    @Test
    void allAtOnceIsOneAndNothingIsZero() {
        long[] ones = new long[51];
        java.util.Arrays.fill(ones, 1);
        RuntimeProfile best = RuntimeProfile.of(List.of(run("A", "1", 1, 100, 0, ones)));
        assertThat(best.area(100)).isEqualTo(1);
        assertThat(best.fractionSolved(1)).isEqualTo(1);
        RuntimeProfile worst = RuntimeProfile.of(List.of(run("A", "1", 1, 100, 1e9)));
        assertThat(worst.area(100)).isZero();
        assertThat(worst.fractionSolved(100)).isZero();
    }

    /// What ties the two scores together: between two budgets the area grows as a profile between its two ends does.
    @Test
    void theAreaIsTheIntegralOfTheFraction() {
        RuntimeProfile profile = RuntimeProfile.of(randomRuns(Rng.of(5)));
        double integral = 0;
        int steps = 200_000;
        for (int i = 0; i < steps; i++) {
            integral += profile.fractionSolved(StrictMath.pow(100, (i + 0.5) / steps)) / steps;
        }
        assertThat(profile.area(100)).isCloseTo(integral, within(1e-5));
    }

    @Test
    void everyRunCountsTheSame() {
        List<Run> runs = randomRuns(Rng.of(6));
        double mean = runs.stream()
                .mapToDouble(run -> RuntimeProfile.of(List.of(run)).area(100))
                .average()
                .orElseThrow();
        assertThat(RuntimeProfile.of(runs).area(100)).isCloseTo(mean, within(1e-14));
        assertThatThrownBy(() -> RuntimeProfile.of(List.of())).hasMessageContaining("Maybe no run");
    }

    @Test
    void expectedRunningTimeSharesTheCostOfFailures() {
        List<Run> runs = List.of(run("A", "1", 2, 50, 1, 10), run("A", "1", 2, 50, 1, 30), run("A", "1", 2, 50, 1e9));
        assertThat(ExpectedRunningTime.of(runs, 0)).isEqualTo((10 + 30 + 100) / 2.0);
        assertThat(ExpectedRunningTime.of(runs, 1)).isInfinite();
        assertThatThrownBy(() -> ExpectedRunningTime.of(runs, 51)).hasMessageContaining("targets 0 to 50");
        assertThatThrownBy(() -> ExpectedRunningTime.of(List.of(), 0)).hasMessageContaining("no run");
    }

    @Test
    void aRunTellsTheHistoryOfItsTargets() {
        History history = History.of(run("A", "1", 2, 50, 3, 10, 10, 40), TestProblem.targets());
        assertThat(history.evaluations()).containsExactly(1, 10, 40, 100);
        assertThat(history.after(9)).isInfinite();
        assertThat(history.after(10)).isEqualTo(TestProblem.targets()[1]);
        assertThat(history.after(99)).isEqualTo(TestProblem.targets()[2]);
        assertThat(history.after(100)).isEqualTo(3);
        assertThat(history.problem()).isEqualTo("1:i1:d2");
    }

    static List<Run> randomRuns(Rng rng) {
        List<Run> runs = new ArrayList<>();
        for (int r = 0; r < 6; r++) {
            long[] hits = new long[51];
            long at = 1;
            for (int j = 0; j < 30; j++) {
                at += rng.nextInt(12);
                hits[j] = at;
            }
            runs.add(run("A", String.valueOf(r), 3, 100, 1e-4, hits));
        }
        return runs;
    }
}
