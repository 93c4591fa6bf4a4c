package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerVariableTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Format<PerVariable> NUMBERS = Format.perVariable(-INF, INF);
    private static final Format<PerVariable> FIXED = Format.somePerVariable(INF);

    private static double[] read(String text, int d) {
        return NUMBERS.read(text).resolve("LOWER_BOUND", d);
    }

    @Test
    void aVectorGivesEachVariableItsNumber() {
        assertThat(read("( -5 - 1e-3 inf )", 4)).containsExactly(-5, Double.NaN, 0.001, INF);
        assertThat(read("(1 2)", 2)).containsExactly(1, 2);
        assertThat(read("[1, 2, 3]", 3)).containsExactly(1, 2, 3);
        assertThat(read("( 0 1 )", 2)).containsExactly(0, 1);
    }

    @Test
    void aStarStandsForAllVariables() {
        assertThat(read("* 4.5", 3)).containsExactly(4.5, 4.5, 4.5);
        assertThat(read("4.5", 3)).containsExactly(4.5, 4.5, 4.5);
    }

    @Test
    void laterLinesHoldAgainstEarlierOnes() {
        assertThat(read("* 0\n1-2 -1\n2 -inf", 4)).containsExactly(0, -1, -INF, 0);
    }

    @Test
    void whatIsNotNamedHasNoNumber() {
        assertThat(read("1 7", 3)).containsExactly(Double.NaN, 7, Double.NaN);
    }

    @Test
    void aVariableThatDoesNotExistIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("0-3 1", 3))
                .withMessage("LOWER_BOUND names variable 3, but there are only 3, counted from 0. Maybe leave it out?");
    }

    @ParameterizedTest
    @CsvSource({"x 1, x", "-1 3, -1", "1.5 3, 1.5", "3-1 2, from 3 to 1", "0 a, not a number", "( 1 b ), not a number"})
    void whatCannotBeReadIsNamed(String text, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NUMBERS.read(text))
                .withMessageContaining(named);
    }

    @Test
    void numbersOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.GRANULARITY.read("( 0.1 -2 )"))
                .withMessageStartingWith("GRANULARITY cannot be \"( 0.1 -2 )\": it is not at least 0.");
    }

    @Test
    void fixedVariablesMayComeWithoutANumber() {
        assertThat(FIXED.read("0").resolve("F", 3)).containsExactly(INF, Double.NaN, Double.NaN);
        assertThat(FIXED.read("1-2\n2 5").resolve("F", 3)).containsExactly(Double.NaN, INF, 5);
        assertThat(FIXED.read("( 0.5 - 2 )").resolve("F", 3)).containsExactly(0.5, Double.NaN, 2);
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        for (String text : new String[] {"( 1 - inf )", "* 0.25", "0-2 1\n1 -", "( 1 )", "-inf"}) {
            PerVariable value = NUMBERS.read(text);
            assertThat(NUMBERS.read(NUMBERS.write(value))).isEqualTo(value);
        }
        PerVariable fixed = FIXED.read("( 0.5 - 2 )\n1\n0-1 4");
        assertThat(FIXED.read(FIXED.write(fixed))).isEqualTo(fixed);
        assertThat(NUMBERS.write(PerVariable.NONE)).isEmpty();
    }

    @Test
    void programsGiveNumbersDirectly() {
        assertThat(PerVariable.of(1, Double.NaN).resolve("A", 2)).containsExactly(1, Double.NaN);
        assertThat(PerVariable.all(3).resolve("A", 2)).containsExactly(3, 3);
        assertThat(PerVariable.NONE.isEmpty()).isTrue();
    }
}
