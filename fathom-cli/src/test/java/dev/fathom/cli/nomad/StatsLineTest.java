package dev.fathom.cli.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsLineTest {

    private static final Point POINT =
            new Point(new double[] {0.5, 2}, List.of("0.5", "2"), List.of(1.23456), 0.25, List.of("1.23456", "0.5"));

    private static String line(String words) {
        return new StatsLine(new Line("STATS_FILE", words, 0).words()).of(POINT, new StatsLine.Counts(7, 4, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "BBE OBJ, 7 1.23456",
        "BBE ( SOL ) BBO, 7 ( 0.5 2 ) 1.23456 0.5",
        "eval Time cons_h, 7 12 0.25",
        "FEAS_BBE INF_BBE, 4 3",
        "%.2fOBJ %8.1eOBJ, 1.23  1.2e+00",
        "( %5.2SOL ), (  0.50  2.00 )",
        "%05dOBJ, 00001",
        "$BBE$ & ( $%.1SOL$ ), $7$ & ( $0.5 2.0$ )",
        "MESH_SIZE text 50\\%, - text 50%"
    })
    void wordsBecomeValues(String words, String expected) {
        assertThat(line(words)).isEqualTo(expected);
    }

    @Test
    void withoutWordsItIsNumberAndObjective() {
        assertThat(new StatsLine(List.of()).of(POINT, new StatsLine.Counts(1, 1, 0)))
                .isEqualTo("1 1.23456");
    }

    @Test
    void failedEvaluationsAreInfinite() {
        Point failed = new Point(new double[] {1}, List.of("1"), List.of(), Double.POSITIVE_INFINITY, List.of());
        assertThat(new StatsLine(List.of("OBJ", "CONS_H")).of(failed, new StatsLine.Counts(1, 0, 0)))
                .isEqualTo("inf inf");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThat(new StatsLine(List.of("BBE", "mesh_size", "H_MAX", "SOL")).notKnown())
                .containsExactly("H_MAX", "MESH_SIZE");
    }
}
