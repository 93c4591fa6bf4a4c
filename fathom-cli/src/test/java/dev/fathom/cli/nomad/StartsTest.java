package dev.fathom.cli.nomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fathom.cli.study.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartsTest {

    private static List<double[]> read(int dimension, String text, Map<String, String> files) {
        return Starts.of(ParameterFile.of("p", Path.of("/"), text), dimension, files);
    }

    private static List<double[]> read(int dimension, String text) {
        return read(dimension, text, Map.of());
    }

    @Test
    void aVectorIsAPoint() {
        assertThat(read(3, "X0 ( 1 -2 3e-1 )")).containsExactly(new double[] {1, -2, 0.3});
        assertThat(read(4, "X0 1 2 3 4")).containsExactly(new double[] {1, 2, 3, 4});
        assertThat(read(1, "X0 5")).containsExactly(new double[] {5});
    }

    @Test
    void eachVectorIsAnotherPoint() {
        assertThat(read(2, "X0 ( 1 2 )\nX0 (3 4)\nX0 * 5"))
                .containsExactly(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 5});
    }

    @Test
    void valuesOfVariablesChangeTheFirstPointOrThatOfANumber() {
        assertThat(read(3, "X0 * 0.0\nX0 0 5.0\nX0 1 * 1.0\nX0 1 0 -5.0"))
                .containsExactly(new double[] {5, 0, 0}, new double[] {-5, 1, 1});
        assertThat(read(4, "X0 0-1 2\nX0 2-3 7\nX0 1 ( 1 2 3 4 )"))
                .containsExactly(new double[] {2, 2, 7, 7}, new double[] {1, 2, 3, 4});
    }

    @Test
    void filesHoldPoints() {
        Map<String, String> files = Map.of("x0.txt", "1 2\n3\n4\n( 5 6 )", "x y.txt", "0 0");
        assertThat(read(2, "X0 x0.txt\nX0 \"x y.txt\"", files))
                .containsExactly(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6}, new double[] {0, 0});
    }

    @Test
    void cacheFilesHoldPoints() {
        String cache = "CACHE_HITS 3\nBB_OUTPUT_TYPE OBJ\n( 0.4 0.1 ) EVAL_OK ( 0.72 )\n( 1 2 ) EVAL_FAILED ( )\n";
        assertThat(read(2, "X0 cache.txt", Map.of("cache.txt", cache)))
                .containsExactly(new double[] {0.4, 0.1}, new double[] {1, 2});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            X0 ( 1 2 )     | p: line 1: X0 has 2 values, but DIMENSION is 3. Maybe one value for each variable?
            X0 1 2 3 4     | p: line 1: X0 has 4 values, but DIMENSION is 3
            X0 ( 1 a 3 )   | 'a' is not a number
            X0 ( 1 - 3 )   | the starting point 0 has no value for variable 1. Maybe X0 1 0?
            X0 0-1 2       | the starting point 0 has no value for variable 2
            X0 7 2         | X0 names variable 7, but there are only 3
            X0 2 ( 1 2 3 ) | '2' is no number of a starting point. Maybe 0 for the next one
            X0 * inf       | variable 0 is infinite
            X0 a b c       | 'a' is not a number
            """)
    void whatIsWrongIsNamed(String line, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(3, line))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1 2 3, 3 numbers",
                "1 b, 'b' is not a number",
                "``, there is no point",
                "( 1 ) EVAL_OK, 1 coordinates"
            })
    void wrongFilesAreNamed(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(2, "X0 x.txt", Map.of("x.txt", text)))
                .withMessageStartingWith("p: line 1: X0: x.txt: ")
                .withMessageContaining(message);
    }
}
