package dev.fathom.problems.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Outcome;
import dev.fathom.math.Rng;
import dev.fathom.problems.Box;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.problems.Variable;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstrainedProblemsTest {

    private static final double TOLERANCE = 1e-7;

    static Stream<String> names() {
        return Stream.of("constrained", "engineering").flatMap(set -> Problems.set(set).functions().stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theBestPointIsFeasibleAndHasTheBestValue(String name) {
        TestProblem problem = Problems.of(name);
        Outcome.Values best = problem.values(problem.optimum());
        assertThat(problem.box().contains(problem.optimum())).isTrue();
        assertThat(violation(best)).isLessThanOrEqualTo(TOLERANCE);
        assertThat(best.losses()[0] / problem.minimum()).isCloseTo(1, within(1e-11));
        assertThat(best.constraints()).hasSize(problem.goal().constraints());
    }

    /// Gaussian steps of many lengths around the best point: no feasible one is better.
    @ParameterizedTest
    @MethodSource("names")
    void noFeasibleNeighbourIsBetter(String name) {
        TestProblem problem = Problems.of(name);
        Rng rng = Rng.of(8).fork(name);
        for (double radius = 1; radius > 1e-7; radius /= 10) {
            for (int k = 0; k < 1_000; k++) {
                double[] x = near(problem, radius, rng);
                Outcome.Values values = problem.values(x);
                if (violation(values) <= 0) {
                    double slack = 1e-8 * Math.abs(problem.minimum());
                    assertThat(values.losses()[0]).isGreaterThanOrEqualTo(problem.minimum() - slack);
                }
            }
        }
    }

    private static double[] near(TestProblem problem, double radius, Rng rng) {
        Box box = problem.box();
        double[] x = problem.optimum();
        for (int j = 0; j < x.length; j++) {
            double scale = Math.max(Math.abs(x[j]), 0.1);
            double moved = x[j] + radius * scale * rng.nextGaussian();
            double inside = Math.clamp(moved, box.low()[j], box.high()[j]);
            x[j] = box.variables().get(j) == Variable.REAL ? inside : Math.rint(inside);
        }
        return x;
    }

    private static double violation(Outcome.Values values) {
        return Arrays.stream(values.constraints()).max().orElse(0);
    }

    /// The values that papers print.
    @ParameterizedTest
    @CsvSource({
        "g01, -15, 1e-9",
        "g02, -0.80361910412559, 1e-13",
        "g03, -1.00050010001000, 1e-13",
        "g04, -30665.53867178332, 1e-8",
        "g05, 5126.4967140071, 1e-9",
        "g06, -6961.81387558015, 1e-9",
        "g07, 24.30620906818, 1e-9",
        "g08, -0.0958250414180359, 1e-14",
        "g09, 680.630057374402, 1e-8",
        "g10, 7049.24802052867, 1e-8",
        "g11, 0.7499, 1e-9",
        "g12, -1, 1e-12",
        "g13, 0.053941514041898, 1e-13",
        "g02:d10, -0.747310, 5e-7",
        "disk:d10, -17.320508, 5e-7",
        "snake, 0.080977, 5e-7",
        "pressure-vessel, 6059.714335, 5e-7",
        "pressure-vessel-relaxed, 5885.332774, 5e-7",
        "speed-reducer, 2994.471066, 5e-7",
        "welded-beam, 1.724852309, 5e-10",
        "spring, 0.0126652328, 5e-11",
        "three-bar-truss, 263.895843, 5e-7",
        "cantilever-beam, 1.33995636, 5e-9",
        "gear-train, 2.700857e-12, 5e-19",
        "tubular-column, 26.4995, 5e-5",
        "piston-lever, 8.41269832, 5e-9",
        "corrugated-bulkhead, 6.84295801, 5e-9",
    })
    void bestValuesAreThoseOfTheLiterature(String name, double value, double tolerance) {
        assertThat(Problems.of(name).minimum()).isCloseTo(value, within(tolerance));
    }

    /// All 49⁴ trains, each pair of gears once.
    @Test
    void noGearTrainIsBetter() {
        TestProblem gears = Problems.of("gear-train");
        double best = Double.POSITIVE_INFINITY;
        for (int a = 12; a <= 60; a++) {
            for (int b = a; b <= 60; b++) {
                // The other two must have a product near 6.931 ab.
                for (int c = 12; c <= 60; c++) {
                    double d = Math.rint(6.931 * a * b / c);
                    if (d >= 12 && d <= 60) {
                        best = Math.min(best, gears.value(new double[] {a, b, c, d}));
                    }
                }
            }
        }
        assertThat(best).isEqualTo(gears.value(gears.optimum()));
    }

    @Test
    void theSnakeBeginsOutsideAndTheDiskInside() {
        TestProblem snake = Problems.of("snake");
        TestProblem disk = Problems.of("disk:d10");
        assertThat(violation(snake.values(snake.box().start()))).isGreaterThan(9);
        assertThat(violation(disk.values(disk.box().start()))).isEqualTo(-30);
    }

    @Test
    void unknownDimensionsOfTheBumpAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problems.of("g02:d7"))
                .withMessageContaining("Maybe take 10 or 20.");
    }
}
