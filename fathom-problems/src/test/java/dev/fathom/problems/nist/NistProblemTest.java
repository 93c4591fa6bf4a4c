package dev.fathom.problems.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NistProblemTest {

    static List<NistProblem> problems() {
        return NistProblem.all();
    }

    /// Within what rounding of the parameters to 11 digits, δ, may add: (Σ |Jᵢ| δᵢ)². This matters for Lanczos1 only,
    /// whose residuals are smaller than that.
    @ParameterizedTest
    @MethodSource("problems")
    void certifiedParametersGiveTheCertifiedSum(NistProblem problem) {
        double[][] jacobian = Derivatives.of(problem);
        double rounding = 0;
        for (int i = 0; i < problem.dimension(); i++) {
            double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(Math.abs(problem.certified()[i]))) - 10);
            rounding += unit / 2 * Derivatives.length(jacobian, i);
        }
        double minimum = problem.minimum();
        assertThat(problem.residualSumOfSquares(problem.certified()))
                .isCloseTo(minimum, within(1.2e-10 * minimum + rounding * rounding));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noNeighbourIsLower(NistProblem problem) {
        Rng rng = Rng.of(5).fork(problem.name());
        double[] deviations = problem.standardDeviations();
        for (int k = 0; k < 300; k++) {
            double[] b = problem.certified();
            for (int i = 0; i < b.length; i++) {
                b[i] += 0.01 * deviations[i] * rng.nextGaussian();
            }
            assertThat(problem.residualSumOfSquares(b)).isGreaterThan(problem.minimum());
        }
    }

    /// The certified deviation of bᵢ is s √(JᵀJ)⁻¹ᵢᵢ, J [n×p] the derivatives of the model at the solution.
    @ParameterizedTest
    @MethodSource("problems")
    void standardDeviationsFollowFromTheModel(NistProblem problem) {
        double[][] jacobian = Derivatives.of(problem);
        double[] deviations = problem.standardDeviations();
        for (int i = 0; i < deviations.length; i++) {
            double computed = problem.residualDeviation() * Derivatives.rootOfInverseDiagonal(jacobian, i);
            assertThat(computed).isCloseTo(deviations[i], Percentage.withPercentage(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void bothStartsAreWorseAndTheSecondIsNearer(NistProblem problem) {
        assertThat(problem.residualSumOfSquares(problem.firstStart())).isGreaterThan(problem.minimum());
        assertThat(problem.residualSumOfSquares(problem.secondStart())).isGreaterThan(problem.minimum());
        if (!List.of("Gauss3", "Bennett5").contains(problem.name())) {
            assertThat(relativeDistance(problem, problem.secondStart()))
                    .isLessThan(relativeDistance(problem, problem.firstStart()));
        }
    }

    private static double relativeDistance(NistProblem problem, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += Math.abs(b[i] / problem.certified()[i] - 1);
        }
        return sum;
    }

    @Test
    void sizesAreThoseOfTheNist() {
        assertThat(problems())
                .extracting(NistProblem::observations)
                .containsExactly(
                        14, 54, 214, 24, 250, 250, 6, 14, 151, 236, 128, 33, 24, 24, 250, 14, 14, 25, 168, 11, 37, 6, 9,
                        16, 35, 15, 154);
        assertThat(problems())
                .extracting(NistProblem::dimension)
                .containsExactly(2, 3, 3, 6, 8, 8, 2, 2, 5, 7, 3, 5, 6, 6, 8, 2, 2, 4, 9, 4, 7, 2, 3, 3, 3, 4, 3);
        assertThat(problems())
                .extracting(NistProblem::level)
                .filteredOn(Level.AVERAGE::equals)
                .hasSize(11);
    }

    /// The two that the NIST prints fit each other.
    @ParameterizedTest
    @MethodSource("problems")
    void residualDeviationsFollowFromTheSums(NistProblem problem) {
        double deviation = Math.sqrt(problem.minimum() / (problem.observations() - problem.dimension()));
        assertThat(deviation / problem.residualDeviation()).isCloseTo(1, within(1e-10));
    }

    @Test
    void nelsonHasTwoPredictorsAndALogarithmicResponse() {
        NistProblem nelson = NistProblem.of("Nelson");
        assertThat(nelson.x()[0]).containsExactly(1, 180);
        assertThat(nelson.y()[0]).isEqualTo(StrictMath.log(15));
    }

    @Test
    void unknownNamesAreAnsweredWithKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NistProblem.of("Thurbr"))
                .withMessageContaining("Maybe one of these: Misra1a,");
    }

    @Test
    void parametersOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NistProblem.of("Thurber").residualSumOfSquares(new double[6]))
                .withMessageStartingWith("Thurber takes 7 parameters, but got 6");
    }
}
