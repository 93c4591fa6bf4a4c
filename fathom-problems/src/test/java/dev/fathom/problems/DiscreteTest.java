package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiscreteTest {

    static Stream<String> small() {
        return Stream.of("onemax", "leadingones", "jump")
                .flatMap(name -> Stream.of(name, name + "-unordered"))
                .flatMap(name -> Stream.of(name + ":d9", name + ":d2", name + ":d5:arity3"));
    }

    static Stream<String> all() {
        return Stream.concat(
                small(), Stream.of("onemax", "jump:d100:arity5", "bonnans", "bonnans:d8:i2", "bonnans:d1"));
    }

    /// The target is 0, 1, 0, 1, …; o of its digits are right.
    @ParameterizedTest
    @CsvSource({
        "onemax, 01010101, 0",
        "onemax, 00010101, 1",
        "onemax, 10101010, 8",
        "leadingones, 01010101, 0",
        "leadingones, 01000101, 5",
        "leadingones, 11010101, 8",
        "jump, 10101010, 6",
        "jump, 01101010, 4",
        "jump, 01010110, 0",
        "jump, 01010100, 7",
        "jump, 01010101, -2"
    })
    void valuesAreCounted(String function, String digits, double value) {
        assertThat(Problems.of(function + ":d8").value(numbers(digits))).isEqualTo(value);
        assertThat(Problems.of(function + "-unordered:d8").value(numbers(digits)))
                .isEqualTo(value);
    }

    @Test
    void theTargetCountsUpToTheArity() {
        assertThat(Problems.of("onemax:d7:arity3").optimum()).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @ParameterizedTest
    @MethodSource("small")
    void noPointAtAllIsLower(String name) {
        TestProblem problem = Problems.of(name);
        int d = problem.dimension();
        int arity = (int) problem.box().high()[0] + 1;
        double[] x = new double[d];
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int k = 0; k < Math.round(Math.pow(arity, d)); k++) {
            int rest = k;
            for (int j = 0; j < d; j++, rest /= arity) {
                x[j] = rest % arity;
            }
            double value = problem.value(x);
            best = value < least ? 1 : value == least ? best + 1 : best;
            least = Math.min(least, value);
        }
        assertThat(problem.minimum()).isEqualTo(least);
        assertThat(best).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theMinimumIsAttainedAndTheStartIsAnother(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(problem.value(problem.optimum())).isEqualTo(problem.minimum());
        assertThat(problem.box().contains(problem.optimum())).isTrue();
        assertThat(problem.box().contains(problem.box().start())).isTrue();
        assertThat(problem.value(problem.box().start())).isGreaterThan(problem.minimum());
        assertThat(Problems.of(problem.name()).name()).isEqualTo(problem.name());
    }

    @Test
    void bonnansIsDrawnFromItsInstance() {
        double[] x = new double[100];
        assertThat(Problems.of("bonnans:i1").value(x))
                .isEqualTo(Problems.of("bonnans").value(x))
                .isNotEqualTo(Problems.of("bonnans:i2").value(x));
        double[] ones = Problems.of("bonnans").optimum();
        assertThat(Arrays.stream(ones).sum()).isBetween(30.0, 70.0);
        assertThat(Problems.of("bonnans").value(x)).isCloseTo(6.25, within(3.0));
    }

    @ParameterizedTest
    @CsvSource({"onemax:d1000, 1000", "onemax-unordered:d1000:arity3, 3000"})
    void spacesOfManyDigitsHoldThem(String name, int columns) {
        TestProblem problem = Problems.of(name);
        Space<double[]> space = problem.box().space();
        assertThat(space.dimension()).isEqualTo(columns);
        assertThat(space.initial()).isEqualTo(problem.box().start());
        double[] x = new double[columns];
        space.encode(problem.optimum(), x, 0);
        assertThat(space.decode(x, 0)).isEqualTo(problem.optimum());
        space.sample(x, 0, Rng.of(1));
        assertThat(problem.box().contains(space.decode(x, 0))).isTrue();
    }

    private static double[] numbers(String digits) {
        return digits.chars().mapToDouble(c -> c - '0').toArray();
    }
}
