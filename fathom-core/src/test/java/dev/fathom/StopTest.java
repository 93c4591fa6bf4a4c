package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.space.Space;
import org.junit.jupiter.api.Test;

class StopTest {

    /// Results of losses 100, 99, 98, …
    private static Result<double[]> run(Stop stop) {
        int[] count = {0};
        return Study.minimize(Space.reals(1), x -> 100 - count[0]++)
                .optimizer(new Toys.Walk())
                .budget(80)
                .stop(stop)
                .run();
    }

    @Test
    void smallImprovementsCountTogether() {
        assertThat(run(Stop.stagnation(5)).evaluations()).isEqualTo(80);
        assertThat(run(Stop.stagnation(5, 3)).evaluations()).isEqualTo(80);
        assertThat(run(Stop.stagnation(5, 4)).evaluations()).isEqualTo(80); // every fifth is a gain of 5
        Result<double[]> stopped = run(Stop.stagnation(5, 5.5));
        assertThat(stopped.evaluations()).isEqualTo(6);
        assertThat(stopped.reason()).contains("no improvement above 5.5 in 5 evaluations");
    }

    @Test
    void questionsOfSeveralThresholdsDoNotMix() {
        Gains gains = new Gains();
        assertThat(gains.last(0)).isZero();
        gains.add(3, 10);
        gains.add(4, 9);
        gains.add(8, 4);
        assertThat(gains.last(0)).isEqualTo(8);
        assertThat(gains.last(5)).isEqualTo(8);
        assertThat(gains.last(6)).isEqualTo(3);
        gains.add(9, 3.5);
        assertThat(gains.last(6)).isEqualTo(9);
        assertThat(gains.last(5)).isEqualTo(8);
        gains.clear();
        assertThat(gains.last(5)).isZero();
    }

    @Test
    void refusesNegativeThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stop.stagnation(5, -1))
                .withMessageContaining("above -1.0")
                .withMessageContaining("Maybe");
    }
}
