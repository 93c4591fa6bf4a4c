package dev.fathom.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OvershootTest {

    /// A row proposed at p and brought into [-1, 1].
    private static Row row(int id, double value, double... p) {
        Row row = new Row(id, p.clone(), 0);
        for (int j = 0; j < p.length; j++) {
            row.x[j] = Math.clamp(p[j], -1, 1);
        }
        if (!Arrays.equals(row.x, p)) {
            row.keepProposal(p);
        }
        row.tell(value, 0);
        return row;
    }

    private static long[] ids(Row... rows) {
        Overshoot.sort(rows, rows.length);
        return Arrays.stream(rows).mapToLong(Row::id).toArray();
    }

    @Test
    void rowsInsideAreRankedByValue() {
        assertThat(ids(row(0, 3, 0.5), row(1, 1, -1), row(2, 2, 1))).containsExactly(1, 2, 0);
    }

    @Test
    void ofEqualValuesThoseInsideComeFirst() {
        assertThat(ids(row(0, 1, 1.5), row(1, 1, 1), row(2, 1, 1.8), row(3, 5, 0), row(4, 6, 0)))
                .startsWith(1, 0);
    }

    @Test
    void aFarRowIsBehindAWorseOneInside() {
        assertThat(ids(row(0, 1.0, 9), row(1, 1.1, 0.9), row(2, 2, 0.5), row(3, 3, 0), row(4, 4, -0.5)))
                .startsWith(1);
    }

    @Test
    void infeasibleAndFailedRowsStayBehind() {
        Row infeasible = new Row(5, new double[] {0}, 0);
        infeasible.tell(-9, 1);
        Row failed = new Row(6, new double[] {0}, 0);
        failed.fail();
        assertThat(ids(failed, infeasible, row(0, 2, 4), row(1, 1, 0.5), row(2, 1.5, 0)))
                .endsWith(5, 6);
    }
}
