package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Recipe;
import dev.fathom.event.Event;
import dev.fathom.space.Space;
import dev.fathom.space.Transform;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationRunTest {

    private static final Averaging SEARCH = new Averaging(20);

    /// Σ (x_j − 1.5)²
    private static Tensor sphere(Tensor x) {
        return x.plus(-1.5).square().rowSums();
    }

    private static Study<double[]> study() {
        return Study.minimize(Space.reals(4, -5, 5), Objective.tensor(PopulationRunTest::sphere))
                .optimizer(SEARCH)
                .budget(3_000)
                .seed(3);
    }

    @Test
    void solvesInTheParametersOwnScale() {
        Result<double[]> result = study().run();
        assertThat(result.value()).isLessThan(1e-3);
        assertThat(result.evaluations()).isEqualTo(3_000);
        assertThat(sphere(Heap.single().row(result.best())).at(0, 0)).isEqualTo(result.value());
        assertThat(result.reason()).contains("budget");
    }

    @Test
    void theNumberOfThreadsAndPartsChangesNothing() {
        Study<double[]> wide = Study.minimize(
                        Space.reals(50, -5, 5),
                        Objective.tensor(PopulationRunTest::sphere).byRows())
                .optimizer(new Averaging(2_000))
                .budget(10_000);
        double[] one = wide.run().best();
        assertThat(wide.on(Heap.of(3)).run().best()).isEqualTo(one);
        assertThat(wide.workers(2).run().best()).isEqualTo(one);
    }

    @Test
    void theBudgetIsMetToTheEvaluation() {
        List<Integer> sizes = new ArrayList<>();
        Result<double[]> result = study().budget(50)
                .observe(e -> {
                    if (e instanceof Event.Evaluated population) {
                        sizes.add(population.rows());
                    }
                })
                .run();
        assertThat(result.evaluations()).isEqualTo(50);
        assertThat(sizes).containsExactly(20, 20, 10);
    }

    @Test
    void goesOnWhereItWasKilled(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("run.journal");
        Result<double[]> whole = study().journal(journal).run();
        byte[] bytes = Files.readAllBytes(journal);
        for (double share : new double[] {0.2, 0.5, 0.77}) {
            Files.write(journal, Arrays.copyOf(bytes, (int) (share * bytes.length))); // most likely a torn line
            AtomicInteger rows = new AtomicInteger();
            Study<double[]> again = Study.minimize(Space.reals(4, -5, 5), Objective.tensor(x -> {
                        rows.addAndGet(x.rows());
                        return sphere(x);
                    }))
                    .optimizer(SEARCH)
                    .budget(3_000)
                    .seed(3);
            AtomicInteger heard = new AtomicInteger(); // what was repeated and what was evaluated, nothing twice
            Result<double[]> resumed = again.journal(journal)
                    .observe(e -> {
                        switch (e) {
                            case Event.Started started -> heard.addAndGet((int) started.replayed());
                            case Event.Evaluated population -> heard.addAndGet(population.rows());
                            default -> {}
                        }
                    })
                    .run();
            assertThat(heard.get()).isEqualTo(3_000);
            assertThat(resumed.best()).isEqualTo(whole.best());
            assertThat(resumed.evaluations()).isEqualTo(3_000);
            assertThat(rows.get()).isBetween(1, (int) (3_000 * (1.1 - share)));
        }
    }

    @Test
    void failuresAreDataAndStayBehind() {
        Result<double[]> result = Study.minimize(
                        Space.reals(3),
                        Objective.tensor(x -> sphere(x)
                                .times(x.columns(0, 1).less(x.columns(0, 1).times(0)))
                                .log()))
                .optimizer(SEARCH)
                .budget(400)
                .run();
        assertThat(result.failures()).isPositive(); // log 0 where x0 ≥ 0
        assertThat(result.bestSeen())
                .hasValueSatisfying(best -> assertThat(best.value()[0]).isNegative());
    }

    @Test
    void anExceptionFailsTheGeneration() {
        AtomicInteger calls = new AtomicInteger();
        Result<double[]> result = Study.minimize(Space.reals(3), Objective.tensor(x -> {
                    if (calls.incrementAndGet() % 3 == 2) {
                        throw new IllegalStateException("the simulator crashed");
                    }
                    return sphere(x);
                }))
                .optimizer(SEARCH)
                .budget(200)
                .run();
        assertThat(result.evaluations()).isEqualTo(200);
        assertThat(result.failures()).isEqualTo(60);
    }

    @Test
    void anObjectiveThatAlwaysFailsEndsTheRunAndSaysWhy() {
        Result<double[]> result = Study.minimize(Space.reals(3), Objective.tensor(x -> x))
                .optimizer(SEARCH)
                .budget(10_000)
                .run();
        assertThat(result.evaluations()).isLessThan(100);
        assertThat(result.reason()).contains("[20×3]").contains("[20×1]").contains("rowSums()");
    }

    @Test
    void constraintsAndBoundsAreKept() {
        Study<double[]> bounded = Study.minimize(
                        Space.reals(2, 2, 5),
                        Objective.tensor(
                                x -> sphere(x).beside(x.columns(1, 2).times(-1).plus(3))))
                .goal(Goal.minimize().withConstraints(1))
                .optimizer(SEARCH)
                .budget(2_000);
        double[] best = bounded.run().best(); // x0 at its bound 2, x1 at its constraint 3
        assertThat(best[0]).isBetween(2.0, 2.02);
        assertThat(best[1]).isBetween(3.0, 3.05);
    }

    @Test
    void aPointThatBreaksAConstraintIsBetterThanAFailure() {
        Result<double[]> result = Study.minimize(
                        Space.reals(2), // fails where x0 ≥ 0, feasible nowhere
                        Objective.tensor(x -> x.columns(0, 1)
                                .times(-1)
                                .sqrt()
                                .beside(x.columns(1, 2).square().plus(1))))
                .goal(Goal.minimize().withConstraints(1))
                .optimizer(SEARCH)
                .budget(40)
                .run();
        assertThat(result.failures()).isPositive();
        assertThat(result.bestSeen()).hasValueSatisfying(best -> {
            assertThat(best.isFeasible()).isFalse();
            assertThat(best.value()[0]).isNegative();
        });
    }

    @Test
    void severalObjectivesGiveAFront() {
        Result<double[]> result = Study.minimize(
                        Space.reals(2, -2, 2),
                        Objective.tensor(
                                2,
                                x -> x.square()
                                        .rowSums()
                                        .beside(x.plus(-1).square().rowSums())))
                .optimizer(SEARCH)
                .budget(400)
                .run();
        assertThat(result.front()).hasSizeGreaterThan(5);
    }

    @Test
    void restartsWithGrowingPopulations() {
        List<String> restarts = new ArrayList<>();
        study().optimizer(Recipe.use(SEARCH).restarting(Recipe.Policy.IPOP))
                .budget(20_000)
                .observe(e -> {
                    if (e instanceof Event.Restarted restarted) {
                        restarts.add(restarted.next());
                    }
                })
                .run();
        assertThat(restarts).hasSizeGreaterThan(1);
        assertThat(restarts.get(1)).contains("4.0");
        assertThat(study().optimizer(Recipe.use(SEARCH).once()).run().reason()).contains("deviation is small");
    }

    /// Distances from (−3, −1, …, 9), which lie on the bounds at both ends.
    @Test
    void wholeNumbersAreEvaluatedAndReported(@TempDir Path folder) {
        double[] target = {-3, -1, 1, 3, 5, 7, 9};
        List<double[]> seen = new ArrayList<>();
        Study<double[]> study = Study.minimize(Space.integers(7, -3, 9), Objective.tensor(x -> {
                    seen.add(x.toArray());
                    return x.minus(x.substrate().row(target)).square().rowSums();
                }))
                .optimizer(SEARCH)
                .budget(4_000)
                .journal(folder.resolve("whole"));
        Result<double[]> result = study.run();
        assertThat(result.best()).containsExactly(target);
        assertThat(result.value()).isZero();
        assertThat(seen.stream().flatMapToDouble(Arrays::stream))
                .allMatch(v -> v == Math.rint(v)
                        && v >= -3
                        && v <= 9
                        && !Double.valueOf(v).equals(-0.0));
        assertThat(seen.stream().flatMapToDouble(Arrays::stream).distinct()).hasSize(13);
        int evaluated = seen.size();
        assertThat(study.run().best()).containsExactly(target);
        assertThat(seen).hasSize(evaluated);
    }

    @Test
    void realAndWholeNumbersStandSideBySide() {
        Space<double[]> mixed = Space.tuple(Space.real(-5, 5), Space.integer(), Space.real(0, 1))
                .map(
                        list -> list.stream()
                                .mapToDouble(v -> ((Number) v).doubleValue())
                                .toArray(),
                        v -> List.of(v[0], (int) v[1], v[2]));
        Result<double[]> result = Study.minimize(
                        mixed,
                        Objective.tensor(x -> x.minus(x.substrate().row(1.3, 2.4, 0.7))
                                .square()
                                .rowSums()))
                .optimizer(SEARCH)
                .budget(3_000)
                .run();
        assertThat(result.best()[0]).isBetween(1.25, 1.35);
        assertThat(result.best()[1]).isEqualTo(2);
        assertThat(result.best()[2]).isBetween(0.65, 0.75);
        assertThat(result.value()).isBetween(0.16, 0.165);
    }

    @Test
    void bitsAreNumbersToo() {
        Result<double[]> result = Study.minimize(
                        Space.bits(8), Objective.tensor(x -> x.rowSums().times(-1)))
                .optimizer(SEARCH)
                .budget(2_000)
                .run();
        assertThat(result.best()).containsOnly(1);
        assertThat(result.value()).isEqualTo(-8);
    }

    @Test
    void oneRowIsEvaluatedAsAnyObjectiveIs() throws Exception {
        Objective<double[]> objective = Objective.tensor(PopulationRunTest::sphere);
        assertThat(objective.evaluate(new double[] {1}))
                .isInstanceOfSatisfying(
                        Outcome.Values.class, v -> assertThat(v.losses()).containsExactly(0.25));
    }

    @Test
    void aSubstrateThatCannotServeIsRefused() {
        Study<double[]> single = Study.minimize(Space.reals(3), (double[] x) -> x[0]);
        assertThatThrownBy(() ->
                        single.on(Heap.single()).optimizer(SEARCH).budget(10).run())
                .hasMessageContaining("one setting at a time");
        Study<double[]> smooth = Study.minimize(
                Space.reals(3, 0, 1).transform(Transform.ARCTAN), Objective.tensor(PopulationRunTest::sphere));
        assertThatThrownBy(() ->
                        smooth.on(Heap.single()).optimizer(SEARCH).budget(10).run())
                .hasMessageContaining("[0] is neither a real nor a whole number on a linear scale");
        assertThat(smooth.optimizer(SEARCH).budget(100).run().evaluations()).isEqualTo(100); // row by row
        assertThatThrownBy(() ->
                        study().optimizer(new NamesNothing()).on(Heap.single()).run())
                .hasMessageContaining("not written over tensors");
    }

    private record NamesNothing() implements dev.fathom.algorithm.Sequential {
        @Override
        public String run(dev.fathom.algorithm.Oracle f, dev.fathom.algorithm.Shape shape, dev.fathom.math.Rng rng) {
            return "nothing to do";
        }
    }
}
