package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void keepsTheFirstThenEveryStepAndTheLast() {
        History history = History.every(10);
        List<Double> values = new ArrayList<>();
        Study<double[]> study = Study.minimize(Space.reals(2, -5, 5), x -> {
                    values.add(x[0] > 4 ? Double.POSITIVE_INFINITY : x[0] * x[0] + x[1]);
                    return values.getLast();
                })
                .optimizer(new Toys.Walk())
                .budget(36)
                .observe(history);
        study.run();
        assertThat(history.points()).extracting(History.Point::evaluation).containsExactly(1L, 11L, 21L, 31L, 36L);
        for (History.Point point : history.points()) {
            double best = values.subList(0, (int) point.evaluation()).stream()
                    .min(Double::compare)
                    .orElseThrow();
            assertThat(point.best()).isEqualTo(best);
        }
        study.run();
        assertThat(history.points()).hasSize(5);
    }

    @Test
    void valuesMayBeMaximized() {
        History history = History.every(1, Direction.MAXIMIZE);
        Study.maximize(Space.reals(1, -5, 5), x -> x[0])
                .optimizer(new Toys.Walk())
                .budget(30)
                .observe(history)
                .run();
        assertThat(history.points()).hasSize(30).extracting(History.Point::best).isSorted();
    }

    @Test
    void refusesStepsBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.every(0))
                .withMessageContaining("every 0 evaluations")
                .withMessageContaining("Maybe");
    }
}
