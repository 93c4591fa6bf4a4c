package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.problems.Known;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionPairTest {

    @Test
    void pairsComeInOrder() {
        assertThat(FunctionPair.functions(1)).containsExactly(1, 1);
        assertThat(FunctionPair.functions(10)).containsExactly(1, 21);
        assertThat(FunctionPair.functions(11)).containsExactly(2, 2);
        assertThat(FunctionPair.functions(55)).containsExactly(21, 21);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 24, 38, 47, 54})
    void noValueIsBelowTheIdealAndNoNadirIsInIt(int f) {
        TestProblem problem = Problems.of("bbob-biobj:d4:i15:f" + f);
        Known.Front front = (Known.Front) problem.known();
        Rng rng = Rng.of(31).fork(f);
        for (int k = 0; k < 100; k++) {
            double[] x = rng.doubles(4, -5, 5).toArray();
            double[] values = problem.values(x).losses();
            assertThat(values[0]).isGreaterThan(front.ideal()[0]);
            assertThat(values[1]).isGreaterThan(front.ideal()[1]);
        }
        assertThat(front.reference()[0]).isGreaterThan(front.ideal()[0]);
        assertThat(front.reference()[1]).isGreaterThan(front.ideal()[1]);
    }

    /// With both spheres the roots of the heights, distances to the optima, add up to the distance between the optima.
    @Test
    void theFrontOfTwoSpheresIsKnown() {
        Known.Front front = (Known.Front) Problems.of("bbob-biobj:f1:i2:d5").known();
        double[][] points = front.points().apply(11);
        assertThat(points).hasNumberOfRows(11);
        double apart = Math.sqrt(front.reference()[0] - front.ideal()[0]);
        for (double[] point : points) {
            double there = Math.sqrt(Math.max(0, point[0] - front.ideal()[0]));
            double back = Math.sqrt(Math.max(0, point[1] - front.ideal()[1]));
            assertThat(there + back).isCloseTo(apart, within(1e-6));
        }
        assertThat(points[0]).containsExactly(new double[] {front.ideal()[0], front.reference()[1]}, within(1e-10));
        assertThat(points[10]).containsExactly(new double[] {front.reference()[0], front.ideal()[1]}, within(1e-10));
    }

    @Test
    void otherFrontsAreNot() {
        assertThat(IntStream.rangeClosed(2, 55).mapToObj(f ->
                        (Known.Front) Problems.of("bbob-biobj:d2:f" + f).known()))
                .allMatch(front -> front.points().apply(5).length == 0);
    }

    @Test
    void thereAreFifteenInstances() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of("bbob-biobj:f1:i16"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionPair.of(1, 16, 2))
                .withMessage("there is no instance 16 in the suite. Maybe take a number from 1 to 15.");
    }
}
