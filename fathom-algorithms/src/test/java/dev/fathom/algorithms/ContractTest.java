package dev.fathom.algorithms;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.evolution.Crossover;
import dev.fathom.algorithms.evolution.DifferentialEvolution;
import dev.fathom.algorithms.evolution.OnePlusOne;
import dev.fathom.algorithms.nes.Enes;
import dev.fathom.algorithms.nes.Ones;
import dev.fathom.algorithms.nes.R1nes;
import dev.fathom.algorithms.nes.Sges;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.VdCma;
import dev.fathom.algorithms.nes.VkdCma;
import dev.fathom.algorithms.sampling.Halton;
import dev.fathom.algorithms.sampling.Hammersley;
import dev.fathom.algorithms.sampling.RandomSearch;
import dev.fathom.algorithms.swarm.ParticleSwarm;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every algorithm must keep, whatever it is.
class ContractTest {

    private static final DifferentialEvolution DE = new DifferentialEvolution();

    static Stream<Algorithm> all() {
        return Stream.concat(
                learning(), Stream.of(new RandomSearch(), new Halton(), new Halton(false), new Hammersley()));
    }

    static Stream<Algorithm> learning() {
        return Stream.concat(fast(), Stream.of(new Sges(), new R1nes(), new VkdCma()));
    }

    /// Those that converge in a few dozen generations.
    static Stream<Algorithm> fast() {
        return Stream.concat(
                local(),
                Stream.of(
                        DE,
                        DE.withCrossover(Crossover.ONE_POINT),
                        DE.withCrossover(Crossover.TWO_POINTS),
                        new ParticleSwarm()));
    }

    /// Those that begin at the start of the shape.
    static Stream<Algorithm> local() {
        return Stream.of(
                new CmaEs(),
                new Snes(),
                new Enes(),
                new Ones(),
                new VdCma(),
                new OnePlusOne(),
                new NelderMead(),
                new CompassSearch());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedSameBits(Algorithm algorithm) {
        Shape shape = Runs.box(4, Boundary.REFLECT).withBudget(300);
        assertThat(points(Runs.of(algorithm, shape, SPHERE, 300, 7)))
                .isDeepEqualTo(points(Runs.of(algorithm, shape, SPHERE, 300, 7)));
    }

    @ParameterizedTest
    @MethodSource("learning")
    void onlyTheOrderOfValuesMatters(Algorithm algorithm) {
        ToDoubleFunction<double[]> transformed = x -> {
            double value = SPHERE.applyAsDouble(x) + 1;
            return value < 4 ? 2 * value : 1024 * value; // exact, so that no ties arise
        };
        Shape shape = Runs.reals(4, 1.5);
        assertThat(points(Runs.of(algorithm, shape, x -> SPHERE.applyAsDouble(x) + 1, 400, 7)))
                .isDeepEqualTo(points(Runs.of(algorithm, shape, transformed, 400, 7)));
    }

    @ParameterizedTest
    @MethodSource("local")
    void movesWithTheStart(Algorithm algorithm) {
        ToDoubleFunction<double[]> moved = x -> {
            double[] z = x.clone();
            for (int j = 0; j < z.length; j++) {
                z[j] -= 16;
            }
            return SPHERE.applyAsDouble(z);
        };
        List<Row> here = Runs.of(algorithm, Runs.reals(3, 1.5), SPHERE, 60, 7).rows();
        List<Row> there = Runs.of(algorithm, Runs.reals(3, 17.5), moved, 60, 7).rows();
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i).x[0] - 16).isCloseTo(here.get(i).x[0], within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneDimension(Algorithm algorithm) {
        Shape shape = Runs.box(1, Boundary.REFLECT).withBudget(400);
        assertThat(Runs.median(seed -> Runs.of(algorithm, shape, x -> Math.abs(x[0] - 0.7), 400, seed)
                        .best()))
                .isLessThan(0.02);
    }

    @ParameterizedTest
    @MethodSource("learning")
    void failuresAreSurvived(Algorithm algorithm) {
        Shape shape = Runs.box(3, Boundary.CLIP);
        ToDoubleFunction<double[]> f = x -> x[0] + x[1] < -0.5 ? Double.NaN : SPHERE.applyAsDouble(x) + x[0];
        assertThat(Runs.median(seed -> Runs.of(algorithm, shape, f, 3000, seed).best()))
                .isLessThan(-0.2); // the optimum is -0.25
    }

    @ParameterizedTest
    @MethodSource("all")
    void flatFunctionsAreSurvived(Algorithm algorithm) {
        Shape shape = Runs.box(3, Boundary.REFLECT).withBudget(2000);
        for (Row row : Runs.of(algorithm, shape, x -> 1, 2000, 3).rows()) {
            assertThat(row.proposal()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everythingFailsAndNothingBreaks(Algorithm algorithm) {
        Shape shape = Runs.box(3, Boundary.REFLECT).withBudget(300);
        for (Row row : Runs.of(algorithm, shape, x -> Double.NaN, 300, 3).rows()) {
            assertThat(row.proposal()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @MethodSource("fast")
    void manyPendingRowsDoNotStopIt(Algorithm algorithm) {
        Shape shape = Runs.reals(5, 2).withWorkers(100);
        assertThat(Runs.median(
                        seed -> Runs.of(algorithm, shape, SPHERE, 8000, seed).best()))
                .isLessThan(1e-3);
    }

    static Stream<Incremental<?>> informed() {
        return Stream.of(new OnePlusOne(), DE, new ParticleSwarm());
    }

    @ParameterizedTest
    @MethodSource("informed")
    void foreignPointsHelp(Incremental<?> algorithm) {
        double alone = Runs.median(seed -> nearest(algorithm, seed, false));
        double helped = Runs.median(seed -> nearest(algorithm, seed, true));
        assertThat(helped).isLessThan(alone / 2);
    }

    /// The best of its own 150 points, perhaps told of points near the optimum after the first 50.
    private static <S> double nearest(Incremental<S> algorithm, long seed, boolean help) {
        int d = 6;
        Shape shape = Runs.box(d, Boundary.REFLECT);
        Rng rng = Rng.of(seed);
        S state = algorithm.start(shape, rng);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 150; i++) {
            Row row = new Row(i, new double[d], algorithm.notes(shape));
            algorithm.propose(state, row, rng);
            row.tell(awayFromTheMiddle(row.x), 0);
            best = Math.min(best, row.value());
            state = algorithm.learn(state, row, rng);
            if (help && i >= 50 && i < 60) {
                Row foreign = new Row(i, new double[d], 0);
                Arrays.fill(foreign.x, 2 + 0.01 * (i - 49));
                foreign.tell(awayFromTheMiddle(foreign.x), 0);
                state = algorithm.inform(state, foreign, rng);
            }
        }
        return best;
    }

    /// Σ (x_j - 2)²
    private static double awayFromTheMiddle(double[] x) {
        return SPHERE.applyAsDouble(Arrays.stream(x).map(v -> v - 2).toArray());
    }

    private static double[][] points(Runs run) {
        return run.rows().stream().map(Row::proposal).toArray(double[][]::new);
    }
}
