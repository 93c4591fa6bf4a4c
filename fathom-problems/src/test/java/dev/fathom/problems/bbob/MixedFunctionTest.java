package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.problems.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedFunctionTest {

    @Test
    void kindsOfVariablesComeInGroups() {
        TestProblem problem = Problems.of("bbob-mixint:f3:i2:d10");
        assertThat(problem.box().low()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, -5, -5);
        assertThat(problem.box().high()).containsExactly(1, 1, 3, 3, 7, 7, 15, 15, 5, 5);
        assertThat(problem.box().variables().subList(0, 8)).containsOnly(Variable.WHOLE);
        assertThat(problem.box().variables().subList(8, 10)).containsOnly(Variable.REAL);
        assertThat(problem.box().contains(problem.optimum())).isTrue();
    }

    @Test
    void otherNumbersCountAsTheNextWholeNumber() {
        MixedFunction function = MixedFunction.of(15, 1, 5);
        assertThat(function.applyAsDouble(new double[] {0.4, 1.5, 9, -3, 1.25}))
                .isEqualTo(function.applyAsDouble(new double[] {0, 2, 7, 0, 1.25}));
        assertThat(function.applyAsDouble(new double[] {0, 2, 7, 0, 1.25}))
                .isNotEqualTo(function.applyAsDouble(new double[] {0, 2, 7, 0, 1.5}));
    }

    /// With the whole numbers at their optimum the real ones see the inner function, times 0.01.
    @ParameterizedTest
    @CsvSource({"BBOB, 10", "BBOB, 75", "LARGESCALE, 80"})
    void realNumbersSeeTheFunctionBeneath(Suite suite, int d) {
        BbobFunction inner = suite.function(9, 3, d);
        MixedFunction function = MixedFunction.of(9, 3, d);
        double[] place = inner.optimum();
        double[] x = function.optimum();
        place[d - 1] += 0.5;
        x[d - 1] += 0.5;
        assertThat(function.applyAsDouble(x)).isCloseTo(0.01 * inner.applyAsDouble(place), within(1e-10));
    }

    @Test
    void otherNumbersOfVariablesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("bbob-mixint:f1:d12"))
                .withMessage("the number of variables is 12, but must be a multiple of 5, because there are as many of"
                        + " each kind. Maybe take 15.");
    }
}
