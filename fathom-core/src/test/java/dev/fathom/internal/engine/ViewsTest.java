package dev.fathom.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [Known] shows.
class ViewsTest {

    private static Row row(double value) {
        Row row = new Row(-1, new double[] {value}, 0);
        row.tell(value, 0);
        return row;
    }

    @Test
    void aViewNeverChanges() {
        Known known = new Known(100);
        Row first = row(1);
        known.add(first);
        Known.View view = known.now();
        first.tell(5, 0);
        IntStream.range(2, 60).forEach(i -> known.add(row(i)));
        assertThat(view.rows()).singleElement().extracting(Row::value).isEqualTo(1.0);
        assertThat(known.now().rows()).hasSize(59);
        assertThat(view.orLater(known.now())).isSameAs(known.now());
        assertThat(known.now().orLater(view)).isSameAs(known.now());
    }

    @Test
    void theWorseHalfIsForgottenWhenItIsFullAndTheOrderStays() {
        Known known = new Known(6);
        for (double value : new double[] {5, 1, 6, 2, 4, 3}) {
            known.add(row(value));
        }
        Known.View before = known.now();
        known.add(row(9));
        assertThat(known.now().rows()).extracting(Row::value).containsExactly(1.0, 2.0, 3.0, 9.0);
        assertThat(known.now().told()).isEqualTo(7);
        assertThat(before.rows()).extracting(Row::value).containsExactly(5.0, 1.0, 6.0, 2.0, 4.0, 3.0);
        IntStream.range(0, 5).forEach(i -> known.add(row(7)));
        assertThat(known.now().rows()).hasSize(6);
    }
}
