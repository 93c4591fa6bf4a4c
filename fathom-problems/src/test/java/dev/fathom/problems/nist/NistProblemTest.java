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

    @ParameterizedTest
    @MethodSource("problems")
    void certifiedParametersGiveTheCertifiedSum(NistProblem problem) {
        assertThat(problem.residualSumOfSquares(problem.certified()) / problem.minimum())
                .isCloseTo(1, within(1e-10));
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
            double computed = problem.residualStandardDeviation() * Derivatives.rootOfInverseDiagonal(jacobian, i);
            assertThat(computed).isCloseTo(deviations[i], Percentage.withPercentage(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void bothStartsAreWorseAndTheSecondIsNearer(NistProblem problem) {
        assertThat(problem.residualSumOfSquares(problem.firstStart())).isGreaterThan(problem.minimum());
        assertThat(problem.residualSumOfSquares(problem.secondStart())).isGreaterThan(problem.minimum());
        assertThat(relativeDistance(problem, problem.secondStart()))
                .isLessThan(relativeDistance(problem, problem.firstStart()));
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
        assertThat(problems()).extracting(NistProblem::observations).containsExactly(14, 33, 37);
        assertThat(problems()).extracting(NistProblem::dimension).containsExactly(2, 5, 7);
    }

    /// The residual standard deviations that the NIST prints next to the sums.
    @Test
    void residualDeviationsAreThoseOfTheNist() {
        assertThat(NistProblem.misra1a().residualStandardDeviation()).isCloseTo(1.0187876330E-01, within(1e-11));
        assertThat(NistProblem.mgh17().residualStandardDeviation()).isCloseTo(1.3970497866E-03, within(1e-13));
        assertThat(NistProblem.thurber().residualStandardDeviation()).isCloseTo(1.3714600784E+01, within(1e-9));
    }

    @Test
    void parametersOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NistProblem.thurber().residualSumOfSquares(new double[6]))
                .withMessageStartingWith("Thurber takes 7 parameters, but got 6");
    }
}
