package dev.fathom.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProspectsTest {

    private final Prospects prospects = new Prospects(2);

    private static Row row(double value) {
        Row row = new Row(0, new double[2], 0);
        row.tell(value, 0);
        return row;
    }

    /// Number of rows after which the run is hopeless, or all of them.
    private int learn(int rows, IntToDoubleFunction value) {
        for (int i = 0; i < rows; i++) {
            prospects.learn(row(value.applyAsDouble(i)));
            if (prospects.areHopeless()) {
                return i + 1;
            }
        }
        return rows;
    }

    @Test
    void theFirstRunIsNeverHopeless() {
        assertThat(learn(1000, i -> 5 + Math.exp(-i))).isEqualTo(1000);
    }

    @Test
    void aRunThatConvergesAboveTheBestEnds() {
        learn(100, i -> 1);
        prospects.restart(1);
        assertThat(learn(1000, i -> 5 + 10 * Math.exp(-i / 20.0))).isBetween(100, 200);
    }

    @Test
    void aRunThatStillImprovesGoesOn() {
        learn(100, i -> 1);
        prospects.restart(1);
        assertThat(learn(400, i -> 500 - i)).isEqualTo(400);
    }

    @Test
    void aRunThatConvergesToTheBestGoesOn() {
        learn(100, i -> 1);
        prospects.restart(1);
        assertThat(learn(1000, i -> 1 + 10 * Math.exp(-i / 20.0))).isEqualTo(1000);
    }

    @Test
    void noiseKeepsARunAlive() {
        learn(100, i -> 1);
        prospects.restart(1);
        assertThat(learn(1000, i -> 5 + 0.5 * Math.sin(i))).isEqualTo(1000);
    }

    @Test
    void otherRunsCountForTheBest() {
        prospects.inform(row(-7));
        assertThat(learn(1000, i -> 5)).isLessThan(100);
    }

    @Test
    void largePopulationsAreLookedAtLonger() {
        prospects.inform(row(-7));
        prospects.restart(1);
        int small = learn(10_000, i -> 5);
        prospects.restart(16);
        assertThat(learn(10_000, i -> 5)).isGreaterThanOrEqualTo(16 * small);
    }
}
