package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.Problem;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithms.sampling.RandomSearch;
import dev.fathom.event.Event;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmultiMadsTest {

    private static final int SEEDS = 5;

    /// Problems of Zitzler, Deb and Thiele (2000), Kursawe (1991) and Fonseca and Fleming (1995), with a reference that
    /// is behind their fronts.
    enum Known {
        ZDT1(6, 0, 1, 1.1, 1.1),
        ZDT2(6, 0, 1, 1.1, 1.1),
        KURSAWE(3, -5, 4, -14, 1),
        FONSECA_FLEMING(3, -4, 3, 1.1, 1.1);

        private final Space<double[]> space;
        private final double[] reference;
        private final int d;
        private final double low;
        private final double high;

        Known(int d, double low, double high, double... reference) {
            space = Space.reals(d, low, high);
            this.reference = reference;
            this.d = d;
            this.low = low;
            this.high = high;
        }

        private double[] anywhere(Rng rng) {
            return IntStream.range(0, d)
                    .mapToDouble(j -> rng.nextDouble(low, high))
                    .toArray();
        }

        private Outcome outcome(double[] x) {
            return switch (this) {
                case ZDT1 -> Outcome.of(x[0], level(x) * (1 - Math.sqrt(x[0] / level(x))));
                case ZDT2 -> Outcome.of(x[0], level(x) * (1 - square(x[0] / level(x))));
                case KURSAWE -> kursawe(x);
                case FONSECA_FLEMING -> Outcome.of(hole(x, 1 / Math.sqrt(3)), hole(x, -1 / Math.sqrt(3)));
            };
        }

        /// g
        private static double level(double[] x) {
            return 1 + 9 * Arrays.stream(x).skip(1).average().orElseThrow();
        }

        private static double hole(double[] x, double at) {
            return 1 - Math.exp(-Arrays.stream(x).map(v -> square(v - at)).sum());
        }

        private static Outcome kursawe(double[] x) {
            double f = 0;
            double g = 0;
            for (int j = 0; j < x.length; j++) {
                f += j == 0 ? 0 : -10 * Math.exp(-0.2 * Math.hypot(x[j - 1], x[j]));
                g += Math.pow(Math.abs(x[j]), 0.8) + 5 * Math.sin(x[j] * x[j] * x[j]);
            }
            return Outcome.of(f, g);
        }
    }

    /// Each of the seeds of one against each of the other: Mann and Whitney's U is 25 of 25, p = 0.008. The seeds also
    /// choose a point that both are told first.
    @ParameterizedTest
    @CsvSource({"ZDT1, 800", "ZDT2, 800", "KURSAWE, 800", "FONSECA_FLEMING, 400"})
    void everySeedCoversMoreThanEverySeedOfRandomSearch(Known problem, int budget) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            least = Math.min(least, covered(problem, new DmultiMads(), budget, seed));
            most = Math.max(most, covered(problem, new RandomSearch(), budget, seed));
        }
        assertThat(least).isGreaterThan(most);
    }

    private static double covered(Known problem, Algorithm algorithm, int budget, int seed) {
        Result<double[]> result = Study.of(Problem.of(problem.space, problem::outcome, Goal.minimize(2)))
                .optimizer(algorithm)
                .seed(seed)
                .budget(budget)
                .suggest(problem.anywhere(Rng.of(seed)))
                .run();
        return area(losses(result), problem.reference);
    }

    /// Two distances in the plane, outside the disc of radius 1 about (1, 1), where the best points would be; the start
    /// is infeasible.
    private static Study<double[]> outsideOfADisc(Algorithm algorithm, int workers, List<Outcome> outcomes) {
        Space<double[]> space = Space.reals(2, -2, 4);
        return Study.of(Problem.of(
                        space,
                        x -> {
                            double disc = 1 - square(x[0] - 1) - square(x[1] - 1);
                            return Outcome.of(square(x[0]) + square(x[1]), square(x[0] - 2) + square(x[1] - 2))
                                    .subjectTo(disc);
                        },
                        Goal.minimize(2).withConstraints(1)))
                .optimizer(algorithm)
                .budget(500)
                .seed(3)
                .workers(workers)
                .suggest(new double[] {1, 1.1})
                .observe(event -> {
                    if (event instanceof Event.Told told) {
                        outcomes.add(told.outcome());
                    }
                });
    }

    private static double square(double x) {
        return x * x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void frontsKeepConstraints(int workers) {
        double[] reference = {5, 5};
        Result<double[]> found =
                outsideOfADisc(new DmultiMads(), workers, new ArrayList<>()).run();
        Result<double[]> random =
                outsideOfADisc(new RandomSearch(), workers, new ArrayList<>()).run();
        assertThat(found.front()).hasSizeGreaterThan(10).allMatch(e -> e.isFeasible());
        assertThat(area(losses(found), reference)).isGreaterThan(area(losses(random), reference));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void sameSeedSameRows(int workers) {
        assertThat(rows(workers)).isNotEmpty().isEqualTo(rows(workers));
    }

    private static List<String> rows(int workers) {
        List<Outcome> outcomes = new ArrayList<>();
        outsideOfADisc(new DmultiMads(), workers, outcomes).run();
        return outcomes.stream().map(DmultiMadsTest::text).toList();
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Values values ? Arrays.toString(values.losses()) : outcome.toString();
    }

    @Test
    void madsLeavesSeveralObjectivesToIt() {
        List<Outcome> here = new ArrayList<>();
        outsideOfADisc(new Mads(), 1, here).run();
        assertThat(here.stream().map(DmultiMadsTest::text)).isEqualTo(rows(1));
    }

    @Test
    void endsWhenAllNeighboursOnAGridAreKnown() {
        Space<double[]> space = Space.reals(2, 0, 6);
        Settings whole = Settings.STANDARD.with("GRANULARITY", "* 1");
        Result<double[]> result = Study.of(Problem.of(
                        space,
                        x -> Outcome.of(square(x[0]) + square(x[1]), square(x[0] - 6) + square(x[1])),
                        Goal.minimize(2)))
                .optimizer(new DmultiMads(whole, Hooks.NONE))
                .budget(10_000)
                .run();
        assertThat(result.evaluations()).isLessThanOrEqualTo(49);
        assertThat(result.reason()).contains("known");
        assertThat(result.front()).hasSize(7);
    }

    private static double[][] losses(Result<double[]> result) {
        return result.front().stream().map(e -> e.losses()).toArray(double[][]::new);
    }

    /// The area that points dominate below a reference.
    private static double area(double[][] points, double[] reference) {
        double[][] sorted = Arrays.stream(points)
                .filter(f -> f[0] < reference[0] && f[1] < reference[1])
                .sorted(Comparator.comparingDouble(f -> f[0]))
                .toArray(double[][]::new);
        double area = 0;
        double level = reference[1];
        for (double[] f : sorted) {
            area += (reference[0] - f[0]) * Math.max(0, level - f[1]);
            level = Math.min(level, f[1]);
        }
        return area;
    }
}
