package dev.fathom.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final ParameterNames NAMES = new ParameterNames(
            Set.of("lc", "lp", "LC", "e", "kind", "fast", "weights", "optim", "optim.type", "optim.momentum"));

    private static final Map<String, Object> VALUES = Map.of(
            "lc",
            3,
            "lp",
            2.5,
            "LC",
            100,
            "e",
            1,
            "kind",
            "tanh",
            "fast",
            true,
            "weights",
            List.of(0.5, 2.0),
            "optim",
            Map.of("type", "sgd", "momentum", 0.9));

    private static double violation(String text) {
        return Formula.parse(text, NAMES).violation(VALUES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lc + lp <= 4; 1.5",
                "lc + lp <= 6; -0.5",
                "lc >= 4; 1",
                "lc >= lp; -0.5",
                "lc < 2; 1",
                "lc > 2; -1",
                "lc <= 3; 0",
                "LC <= 90; 10",
                "e <= 1; 0",
                "weights[1] * 2 <= 3; 1",
                "optim.momentum <= 0.5; 0.4",
                "max(lc, lp) - sqrt(4) <= 0; 1",
                "2 ^ lc <= 8; 0"
            })
    void comparisonsTellHowFar(String text, double expected) {
        assertThat(violation(text)).isEqualTo(expected);
    }

    @Test
    void strictComparisonsRefuseEquality() {
        assertThat(violation("lc < 3")).isPositive();
        assertThat(violation("lc > 3")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind != 'tanh' or lc < 3; 1",
                "kind == 'tanh' and lc == 3; 0",
                "not (lc > 2); 1",
                "fast; 0",
                "fast == false; 1",
                "optim.type == \"sgd\" && fast; 0"
            })
    void anythingElseIsATruth(String text, double expected) {
        assertThat(violation(text)).isEqualTo(expected);
    }

    @Test
    void whatIsNotThereIsSatisfied() {
        Formula formula = Formula.parse("optim.momentum <= 0.5", NAMES);
        assertThat(formula.violation(Map.of("optim", Map.of("type", "adam")))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lcc + lp <= 4; unknown parameter 'lcc'. Maybe",
                "optim.moment <= 4; unknown parameter 'optim.moment'. Maybe optim.momentum",
                "lc <= lp <= 4; comparisons cannot be chained. Maybe write two",
                "lc + <= 4; Maybe write it like",
                "nosuch(lc) <= 4; ndefined function",
                "lc in [1,2]; Maybe",
                "random() <= lc; changes from call to call"
            })
    void badFormulasAreRefused(String text, String message) {
        assertThatThrownBy(() -> Formula.parse(text, NAMES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lc + 1; not a truth",
                "kind - 1 <= 3; Maybe it mixes",
                "kind <= 3; Maybe it mixes",
                "weights[7] <= 3; out of bounds"
            })
    void mixedKindsAreRefused(String text, String message) {
        Formula formula = Formula.parse(text, NAMES);
        assertThatThrownBy(() -> formula.problem(VALUES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lc / (e - 1) <= 2", "sqrt(e - lc) >= 0", "log(e - 1) <= 3", "1 / (e - 1) == 2"})
    void whatCannotBeComputedIsViolated(String text) {
        assertThat(violation(text)).isInfinite().isPositive();
        assertThat(Formula.parse(text, NAMES).problem(VALUES)).isPresent();
    }
}
