package dev.fathom.problems.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import dev.fathom.problems.Known;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoreWildTest {

    /// Values at all 53 starts as the authors' programs print them, to 6 digits: smooth, absolute, and with the
    /// deterministic noise of amplitude 10⁻³.
    @Test
    void valuesAtTheStartsAreThoseOfTheAuthors() {
        Columns values = Columns.read(MoreWildTest.class, "starts.csv");
        List<MoreWildCase> cases = MoreWildCase.all();
        assertThat(cases).hasSize(53);
        for (int k = 0; k < 53; k++) {
            MoreWildCase one = cases.get(k);
            assertThat(values.texts("problem").get(k)).isEqualTo(one.problem());
            String settings = ":d" + one.d() + ":hard" + (one.hard() ? 1 : 0);
            agree(start("mw-" + one.problem() + settings), values.numbers("squares")[k]);
            agree(start("mw-" + one.problem() + "-abs" + settings), values.numbers("magnitudes")[k]);
            agree(start("mw-" + one.problem() + "-noisy:amplitude0.001" + settings), values.numbers("noisy")[k]);
        }
    }

    private static double start(String name) {
        TestProblem problem = Problems.of(name);
        return problem.measure(problem.box().start(), Rng.of(1)).losses()[0];
    }

    private static void agree(double computed, double printed) {
        assertThat(computed / printed).isCloseTo(1, within(6e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "mw-full-rank:d9, 72",
        "mw-rank-one-zero:d7, 4989195",
        "mw-helical-valley, 2500",
        "mw-freudenstein-roth, 400.5",
        "mw-kowalik-osborne, 5.3131723e-3",
        "mw-watson:d6, 16.430831",
        "mw-box, 1031.1538",
        "mw-brown-dennis, 7926693.3",
        "mw-chebyquad:d8, 0.038617698",
        "mw-osborne-one, 16.174113",
        "mw-bdqrtic:d8, 904",
        "mw-cube:d5, 56.5",
        "mw-mancino:d5, 2.5390844e9",
        "mw-mancino:d10, 3.735127e9",
        "mw-heart, 9.3856723",
    })
    void valuesAtTheStartsAreThoseOfAnotherProgram(String name, double value) {
        assertThat(start(name) / value).isCloseTo(1, within(2e-7));
    }

    /// The smooth minima that Levenberg's and Marquardt's method found elsewhere.
    @ParameterizedTest
    @CsvSource({
        "full-rank:d9, 36, 1e-9",
        "rank-one-zero:d7, 9.880597, 5e-7",
        "helical-valley, 0, 0",
        "kowalik-osborne, 3.075056e-4, 5e-11",
        "watson:d6, 2.28767e-3, 5e-9",
        "box, 0, 0",
        "brown-dennis, 85822.202, 1e-3",
        "chebyquad:d8, 3.51687e-3, 5e-9",
        "osborne-one, 5.46489e-5, 5e-11",
        "bdqrtic:d8, 10.238973, 5e-7",
        "cube:d5, 0, 0",
        "mancino:d5, 0, 0",
        "mancino:d10, 0, 0",
        "heart, 0, 0",
        "bard, 8.21487e-3, 1e-8",
        "meyer, 87.9458, 1e-4",
        "jennrich-sampson, 124.362, 5e-4",
        "osborne-two, 4.01377e-2, 5e-8",
        "watson:d9, 1.39976e-6, 5e-12",
        "watson:d12, 4.72238e-10, 5e-16",
        "chebyquad:d7, 0, 0",
        "chebyquad:d9, 0, 0",
        "rank-one:d7, 8.3802817, 5e-8",
    })
    void minimaAreThoseOfTheLiterature(String name, double minimum, double tolerance) {
        assertThat(Problems.of("mw-" + name).minimum()).isCloseTo(minimum, within(tolerance + 1e-15));
    }

    static Stream<LeastSquaresProblem> problems() {
        return MoreWild.all().stream();
    }

    private static IntStream dimensions(LeastSquaresProblem problem) {
        return IntStream.rangeClosed(problem.least(), Math.min(problem.most(), 12));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void minimaAreAttained(LeastSquaresProblem problem) {
        dimensions(problem).forEach(d -> {
            Known.Optimum squares = problem.squares().apply(d);
            Known.Optimum magnitudes = problem.magnitudes().apply(d);
            if (squares.x().length > 0) {
                assertThat(problem.residuals().squares(squares.x()))
                        .isCloseTo(squares.value(), within(1e-13 * squares.value() + 1e-19));
                assertThat(problem.residuals().magnitudes(magnitudes.x()))
                        .isCloseTo(magnitudes.value(), within(1e-13 * magnitudes.value() + 1e-13));
            }
        });
    }

    /// From points around the minimizer and from the start.
    @ParameterizedTest
    @MethodSource("problems")
    void polishingFindsNoLowerSquares(LeastSquaresProblem problem) {
        Rng rng = Rng.of(3).fork(problem.name());
        dimensions(problem).forEach(d -> {
            Known.Optimum known = problem.squares().apply(d);
            double[] start = problem.start().apply(d);
            assertNoLower(problem, start, known);
            for (int k = 0; k < 3 && known.x().length > 0; k++) {
                assertNoLower(problem, near(known.x(), 0.01, rng), known);
            }
        });
    }

    private static void assertNoLower(LeastSquaresProblem problem, double[] from, Known.Optimum known) {
        double[] end = Polish.squares(problem.residuals(), from, 60);
        assertThat(problem.residuals().squares(end)).isGreaterThanOrEqualTo(known.value() * (1 - 1e-10));
    }

    /// Random directions, ever shorter steps.
    @ParameterizedTest
    @MethodSource("problems")
    void noNeighbourHasLowerMagnitudes(LeastSquaresProblem problem) {
        Rng rng = Rng.of(4).fork(problem.name());
        dimensions(problem).forEach(d -> {
            Known.Optimum known = problem.magnitudes().apply(d);
            for (double radius = 0.1; radius > 1e-9 && known.x().length > 0; radius /= 10) {
                for (int k = 0; k < 100; k++) {
                    double[] x = near(known.x(), radius, rng);
                    assertThat(problem.residuals().magnitudes(x)).isGreaterThanOrEqualTo(known.value() * (1 - 1e-10));
                }
            }
        });
    }

    private static double[] near(double[] x, double radius, Rng rng) {
        double[] near = x.clone();
        for (int j = 0; j < x.length; j++) {
            near[j] += radius * Math.max(Math.abs(x[j]), 1e-3) * rng.nextGaussian();
        }
        return near;
    }

    /// Where only the value 0 is known: it is reached.
    @ParameterizedTest
    @CsvSource({"5", "8", "10", "12", "30"})
    void mancinoHasASolution(int d) {
        Residuals mancino = Curves::mancino;
        double[] x = Polish.squares(mancino, Curves.mancinoStart(d), 30);
        assertThat(mancino.squares(x)).isLessThan(1e-14);
    }

    @Test
    void noiseIsOfThePointOrOfTheGenerator() {
        TestProblem fixed = Problems.of("mw-bard-noisy");
        TestProblem random = Problems.of("mw-bard-noisy:random1");
        double[] x = {1, 1, 1};
        double[] seen = IntStream.range(0, 2_000)
                .mapToDouble(seed -> random.measure(x, Rng.of(seed)).losses()[0] / random.value(x) - 1)
                .toArray();
        assertThat(fixed.measure(x, Rng.of(1)).losses())
                .containsExactly(fixed.measure(x, Rng.of(2)).losses());
        assertThat(Arrays.stream(seen).map(Math::abs).max().orElseThrow()).isBetween(0.049, 0.05);
        assertThat(Arrays.stream(seen).average().orElseThrow()).isCloseTo(0, within(0.003));
        assertThat(fixed.value(x)).isEqualTo(Problems.of("mw-bard").value(x));
    }
}
