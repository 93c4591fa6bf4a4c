package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.algorithms.mads.Choices.QueueSort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Y", "true", "1", "ON"})
    void yesHasSeveralSpellings(String text) {
        assertThat(Format.flag().read(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "N", "false", "0", "off"})
    void noHasSeveralSpellings(String text) {
        assertThat(Format.flag().read(text)).isFalse();
    }

    @Test
    void whateverElseIsNeither() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.flag().read("maybe"))
                .withMessage("it is neither yes nor no");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "+7, 7", "1e3, 1000", "inf, 9223372036854775807", "+INF, 9223372036854775807"})
    void wholeNumbersMayBeWrittenInSeveralWays(String text, long value) {
        assertThat(Format.whole(0, Long.MAX_VALUE).read(text)).isEqualTo(value);
    }

    @Test
    void longWholeNumbersKeepAllDigits() {
        assertThat(Format.whole(0, Long.MAX_VALUE).read("123456789012345678")).isEqualTo(123_456_789_012_345_678L);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, it is not a whole number",
        "x, it is not a number",
        "-1, it is not between 0 and 4",
        "5, it is not between 0 and 4",
        "inf, it is not between 0 and 4",
        "NaN, it is not a whole number"
    })
    void wholeNumbersAreChecked(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.whole(0, 4).read(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "NaN", "inf"})
    void realNumbersAreChecked(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.real(0, 1).read(text))
                .withMessage("it is not between 0 and 1");
    }

    @Test
    void realNumbersMayBeInfinite() {
        assertThat(Format.real(0, INF).read("Infinity")).isEqualTo(INF);
        assertThat(Format.real(0, INF).write(INF)).isEqualTo("inf");
    }

    @Test
    void wordsAreFoundInAnyCaseAndSpacing() {
        assertThat(Format.word(QueueSort.class).read("dir_last_success")).isEqualTo(QueueSort.DIR_LAST_SUCCESS);
        assertThat(Format.word(DirectionType.class).read("ortho  n+1 neg")).isEqualTo(DirectionType.ORTHO_NP1_NEG);
    }

    @Test
    void anUnknownWordIsNamedWithTheOthersInTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.DIRECTION_TYPE.read("ORTHO 3N"))
                .withMessageStartingWith("DIRECTION_TYPE cannot be \"ORTHO 3N\": there is no such word.")
                .withMessageContaining("ORTHO 2N, ORTHO N+1 NEG");
    }

    @Test
    void indicesMayBeRanges() {
        assertThat(Format.indices().read("0 2-4 7")).containsExactly(0L, 2L, 3L, 4L, 7L);
        assertThat(Format.lines(Format.indices()).read("0-1\n\n2 3")).containsExactly(List.of(0L, 1L), List.of(2L, 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-", "-1", "a", "4-2", "1.5"})
    void brokenIndicesAreNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.indices().read(text))
                .withMessageContaining(text);
    }

    @Test
    void outputTypesHaveSynonyms() {
        assertThat(OutputType.format().read("( obj CSTR peb_e - EXTRA_O cnt_eval )"))
                .containsExactly(
                        OutputType.OBJ,
                        OutputType.PB,
                        OutputType.EB,
                        OutputType.NOTHING,
                        OutputType.NOTHING,
                        OutputType.CNT_EVAL);
    }
}
