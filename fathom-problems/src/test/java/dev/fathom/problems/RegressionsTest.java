package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.problems.nist.NistProblem;
import org.junit.jupiter.api.Test;

class RegressionsTest {

    @Test
    void everyRegressionIsATestProblem() {
        assertThat(Problems.set("nist").functions()).hasSize(27).allSatisfy(name -> {
            TestProblem problem = Problems.of(name);
            assertThat(problem.name()).isEqualTo(name + ":start1");
            assertThat(problem.regret(problem.optimum())).isCloseTo(0, within(1e-9 * problem.minimum() + 1e-20));
            assertThat(problem.box().low()).containsOnly(Double.NEGATIVE_INFINITY);
        });
    }

    @Test
    void bothStartsAreThoseOfTheNist() {
        NistProblem thurber = NistProblem.of("Thurber");
        assertThat(Problems.of("nist-thurber").box().start()).isEqualTo(thurber.firstStart());
        assertThat(Problems.of("nist-thurber:start2").box().start()).isEqualTo(thurber.secondStart());
    }
}
