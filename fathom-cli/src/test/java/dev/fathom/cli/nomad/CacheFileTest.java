package dev.fathom.cli.nomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CacheFileTest {

    @Test
    void whatIsWrittenReadsAsTheSame() {
        String text = CacheFile.write(
                "OBJ PB",
                List.of(
                        new CacheFile.Point(new double[] {1, 0.25}, true, List.of("3.5", "-1")),
                        new CacheFile.Point(new double[] {0, 2}, false, List.of())));
        assertThat(text)
                .isEqualTo(
                        "CACHE_HITS 0\nBB_OUTPUT_TYPE OBJ PB\n( 0 2 ) EVAL_FAILED ( )\n( 1 0.25 ) EVAL_OK ( 3.5 -1 )\n");
        assertThat(CacheFile.isOne(text)).isTrue();
        List<CacheFile.Point> points = CacheFile.read(text);
        assertThat(points).extracting(CacheFile.Point::isOk).containsExactly(false, true);
        assertThat(points.get(1).x()).containsExactly(1, 0.25);
        assertThat(points.get(1).outputs()).containsExactly("3.5", "-1");
    }

    @Test
    void coordinatesMustBeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheFile.read("( 1 x ) EVAL_OK ( 1 )"))
                .withMessage("'x' is not a number");
    }

    @Test
    void numbersAloneAreNoCache() {
        assertThat(CacheFile.isOne("1 2 3\n4 5 6")).isFalse();
    }
}
