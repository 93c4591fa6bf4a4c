package dev.fathom.cli.nomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import dev.fathom.cli.nomad.Variable.Kind;
import dev.fathom.cli.study.BadInput;
import dev.fathom.space.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static List<Variable> read(String text) {
        ParameterFile file = ParameterFile.of("p", Path.of("/"), text.replace("; ", "\n"));
        Settings settings = SettingsReader.read(file);
        int dimension = Variables.dimension(settings);
        return Variables.of(file, settings, Starts.of(file, dimension, Map.of()));
    }

    private static Settings searched(String text) {
        Settings settings = SettingsReader.read(ParameterFile.of("p", Path.of("/"), text));
        return Searched.of(settings, read(text));
    }

    @Test
    void everyTypeHasItsSpace() {
        List<Variable> variables = read("""
                DIMENSION 5
                BB_INPUT_TYPE ( R I B I R )
                LOWER_BOUND ( -1 0 - 2 - )
                UPPER_BOUND ( 1 9 - - - )
                X0 ( 0.5 3 1 7 100 )
                """);
        assertThat(variables)
                .extracting(Variable::kind)
                .containsExactly(Kind.REAL, Kind.INTEGER, Kind.BINARY, Kind.INTEGER, Kind.REAL);
        Space<Map<String, Object>> space = Setting.space(variables);
        assertThat(space.initial()).hasToString("{x0=0.5, x1=3, x2=1, x3=7, x4=100.0}");
        assertThat(space.dimension()).isEqualTo(5);
        assertThat(space.columns().get(4).unit()).isEqualTo(1);
        assertThat(space.columns().get(3).unit()).isEqualTo(1);
        assertThat(variables.get(2).high()).isEqualTo(1);
        assertThat(variables.get(4).low()).isEqualTo(-INF);
    }

    @Test
    void typesMayBeGivenForAllOrForSome() {
        assertThat(read("DIMENSION 2; BB_INPUT_TYPE * I; X0 * 1")).allMatch(Variable::isWhole);
        assertThat(read("DIMENSION 3; BB_INPUT_TYPE * R; BB_INPUT_TYPE 1-2 B; X0 * 1"))
                .extracting(Variable::isWhole)
                .containsExactly(false, true, true);
        assertThat(read("DIMENSION 2; BB_INPUT_TYPE r i; X0 * 1").get(1).isWhole())
                .isTrue();
    }

    @Test
    void withoutAStartTheMiddleIsOne() {
        List<Variable> variables = read("DIMENSION 2; LOWER_BOUND * 0; UPPER_BOUND * 5; GRANULARITY ( 0 2 )");
        assertThat(variables).extracting(Variable::start).containsExactly(2.5, 2.0);
    }

    @Test
    void boundsOfGranularVariablesMoveInside() {
        Variable variable = read("DIMENSION 1; LOWER_BOUND * 0.25; UPPER_BOUND * 1.99; GRANULARITY * 0.5; X0 1")
                .getFirst();
        assertThat(variable.low()).isEqualTo(0.5);
        assertThat(variable.high()).isEqualTo(1.5);
        assertThat(read("DIMENSION 1; LOWER_BOUND * 0; UPPER_BOUND * 0.3; GRANULARITY * 0.1; X0 0.3")
                        .getFirst()
                        .high())
                .isEqualTo(0.3);
    }

    @Test
    void fixedVariablesAreConstants() {
        List<Variable> variables = read(
                "DIMENSION 4; X0 ( 1 2 3 4 ); FIXED_VARIABLE ( - 2 - - ); FIXED_VARIABLE 0; LOWER_BOUND 3 4; UPPER_BOUND 3 4");
        assertThat(variables).extracting(Variable::isFixed).containsExactly(true, true, false, true);
        assertThat(variables).extracting(Variable::start).containsExactly(1.0, 2.0, 3.0, 4.0);
        Space<Map<String, Object>> space = Setting.space(variables);
        assertThat(space.dimension()).isEqualTo(1);
        assertThat(space.initial()).containsEntry("x3", 4.0);
    }

    @Test
    void theSearchKnowsOnlyTheFreeVariables() {
        Settings settings = searched("""
                DIMENSION 4
                X0 ( 1 2 3 4 )
                FIXED_VARIABLE 1
                LOWER_BOUND ( 0 0 - -4 )
                INITIAL_FRAME_SIZE ( 1 2 3 4 )
                VARIABLE_GROUP 0-1
                VARIABLE_GROUP 1
                VARIABLE_GROUP 2 3
                STATS_FILE s.txt
                NM_SEARCH no
                """);
        assertThat(settings.get(Parameters.DIMENSION)).isEqualTo(3);
        assertThat(settings.get(Parameters.LOWER_BOUND).resolve("", 3)).containsExactly(0, Double.NaN, -4);
        assertThat(settings.get(Parameters.INITIAL_FRAME_SIZE).resolve("", 3)).containsExactly(1, 3, 4);
        assertThat(settings.get(Parameters.VARIABLE_GROUP)).hasToString("[[0], [1, 2]]");
        assertThat(settings.get(Parameters.NM_SEARCH)).isFalse();
        assertThat(settings.has(Parameters.STATS_FILE)).isFalse();
        assertThat(settings.has(Parameters.FIXED_VARIABLE)).isFalse();
    }

    @Test
    void anIntegerWithOneBoundGetsAFirstFrame() {
        Settings settings = searched("DIMENSION 2\nBB_INPUT_TYPE * I\nLOWER_BOUND * 1\nX0 ( 47 1 )");
        assertThat(settings.get(Parameters.INITIAL_FRAME_SIZE).resolve("", 2)).containsExactly(5, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "R, 0, 0.1, 0.1",
        "R, 0, 5, 5",
        "R, 0, -0.0, 0",
        "R, 0, 1e-7, 1.0E-7",
        "R, 0, 0.30000000000000004, 0.30000000000000004",
        "R, 0.1, 0.30000000000000004, 0.3",
        "R, 0.01, 6.0099999999999998, 6.01",
        "R, 0.25, 1e9, 1000000000",
        "I, 0, 12, 12"
    })
    void valuesAreWrittenWithAllTheirDigitsAndNoMore(String kind, double granularity, double value, String text) {
        Kind type = kind.equals("I") ? Kind.INTEGER : Kind.REAL;
        assertThat(new Variable(0, type, -INF, INF, granularity, 0, false).text(value))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DIMENSION 2; LOWER_BOUND * 3; UPPER_BOUND ( 4 2 ); X0 * 3      | the lower bound 3 of variable 1 is above its upper bound 2
            DIMENSION 2; UPPER_BOUND * 3; X0 ( 3 4 )                       | has 4 for variable 1, which is outside its bounds
            DIMENSION 1; BB_INPUT_TYPE B; X0 2                             | has 2 for variable 0, which is outside its bounds 0 and 1
            DIMENSION 1; GRANULARITY * 0.5; X0 0.7                         | 0.7 for variable 0, which is no multiple of 0.5. Maybe 0.5?
            DIMENSION 1; BB_INPUT_TYPE I; X0 1.5                           | no multiple of 1. Maybe 2?
            DIMENSION 1; BB_INPUT_TYPE I; GRANULARITY 0 1.5; X0 3          | is an integer, but its granularity is 1.5
            DIMENSION 1; GRANULARITY 0 5; LOWER_BOUND 0 1; UPPER_BOUND 0 4 | no multiple of 5 between its bounds 1 and 4
            DIMENSION 2; LOWER_BOUND * 0                                   | X0 is missing, and variable 0 is not bounded on both sides
            DIMENSION 1; FIXED_VARIABLE 0 1; X0 2                          | fixed at 1, but X0 has 2
            DIMENSION 2; FIXED_VARIABLE 0; LOWER_BOUND * 0; UPPER_BOUND * 1 | fixed at its starting value, but X0 is missing
            DIMENSION 2; FIXED_VARIABLE 0 7; LOWER_BOUND * 0; UPPER_BOUND * 1 | fixed at 7, but lies between 0 and 1
            DIMENSION 1; FIXED_VARIABLE 0; X0 2                            | all variables are fixed
            DIMENSION 2; BB_INPUT_TYPE ( R ); X0 * 1                       | BB_INPUT_TYPE has 1 types, but DIMENSION is 2
            DIMENSION 2; BB_INPUT_TYPE ( R C ); X0 * 1                     | 'C' is no type. Maybe R (real)
            DIMENSION 2; BB_INPUT_TYPE 1-2 I; X0 * 1                       | there are only 0 to 1
            """)
    void contradictionsAreNamed(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(message)
                .withMessageMatching("(?s)p: .*Maybe .*\\?");
    }
}
