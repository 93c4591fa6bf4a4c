package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Shape;
import org.junit.jupiter.api.Test;

class FixedVariablesTest {

    private static Variables fixed(String text) {
        return new Variables(Shape.reals(4), Settings.STANDARD.with("FIXED_VARIABLE", text));
    }

    @Test
    void aNumberIsTheValue() {
        Variables variables = fixed("( 0.5 - 2 - )");
        assertThat(variables.free).containsExactly(1, 3);
        assertThat(variables.start).containsExactly(0.5, 0, 2, 0);
    }

    @Test
    void withoutANumberTheStartIsTheValue() {
        Variables variables = fixed("0-1\n1 7");
        assertThat(variables.free).containsExactly(2, 3);
        assertThat(variables.start).containsExactly(0, 7, 0, 0);
    }
}
