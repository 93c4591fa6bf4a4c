package dev.fathom.algorithms.nes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Row;
import org.junit.jupiter.api.Test;

class StagnationTest {

    private static Batch told(double value, double violation) {
        Row row = new Row(0, new double[1], 0);
        row.tell(value, violation);
        Batch batch = new Batch(1, 1, 1, 0);
        batch.write(0, row, false);
        return batch;
    }

    /// Generations until it ends, of values that fall by `gain` each.
    private static int generations(Stagnation stagnation, double gain) {
        for (int g = 1; g < 1000; g++) {
            stagnation.learn(told(5 - g * gain, 0));
            if (stagnation.reason(1).isPresent()) {
                return g;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void looksBackFurtherWithManyColumnsAndFewRows() {
        assertThat(generations(new Stagnation(2, 100, 1e-12), 0)).isEqualTo(11);
        assertThat(generations(new Stagnation(2, 6, 1e-12), 0)).isEqualTo(20);
        assertThat(generations(new Stagnation(20, 12, 1e-12), 0)).isEqualTo(60);
    }

    @Test
    void smallGainsCountTogether() {
        assertThat(generations(new Stagnation(2, 6, 1e-3), 1e-5)).isEqualTo(20);
        assertThat(generations(new Stagnation(2, 6, 1e-3), 1e-4)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void worseGenerationsAreNoProgress() {
        Stagnation stagnation = new Stagnation(2, 6, 1e-12);
        for (int g = 1; g <= 20; g++) {
            assertThat(stagnation.reason(1)).isEmpty();
            stagnation.learn(told(g % 5, 0));
        }
        assertThat(stagnation.reason(1)).isEmpty(); // 0 came in the fifth generation only
        for (int g = 21; g <= 24; g++) {
            stagnation.learn(told(g, 0));
        }
        assertThat(stagnation.reason(1))
                .hasValueSatisfying(reason -> assertThat(reason).contains("20 generations"));
    }

    @Test
    void firstFeasibleRowBeginsAnew() {
        Stagnation stagnation = new Stagnation(2, 6, 1e-12);
        for (int g = 1; g <= 19; g++) {
            stagnation.learn(told(-7, 3));
        }
        for (int g = 1; g <= 19; g++) {
            stagnation.learn(told(100, 0));
            assertThat(stagnation.reason(1)).isEmpty();
        }
        stagnation.learn(told(-7, 3));
        assertThat(stagnation.reason(1)).isPresent();
    }

    @Test
    void tellsOfSteps() {
        Stagnation stagnation = new Stagnation(2, 6, 1e-12);
        assertThat(stagnation.reason(0.9e-12))
                .hasValueSatisfying(r -> assertThat(r).contains("step size"));
        assertThat(stagnation.reason(Double.NaN))
                .hasValueSatisfying(r -> assertThat(r).contains("not finite"));
        assertThat(stagnation.reason(1.1e-12)).isEmpty();
    }
}
