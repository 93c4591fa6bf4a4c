package dev.fathom.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Row row() {
        return new Row(3, new double[] {1, 2}, 0);
    }

    @Test
    void averagesConstraintsAndViolationsEachForItself() {
        Row row = row();
        row.tell(1, new double[] {-1, 4});
        assertThat(row.constraints()).containsExactly(-1, 4);
        assertThat(row.violation()).isEqualTo(4);
        row.tell(3, new double[] {2, -6});
        assertThat(row.constraints()).containsExactly(0.5, -1);
        assertThat(row.violation()).as("of (0 + 4) and (2 + 0)").isEqualTo(3);
        assertThat(row.value()).isEqualTo(2);
    }

    @Test
    void keepsInfiniteConstraintsInfinite() {
        Row row = row();
        row.tell(new double[] {1}, new double[] {INFINITE, -INFINITE});
        row.tell(new double[] {1}, new double[] {INFINITE, -INFINITE});
        row.tell(new double[] {1}, new double[] {5, 5});
        assertThat(row.constraints()).containsExactly(INFINITE, -INFINITE);
        assertThat(row.violation()).isEqualTo(INFINITE);
    }

    @Test
    void hasNoConstraintsBeforeTheResultAndInFailures() {
        Row row = row();
        double[] given = {1};
        assertThat(row.constraints()).isEmpty();
        row.fail();
        assertThat(row.constraints()).isEmpty();
        row.tell(1, given);
        given[0] = 9;
        assertThat(row.constraints()).as("copied").containsExactly(1);
        row.tell(1, new double[0]);
        assertThat(row.constraints()).isEmpty();
    }

    @Test
    void sharesItsResultButNotWhatComesAfter() {
        Row row = row();
        row.tell(new double[] {1, 2}, new double[] {3});
        Row part = row.at(new double[] {5});
        row.tell(new double[] {3, 6}, new double[] {5});
        assertThat(row.value(1)).isEqualTo(4);
        assertThat(row.constraints()).containsExactly(4);
        assertThat(part.id()).isEqualTo(3);
        assertThat(part.x).containsExactly(5);
        assertThat(part.value(0)).isEqualTo(1);
        assertThat(part.value(1)).isEqualTo(2);
        assertThat(part.constraints()).containsExactly(3);
        assertThat(part.violation()).isEqualTo(3);
        part.tell(new double[] {7, 8}, new double[] {9});
        assertThat(part.value(1)).isEqualTo(5);
        assertThat(row.value(1)).isEqualTo(4);
        Row failed = row();
        failed.fail();
        assertThat(failed.at(new double[0]).isFailed()).isTrue();
    }
}
