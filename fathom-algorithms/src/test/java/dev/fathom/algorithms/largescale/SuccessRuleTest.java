package dev.fathom.algorithms.largescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Row;
import org.junit.jupiter.api.Test;

class SuccessRuleTest {

    private static final double[] WEIGHTS = {0.6, 0.4};

    private static Batch generation(double... values) {
        Batch batch = new Batch(values.length, 1, 1, 0);
        for (int i = 0; i < values.length; i++) {
            Row row = new Row(i, new double[1], 0);
            row.tell(values[i], 0);
            batch.write(i, row, false);
        }
        return batch;
    }

    /// Old 2, 4 and new 1, 3 have ranks 2, 4 and 1, 3: q = (0.6 (2 − 1) + 0.4 (4 − 3))/2 = 0.5.
    @Test
    void ranksByHand() {
        SuccessRule rule = new SuccessRule(WEIGHTS, 0.3, 0.3, 2);
        assertThat(rule.factor(generation(2, 4, 9))).isEqualTo(1);
        double s = 0.3 * (0.5 - 0.3);
        assertThat(rule.factor(generation(1, 3, 8))).isCloseTo(Math.exp(s / 2), within(1e-15));
        // old 1, 3 and new 5, 6: ranks 1, 2 and 3, 4, q = (0.6 (1 − 3) + 0.4 (2 − 4))/2 = −1
        double next = 0.7 * s + 0.3 * (-1 - 0.3);
        assertThat(rule.factor(generation(5, 6, 7))).isCloseTo(Math.exp(next / 2), within(1e-15));
    }

    @Test
    void equalValuesShareTheirRanks() {
        PreviousGeneration previous = new PreviousGeneration();
        previous.remember(generation(1, 1));
        assertThat(previous.rankGain(generation(1, 1), WEIGHTS)).isZero();
    }

    /// With 1/λ for each of λ = 2 rows, old 3, 4 and new 1, 2: (3 + 4 − 1 − 2)/λ² = 1, the largest success there is.
    @Test
    void populationSuccess() {
        PreviousGeneration previous = new PreviousGeneration();
        previous.remember(generation(3, 4));
        assertThat(previous.rankGain(generation(1, 2), new double[] {0.5, 0.5}) / 2)
                .isEqualTo(1);
    }

    @Test
    void pairsAreComparedRankByRank() {
        PreviousGeneration previous = new PreviousGeneration();
        previous.remember(generation(1, 4));
        assertThat(previous.improvedShare(generation(2, 3), WEIGHTS)).isEqualTo(0.4);
    }

    @Test
    void feasibleRowsAreBetter() {
        PreviousGeneration previous = new PreviousGeneration();
        Batch infeasible = new Batch(1, 1, 1, 0);
        Row row = new Row(0, new double[1], 0);
        row.tell(-5, 1);
        infeasible.write(0, row, false);
        previous.remember(infeasible);
        assertThat(previous.improvedShare(generation(7), new double[] {1})).isEqualTo(1);
    }
}
