package dev.fathom.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.lab.Run;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinRatesTest {

    private static Run run(String algorithm, String function, double delta) {
        return RuntimeProfileTest.run(algorithm, function, 2, 100, delta);
    }

    private static Run solved(String algorithm, String function, long at) {
        long[] hits = new long[51];
        Arrays.fill(hits, at);
        return RuntimeProfileTest.run(algorithm, function, 2, 100, 0, hits);
    }

    @Test
    void theSmallerLossWinsAndTheFasterOfTwoThatSolved() {
        WinRates rates = WinRates.of(List.of(
                run("slow", "1", 2.0),
                run("fast", "1", 1.0),
                solved("slow", "2", 90),
                solved("fast", "2", 80),
                run("slow", "3", 1.0),
                run("fast", "3", 1.0),
                run("other", "3", 0.5)));
        assertThat(rates.algorithms()).containsExactly("other", "fast", "slow");
        assertThat(rates.rates()[1][2]).isCloseTo(2.5 / 3, within(1e-15));
        assertThat(rates.rates()[0]).containsExactly(0.5, 1, 1);
        assertThat(rates.means()[1]).isCloseTo((2.5 / 3 + 0) / 2, within(1e-15));
    }

    @Test
    void whatOneWinsTheOtherLoses() {
        List<Run> runs = new java.util.ArrayList<>(RuntimeProfileTest.randomRuns(dev.fathom.math.Rng.of(1)));
        runs.add(run("B", "1", 1));
        runs.add(run("C", "2", 1));
        WinRates rates = WinRates.of(runs);
        int b = rates.algorithms().indexOf("B");
        int c = rates.algorithms().indexOf("C");
        assertThat(rates.rates()[b][c]).isNaN();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = rates.rates()[i][j] + rates.rates()[j][i];
                assertThat(Double.isNaN(sum) || Math.abs(sum - 1) < 1e-12).isTrue();
            }
        }
    }

    @Test
    void repeatedRunsMeetInAllPairs() {
        WinRates rates = WinRates.of(List.of(run("A", "1", 1), run("A", "1", 3), run("B", "1", 2)));
        assertThat(rates.rates()[0][1]).isEqualTo(0.5);
    }
}
