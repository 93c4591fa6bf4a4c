package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.fathom.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void theDimensionIsTenUnlessNamed() {
        assertThat(Problems.of("rastrigin").dimension()).isEqualTo(10);
        assertThat(Problems.of("rastrigin:d3").dimension()).isEqualTo(3);
        assertThat(Problems.of("rastrigin").name()).isEqualTo("rastrigin:d10");
    }

    @Test
    void settingsReachTheFormula() {
        assertThat(Problems.of("cigar:condition100:d2").value(new double[] {1, 1}))
                .isEqualTo(101);
        assertThat(Problems.of("cigar:d2").value(new double[] {1, 1})).isEqualTo(1_000_001);
        assertThat(Problems.of("cigar:condition1e3:d2").name()).isEqualTo("cigar:d2:condition1000");
    }

    @Test
    void everyNameOfAProblemMakesItAgain() {
        assertThat(Problems.names())
                .containsKeys("sphere", "bbob", "bbob-constrained")
                .allSatisfy((name, description) -> {
                    TestProblem problem = Problems.of(name);
                    assertThat(Problems.of(problem.name()).name()).isEqualTo(problem.name());
                    assertThat(description).isNotBlank().doesNotContain("\n");
                });
    }

    @Test
    void unknownNamesAreAnsweredWithNearOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("rastrign:d4"))
                .withMessageStartingWith("unknown problem 'rastrign'. Maybe rastrigin?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("styblinski"))
                .withMessageContaining("Maybe styblinski-tang?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("zzzz"))
                .withMessageContaining("`fathom list problems` shows all");
    }

    @Test
    void unknownSettingsAreAnsweredWithKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("ellipsoid:c3"))
                .withMessageStartingWith("\"ellipsoid\" has no setting \"c\". Maybe d, condition, shift,");
    }

    @Test
    void everyNameIsGivenOnce() {
        Family family = new Family("twin", "one of two", List.of(), name -> Problems.of("sphere"));
        assertThat(Problems.index(List.of(family))).containsOnlyKeys("twin");
        assertThatIllegalStateException()
                .isThrownBy(() -> Problems.index(List.of(family, family)))
                .withMessageContaining("two families of problems are called 'twin'");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("rosenbrock:d1"))
                .withMessageContaining("d in \"rosenbrock:d1\" is 1, but must be a whole number of at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of("sphere:d2.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of("cigar:condition0.5"));
    }

    @Test
    void pointsOfAnotherDimensionAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("sphere:d3").value(new double[2]))
                .withMessage(
                        "sphere:d3 takes 3 numbers, but got 2. Maybe name another dimension, as in \"sphere:d2\".");
    }

    @Test
    void theArraysOfAProblemCannotBeChanged() {
        TestProblem problem = Problems.of("sphere:d2");
        problem.box().low()[0] = 7;
        problem.optimum()[0] = 7;
        assertThat(problem.box().low()).containsExactly(-5.12, -5.12);
        assertThat(problem.optimum()).containsExactly(0, 0);
    }

    @Test
    void exchangedBoundsAreRefused() {
        double[] one = {1};
        double[] two = {2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestProblem.of("mine", two, one, Functions::sphere, one, 0))
                .withMessageContaining("two bounds are exchanged");
    }

    @Test
    void studiesTakeTheObjective() throws Exception {
        Outcome outcome = Problems.of("sphere:d2").objective().evaluate(new double[] {3, 4});
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Values.class,
                        values -> assertThat(values.losses()).containsExactly(25));
    }

    @Test
    void noSearchBeginsAtTheOptimum() {
        for (String name : Problems.names().keySet()) {
            TestProblem problem = Problems.of(name);
            double[] start = problem.box().start();
            assertThat(problem.box().contains(start)).isTrue();
            if (problem.goal().objectives() == 1 && problem.goal().constraints() == 0) {
                assertThat(problem.regret(start)).as(name).isGreaterThan(1e-3);
            }
        }
    }
}
