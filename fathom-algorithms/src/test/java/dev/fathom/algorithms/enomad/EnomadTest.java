package dev.fathom.algorithms.enomad;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Budget;
import dev.fathom.Optimizer;
import dev.fathom.Outcome;
import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.enomad.Enomad.Mode;
import dev.fathom.algorithms.enomad.Refinement.Novelty;
import dev.fathom.event.Event;
import dev.fathom.space.Boundary;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnomadTest {

    private static final Shape BOX = Runs.box(6, Boundary.REFLECT);
    /// Never asks for a point twice, never ends.
    private static final Recipe CMA = Recipe.named("CMA");

    static Stream<Enomad> modes() {
        return Stream.of(Enomad.ea(), Enomad.rea()).map(e -> e.withPopulation(6).withEvaluations(20));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void improvesAndRepeatsWithItsSeed(Enomad enomad) {
        for (long seed : new long[] {0, 1}) {
            Generations run = Generations.of(enomad, BOX, Generations::moved, 3000, seed);
            assertThat(run.seen().getLast().best().value()).isLessThan(0.1 * Generations.moved(new double[6]));
            assertThat(Generations.of(enomad, BOX, Generations::moved, 3000, seed)
                            .points())
                    .isDeepEqualTo(run.points());
        }
        assertThat(Generations.of(enomad, BOX, Generations::moved, 300, 0).points())
                .isNotEqualTo(
                        Generations.of(enomad, BOX, Generations::moved, 300, 1).points());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void doesNotDependOnTheNumberOfWorkers(Enomad enomad) {
        List<String> alone = generations(enomad, 1);
        assertThat(alone).hasSizeGreaterThan(5);
        for (int workers : new int[] {3, 8}) {
            List<String> shared = generations(enomad, workers);
            int common = Math.min(alone.size(), shared.size());
            assertThat(common).isGreaterThan(alone.size() - 2);
            assertThat(shared.subList(0, common)).isEqualTo(alone.subList(0, common));
        }
    }

    /// The individuals of all generations of a run.
    private static List<String> generations(Enomad enomad, int workers) {
        List<String> seen = new ArrayList<>();
        Enomad watched = enomad.watching(g -> seen.add(
                g.individuals().stream().map(row -> Arrays.toString(row.x)).toList() + " " + g.evaluations()));
        Study.minimize(Space.reals(6, -5, 5), Generations::moved)
                .optimizer(Recipe.use(watched))
                .budget(1000)
                .workers(workers)
                .run();
        return seen;
    }

    @ParameterizedTest
    @MethodSource("modes")
    void onlyTheOrderOfValuesMatters(Enomad mode) {
        Enomad enomad = mode.withInner(Recipe.use(new CompassSearch())); // models look at values
        ToDoubleFunction<double[]> positive = x -> 1 + Math.rint(Generations.moved(x) * 1024) / 1024;
        double[][] points = Generations.of(enomad, BOX, positive, 600, 3).points();
        for (double shift : new double[] {1, 4, 4096}) { // zero at the optimum, mixed signs, negative
            ToDoubleFunction<double[]> shifted = x -> positive.applyAsDouble(x) - shift;
            assertThat(Generations.of(enomad, BOX, shifted, 600, 3).points()).isDeepEqualTo(points);
        }
    }

    @Test
    void leavesAPriorOfValueZero() {
        Generations run = Generations.of(
                Enomad.rea().withPopulation(6).withEvaluations(20), BOX, x -> Generations.moved(x) * x[0], 600, 1);
        assertThat(run.rows().getFirst().value()).isZero();
        assertThat(run.seen().getLast().best().value()).isNegative();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void evaluatesNoPointTwice(Enomad enomad) {
        Generations run = Generations.of(enomad.withInner(CMA), BOX, Generations::moved, 1000, 1);
        assertThat(Arrays.stream(run.points()).map(Arrays::toString)).doesNotHaveDuplicates();
    }

    @Test
    void keepsToTheEvaluationsOfARefinement() {
        Enomad enomad = Enomad.ea().withPopulation(6).withEvaluations(20).withInner(CMA);
        Generations run = Generations.of(enomad, BOX, Generations::moved, 1000, 1);
        assertThat(run.seen()).extracting(Generation::evaluations).startsWith(120L, 240L, 360L);
    }

    @Test
    void copiesOfThePriorCostOneEvaluation() {
        Generations run = Generations.of(
                Enomad.rea().withPopulation(6).withEvaluations(20).withInner(CMA), BOX, Generations::moved, 100, 1);
        assertThat(run.get(1).evaluations()).isEqualTo(1);
        assertThat(run.get(1).drifts()).hasSize(6).containsOnly(new Drift(0, 0));
        assertThat(run.rows().getFirst().x).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void doesNotRepeatAStartThatWasTold(Enomad enomad) {
        double[] start = {1, 1, 1, 1, 1, 1};
        try (var optimizer = Optimizer.of(Recipe.use(enomad.withInner(CMA)), Space.reals(6), Budget.of(300))) {
            optimizer.tell(start, Outcome.of(Generations.moved(start)));
            for (int i = 0; i < 300; i++) {
                var trial = optimizer.ask();
                assertThat(trial.value()).isNotEqualTo(start);
                optimizer.tell(trial, Generations.moved(trial.value()));
            }
            assertThat(Generations.moved(optimizer.recommend())).isLessThan(Generations.moved(start));
        }
    }

    @Test
    void endsWhenNothingIsLeftToEvaluate() {
        Recipe nothing = Recipe.use((Sequential) (f, shape, rng) -> "never asks");
        Enomad enomad = Enomad.ea().withPopulation(4).withMutatedCoordinates(0).withInner(nothing);
        Runs run = Runs.of(enomad.withCrossover(new Crossover.Uniform(1)), BOX, SPHERE, 100, 1);
        assertThat(run.rows()).hasSize(4);
        assertThat(run.finished()).contains("nothing was left");
    }

    @Test
    void refinesMasksOnlyAndEachOnce() {
        Enomad enomad = Enomad.rea()
                .withPopulation(6)
                .withEvaluations(20)
                .withMutatedCoordinates(1)
                .withInner(CMA);
        Shape line = Runs.box(1, Boundary.REFLECT);
        Generations often = Generations.of(enomad, line, Generations::moved, 200, 1);
        // three children: one refined, two evaluated
        assertThat(often.seen()).extracting(Generation::evaluations).startsWith(1L, 23L);
        assertThat(often.get(3).evaluations()).isGreaterThanOrEqualTo(43);
        Generations once = Generations.of(enomad.withNovelty(Novelty.RUN), line, Generations::moved, 200, 1);
        assertThat(once.seen()).extracting(Generation::evaluations).startsWith(1L, 23L, 26L, 29L);
    }

    @Test
    void staysInFewColumnsOfThePrior() {
        Shape shape = Runs.box(20, Boundary.REFLECT);
        Enomad enomad = Enomad.rea().withPopulation(6).withEvaluations(20).withMutatedCoordinates(1);
        Generations run = Generations.of(enomad, shape, Generations::moved, 500, 1);
        for (Generation generation : run.seen()) {
            // every breeding adds one column and joins two parents
            int most = (1 << Math.min(10, generation.number() - 1)) - 1;
            assertThat(generation.drifts())
                    .allSatisfy(d -> assertThat(d.changed()).isLessThanOrEqualTo(most));
        }
    }

    @Test
    void refinesSubsetsWithinTheHalfWidth() {
        Enomad enomad = Enomad.ea()
                .withPopulation(4)
                .withEvaluations(30)
                .withSubsetSize(2)
                .withHalfWidth(0.05)
                .withBreedingInterval(100);
        Generations run = Generations.of(enomad, BOX, Generations::moved, 600, 1);
        int moves = 0;
        for (int g = 2; g <= run.seen().size(); g++) {
            for (int i = 0; i < 4; i++) {
                double[] from = run.individual(g - 1, i).x;
                double[] to = run.individual(g, i).x;
                Drift drift = Drift.between(from, to, BOX.columns());
                assertThat(drift.changed()).isLessThanOrEqualTo(2);
                for (int j = 0; j < to.length; j++) {
                    assertThat(Math.abs(to[j] - from[j])).isLessThanOrEqualTo(0.15 + 1e-12);
                }
                assertThat(run.individual(g, i).value())
                        .isLessThanOrEqualTo(run.individual(g - 1, i).value());
                moves += drift.changed();
            }
        }
        assertThat(moves).isGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void respectsBoundsByItself(Enomad enomad) {
        Generations run = Generations.of(
                enomad.withHalfWidth(1), BOX, x -> Arrays.stream(x).sum(), 1000, 1);
        for (Row row : run.rows()) {
            for (double v : row.proposal()) {
                assertThat(v).isBetween(-3.0, 3.0);
            }
        }
        assertThat(run.seen().getLast().best().value()).isLessThan(-9);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void failuresRankLast(Enomad enomad) {
        ToDoubleFunction<double[]> f = x -> x[0] < -0.5 ? Double.NaN : Generations.moved(x);
        Generations run = Generations.of(
                enomad.withInitialPopulation(new double[][] {
                    {-1, 0, 0, 0, 0, 0}, {-2, 0, 0, 0, 0, 0}, {0, 0, 1, 0, 0, 0}, {0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 1, 0}
                }),
                BOX,
                f,
                1000,
                1);
        assertThat(run.rows()).anyMatch(Row::isFailed);
        for (int i = 0; i < 3; i++) {
            assertThat(run.individual(2, i).isFailed()).isFalse();
        }
        assertThat(run.seen().getLast().best().value()).isLessThan(0.5 * Generations.moved(new double[6]));
    }

    static Stream<Recipe> inner() {
        return Stream.of(Recipe.use(new NelderMead()), CMA, Recipe.named("OnePlusOne"), Recipe.named("QuasiNewton"));
    }

    @ParameterizedTest
    @MethodSource("inner")
    void refinesByAnySearch(Recipe recipe) {
        for (Mode mode : Mode.values()) {
            Enomad enomad = (mode == Mode.EA ? Enomad.ea() : Enomad.rea())
                    .withPopulation(6)
                    .withEvaluations(40)
                    .withInner(recipe)
                    .withBlock(2);
            Generations run = Generations.of(enomad, BOX, Generations::moved, 4000, 1);
            assertThat(run.seen().getLast().best().value()).isLessThan(0.05 * Generations.moved(new double[6]));
        }
    }

    @Test
    void isNotRestartedWhileItRefinesAPoorIndividual() {
        List<Event> restarts = new ArrayList<>();
        double[][] given = new double[4][30];
        given[1][0] = 1;
        Enomad enomad =
                Enomad.ea().withInitialPopulation(given).withEvaluations(800).withHalfWidth(0.01);
        // the first individual is much better than all around the others
        Study.minimize(Space.reals(30, -5, 5), x -> Arrays.equals(x, new double[30]) ? -1e6 : Generations.moved(x))
                .optimizer(Recipe.use(enomad))
                .budget(4000)
                .observe(event -> {
                    if (event instanceof Event.Restarted) {
                        restarts.add(event);
                    }
                })
                .run();
        assertThat(restarts).isEmpty();
    }
}
