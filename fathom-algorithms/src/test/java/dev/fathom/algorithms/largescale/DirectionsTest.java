package dev.fathom.algorithms.largescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectionsTest {

    private final Directions directions = new Directions(3, 1);

    private int keep(long time, long gap) {
        return directions.keep(new double[] {time}, time, gap);
    }

    private double[] kept() {
        return IntStream.range(0, directions.count())
                .mapToDouble(i -> directions.vectors[directions.offset(i)])
                .toArray();
    }

    @Test
    void theYoungerOfTheClosestGivesWay() {
        keep(0, 10);
        keep(4, 10);
        keep(5, 10);
        assertThat(keep(9, 10)).isEqualTo(2); // 4 and 5 are closest: 5 goes
        assertThat(kept()).containsExactly(0, 4, 9);
        assertThat(keep(20, 10)).isEqualTo(1); // 0 and 4 are closest: 4 goes
        assertThat(kept()).containsExactly(0, 9, 20);
    }

    @Test
    void theOldestGivesWayWhenAllAreFarApart() {
        keep(0, 10);
        keep(10, 10);
        keep(20, 10);
        assertThat(keep(21, 10)).isZero();
        assertThat(kept()).containsExactly(10, 20, 21);
        assertThat(directions.square(2)).isEqualTo(21 * 21);
    }

    @Test
    void oneVectorIsAlwaysReplaced() {
        Directions single = new Directions(1, 1);
        single.keep(new double[] {1}, 0, 10);
        assertThat(single.keep(new double[] {2}, 1, 10)).isZero();
        assertThat(single.vectors).containsExactly(2);
    }
}
