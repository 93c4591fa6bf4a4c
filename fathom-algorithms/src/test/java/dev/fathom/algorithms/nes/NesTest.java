package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.ROSENBROCK;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Study;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.linear.LogWeights;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import dev.fathom.space.Transform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NesTest {

    /// @param best median over 15 seeds of the best value after the budget must not be above; for most, the largest of
    ///     PyPop7's 11 runs, see docs/measured/nes.md
    record Goal(Algorithm algorithm, Functions f, int d, long budget, double best) {}

    static Stream<Goal> goals() {
        return Stream.of(
                new Goal(new Enes(), SPHERE, 10, 20_000, 3.8e-9),
                new Goal(new Enes(), ELLIPSOID, 20, 20_000, 27),
                new Goal(new Ones(), ROSENBROCK, 10, 5_000, 20),
                new Goal(new Ones(), SPHERE, 10, 5_000, 0.014),
                new Goal(new Sges(), SPHERE, 10, 5_000, 6.3),
                new Goal(new R1nes(), ROSENBROCK, 10, 5_000, 8.5),
                new Goal(new R1nes(), SPHERE, 10, 5_000, 2e-5),
                new Goal(new VdCma().withStep(0.1), ELLIPSOID, 20, 5_000, 200),
                new Goal(new VdCma().withStep(0.1), SPHERE, 10, 5_000, 1e-12),
                new Goal(new VkdCma().withStep(0.1), ELLIPSOID, 20, 5_000, 0.3),
                new Goal(new VkdCma().withStep(0.1), ROSENBROCK, 10, 5_000, 8),
                new Goal(new VkdCma().withStep(0.1), SPHERE, 10, 5_000, 1e-12));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void reachesWhatItsFamilyReaches(Goal goal) {
        assertThat(median(goal)).isLessThanOrEqualTo(goal.best());
    }

    private static double median(Goal goal) {
        double[] best = LongStream.rangeClosed(1, 15)
                .parallel()
                .mapToDouble(seed -> Runs.of(goal.algorithm(), Runs.reals(goal.d(), 3), goal.f(), goal.budget(), seed)
                        .best())
                .sorted()
                .toArray();
        return best[7];
    }

    /// PyPop7's example from (3, 3) ends at 3.6e-4 with one seed; over 11 seeds the quartiles are 9e-4 and 6e-3 and the
    /// extremes 2.5e-4 and 1.2e-2.
    @Test
    void enesEndsOnRosenbrocksFunctionNearTheOrderOfTheOriginal() {
        assertThat(median(new Goal(new Enes(), ROSENBROCK, 2, 5_000, 0))).isBetween(5e-5, 6e-3);
    }

    @Test
    void naturalGradientsAreBetterThanPlainOnes() {
        double natural = median(new Goal(new Enes(), ELLIPSOID, 5, 10_000, 0));
        assertThat(natural).isLessThan(0.01 * median(new Goal(new Sges(), ELLIPSOID, 5, 10_000, 0)));
    }

    static Stream<Generational<?>> all() {
        return Stream.of(new Enes(), new Ones(), new Sges(), new R1nes(), new VdCma(), new VkdCma());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hundredsOfColumnsWork(Generational<?> algorithm) {
        Runs run = Runs.of(algorithm, Runs.reals(150, 1), SPHERE, 300, 1);
        assertThat(run.best()).isLessThan(SPHERE.applyAsDouble(filled(150, 1)) * 2);
        assertThat(run.rows()).hasSize(300);
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }

    @ParameterizedTest
    @MethodSource("all")
    void finishesOnAFlatFunction(Generational<?> algorithm) {
        Runs run = Runs.of(algorithm, Runs.reals(3, 1), x -> 1, 20_000, 1);
        assertThat(run.finished()).contains("the best value gained less than 1.0E-12");
    }

    @ParameterizedTest
    @MethodSource("all")
    void spreadAndPopulationScale(Generational<?> algorithm) {
        check(algorithm);
    }

    private static <S> void check(Generational<S> algorithm) {
        Shape shape = Runs.reals(40, 0);
        double narrow = width(algorithm, shape);
        double wide = width(algorithm, shape.withStart(shape.start().withSpread(4)));
        assertThat(wide / narrow).isBetween(3.9999, 4.0001);
        int size = algorithm.size(algorithm.start(shape, Rng.of(1)));
        Start twice = shape.start().withPopulation(2);
        assertThat(algorithm.size(algorithm.start(shape.withStart(twice), Rng.of(1))))
                .isEqualTo(2 * size);
        assertThat(algorithm.size(algorithm.start(shape.withWorkers(5000), Rng.of(1))))
                .isEqualTo(5000);
    }

    private static <S> double width(Generational<S> algorithm, Shape shape) {
        Rng rng = Rng.of(3);
        S state = algorithm.start(shape, rng);
        Batch out = new Batch(50, shape.dimension(), 1, algorithm.notes(shape));
        algorithm.sample(state, out, rng);
        return Math.sqrt(Arrays.stream(out.x()).map(x -> x * x).sum());
    }

    @Test
    void wrongOptionsSayWhatMayBeMeant() {
        refuses(() -> new Enes().withPopulation(2), "ENES cannot have population 2");
        refuses(() -> new Ones().withStep(0), "ONES cannot have population 100, step 0.0");
        refuses(() -> new Sges().withRates(0.1, Double.NaN), "learning rates 0.1 and NaN");
        refuses(() -> new R1nes().withPopulation(1), "R1NES cannot have population 1");
        refuses(() -> new VdCma().withPopulation(10).withParents(11), "VDCMA cannot have population 10, 11 parents");
        refuses(() -> new VkdCma().withTolerance(-1), "tolerance -1.0");
    }

    private static void refuses(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Maybe");
    }

    @Test
    void openBoundsDoNotConfineAndOthersDo() {
        Space<List<Object>> space = Space.tuple(Space.real(-1, 1).transform(Transform.NONE), Space.real(-1, 1));
        List<Object> best = Study.minimize(space, x -> square((Double) x.get(0) - 3) + square((Double) x.get(1) - 3))
                .optimizer(new VdCma())
                .budget(1_000)
                .run()
                .best();
        assertThat((Double) best.get(0)).isCloseTo(3, within(1e-3));
        assertThat((Double) best.get(1)).isCloseTo(1, within(1e-3));
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void recombinationWeightsSumToOne() {
        LogWeights half = LogWeights.of(10, 0);
        assertThat(half.weights()).hasSize(5);
        assertThat(Arrays.stream(half.weights()).sum()).isCloseTo(1, within(1e-15));
        assertThat(half.mass()).isBetween(3.1, 3.2);
        assertThat(LogWeights.of(10, 10).weights()[9]).isPositive();
        assertThat(LogWeights.of(10, 1).weights()).containsExactly(1);
        assertThat(LogWeights.of(2, 0).mass()).isEqualTo(1);
    }

    @Test
    void twoPointsLieOnALineThroughTheMean() {
        VkdCma vkd = new VkdCma();
        Rng rng = Rng.of(2);
        VkdCma.State s = vkd.start(Runs.reals(4, 1), rng);
        Batch told = new Batch(8, 4, 1, 1);
        vkd.sample(s, told, rng);
        vkd.update(s, told, rng);
        vkd.sample(s, told, rng);
        assertThat(told.note(0, 0)).isEqualTo(1);
        assertThat(told.note(1, 0)).isEqualTo(-1);
        assertThat(told.note(2, 0)).isZero();
        for (int j = 0; j < 4; j++) {
            assertThat((told.x()[j] + told.x()[4 + j]) / 2).isCloseTo(s.mean[j], within(1e-12));
        }
        double sigma = s.sigma;
        vkd.update(s, told, rng); // the forward point is best
        assertThat(s.sigma).isGreaterThan(sigma);
    }
}
