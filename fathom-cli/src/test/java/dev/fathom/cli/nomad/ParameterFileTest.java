package dev.fathom.cli.nomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fathom.algorithms.mads.Choices.QueueSort;
import dev.fathom.algorithms.mads.DirectionType;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import dev.fathom.cli.study.BadInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFileTest {

    private static ParameterFile file(String text) {
        return ParameterFile.of("param.txt", Path.of("/study"), text);
    }

    private static Settings read(String text) {
        return SettingsReader.read(file("DIMENSION 3\n" + text));
    }

    private static String error(String text) {
        try {
            return "no error but " + read(text);
        } catch (BadInput e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aLineIsANameInAnyCaseAndAValue() {
        Settings settings = read("max_bb_eval 100\n\n   Bb_Output_Type\tobj PB  cstr eb\n");
        assertThat(settings.get(Parameters.MAX_BB_EVAL)).isEqualTo(100);
        assertThat(settings.get(Parameters.BB_OUTPUT_TYPE))
                .containsExactly(OutputType.OBJ, OutputType.PB, OutputType.PB, OutputType.EB);
    }

    @Test
    void commentsAreLeftOut() {
        Settings settings = read("""
                # SEED 1
                    #SEED 2
                % SEED 3 of a file for MATLAB, whose words don't matter
                SEED 4 # SEED 5
                HISTORY_FILE a#b.txt
                BB_EXE "$sh -c '# no comment'"
                """);
        assertThat(settings.get(Parameters.SEED)).isEqualTo(4);
        assertThat(settings.get(Parameters.HISTORY_FILE)).isEqualTo("a#b.txt");
        assertThat(settings.get(Parameters.BB_EXE)).isEqualTo("$sh -c '# no comment'");
    }

    @Test
    void vectorsMayGoOverSeveralLines() {
        Settings settings = read("""
                LOWER_BOUND ( -1  # the first
                              -   # has none
                              -inf )
                UPPER_BOUND (1 2 3)
                DISPLAY_STATS BBE ( SOL
                SEED 4
                """);
        assertThat(settings.get(Parameters.LOWER_BOUND).resolve("", 3))
                .containsExactly(-1, Double.NaN, Double.NEGATIVE_INFINITY);
        assertThat(settings.get(Parameters.UPPER_BOUND).resolve("", 3)).containsExactly(1, 2, 3);
        assertThat(settings.get(Parameters.DISPLAY_STATS)).isEqualTo("BBE ( SOL");
        assertThat(settings.get(Parameters.SEED)).isEqualTo(4);
    }

    @Test
    void severalLinesOfAVectorFollowOneAnother() {
        assertThat(read("GRANULARITY * 0.5\nGRANULARITY 1-2 0\nGRANULARITY 2 1e-2")
                        .get(Parameters.GRANULARITY)
                        .resolve("", 3))
                .containsExactly(0.5, 0, 0.01);
    }

    @Test
    void directionsAndGroupsMayStandInSeveralLines() {
        Settings settings =
                read("DIRECTION_TYPE ORTHO 2n\nDIRECTION_TYPE n+1 uni\nVARIABLE_GROUP 0-1\nVARIABLE_GROUP 2");
        assertThat(settings.get(Parameters.DIRECTION_TYPE))
                .containsExactly(DirectionType.ORTHO_2N, DirectionType.NP1_UNI);
        assertThat(settings.get(Parameters.VARIABLE_GROUP)).hasToString("[[0, 1], [2]]");
    }

    @Test
    void quotesAreNoPartOfAText() {
        assertThat(read("CACHE_FILE \"my cache.txt\"").get(Parameters.CACHE_FILE))
                .isEqualTo("my cache.txt");
        assertThat(read("BB_EXE '$python3 bb.py'").get(Parameters.BB_EXE)).isEqualTo("$python3 bb.py");
        assertThat(read("STATS_FILE stats.txt BBE %.2fOBJ").get(Parameters.STATS_FILE))
                .isEqualTo("stats.txt BBE %.2fOBJ");
    }

    @Test
    void earlierNamesAndWordsAreUnderstood() {
        Settings settings = read("""
                F_TARGET 1e-3
                EVAL_QUEUE_SORT LAST_SUCCESS
                VNS_SEARCH yes
                INITIAL_POLL_SIZE ( 1 2 3 )
                DISPLAY_DEGREE 0300
                DISABLE MODELS
                SEED NONE
                """);
        assertThat(settings.get(Parameters.OBJECTIVE_TARGET)).isEqualTo(0.001);
        assertThat(settings.get(Parameters.EVAL_QUEUE_SORT)).isEqualTo(QueueSort.DIR_LAST_SUCCESS);
        assertThat(settings.get(Parameters.VNS_MADS_SEARCH)).isTrue();
        assertThat(settings.get(Parameters.INITIAL_FRAME_SIZE).resolve("", 3)).containsExactly(1, 2, 3);
        assertThat(settings.get(Parameters.DISPLAY_DEGREE)).isZero();
        assertThat(settings.get(Parameters.QUAD_MODEL_SEARCH)).isFalse();
        assertThat(settings.get(Parameters.SEED)).isEqualTo(-1);
    }

    @Test
    void whatHasNoMeaningHereIsNamedOnly() {
        ParameterFile file = file("DIMENSION 1\nUSE_IBEX true\nQP_verbose 1\nDISCO_MADS_OPTIMIZATION no");
        assertThat(file.idle()).containsExactly("USE_IBEX", "QP_VERBOSE", "DISCO_MADS_OPTIMIZATION");
        assertThat(SettingsReader.read(file)).hasToString("DIMENSION 1");
    }

    @Test
    void anUnknownNameIsAnErrorWithItsPlace() {
        assertThat(error("\nMAX_BB_EVALS 10"))
                .isEqualTo("param.txt: line 3: there is no parameter MAX_BB_EVALS. Maybe MAX_BB_EVAL or MAX_EVAL?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MAX_BB_EVAL many        | param.txt: line 2: MAX_BB_EVAL cannot be "many": it is not a number. Maybe a whole number at least 1?
            MAX_BB_EVAL 0           | it is not at least 1
            MAX_BB_EVAL             | param.txt: line 2: MAX_BB_EVAL has no value. Maybe remove the line?
            EVAL_OPPORTUNISTIC so   | it is neither yes nor no
            DIRECTION_TYPE ORTHO 4N | there is no such word
            LOWER_BOUND ( 1 2 )     | param.txt: line 2: LOWER_BOUND has 2 values, but DIMENSION is 3. Maybe LOWER_BOUND * v
            LOWER_BOUND 0-3 1       | LOWER_BOUND names variable 3, but there are only 3
            LOWER_BOUND x 1         | "x" stands where the number of a variable should
            LOWER_BOUND ( 1 2 3     | a bracket of LOWER_BOUND is not closed: ( 1 2 3. Maybe add ) at the end?
            LOWER_BOUND 1 2 3 )     | a bracket of LOWER_BOUND is not opened
            BB_EXE "a               | param.txt: line 2: the quote " is not closed
            BB_OUTPUT_TYPE OBJ XX   | there is no such word
            """)
    void aWrongValueIsAnErrorWithItsPlace(String line, String message) {
        assertThat(error(line)).contains(message);
    }

    @Test
    void anUnclosedBracketEndsBeforeTheNextParameter() {
        assertThat(error("LOWER_BOUND ( 1 2\nUPPER_BOUND * 1"))
                .startsWith("param.txt: line 2: a bracket of LOWER_BOUND is not closed: ( 1 2.");
    }

    @Test
    void aParameterThatStandsTwiceIsAnError() {
        assertThat(error("SEED 1\nRHO 1\nseed 2"))
                .isEqualTo("param.txt: line 4: SEED stands twice, also in line 2. Maybe remove one?");
    }

    @Test
    void theDimensionIsNeeded() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SettingsReader.read(file("SEED 1")))
                .withMessageStartingWith("param.txt: DIMENSION is missing. Maybe");
    }
}
