package dev.fathom.algorithms.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Evaluation;
import dev.fathom.Objective;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GeneticAlgorithmTest {

    private static final Heap HEAP = Heap.single();

    private static Tensor sphere(Tensor x) {
        return x.plus(-1).square().rowSums();
    }

    /// (x² + y², (x − 1)² + y²)
    private static Tensor two(Tensor x) {
        Tensor rest = x.columns(1, x.columns()).square().rowSums();
        Tensor first = x.columns(0, 1);
        return first.square().plus(rest).beside(first.plus(-1).square().plus(rest));
    }

    private static Shape box(int d, int objectives) {
        Shape free = Shape.reals(d);
        return new Shape(Space.reals(d, -5, 5).columns(), objectives, 0, free.budget(), 1, false, Start.origin(d));
    }

    /// What a search looks like from outside.
    private record Driven<S extends Record>(Vectorized<S> algorithm, Shape shape, int searches) {

        private S start(Noise noise) {
            return algorithm.start(shape, HEAP.full(searches, shape.dimension(), 0), noise);
        }

        private S next(S state, Noise noise) {
            Tensor x = algorithm.sample(state, algorithm.size(state), noise.fork(0));
            Tensor f = shape.objectives() == 1 ? sphere(x) : two(x);
            Population told = Population.ranked(x, f, f.columns(0, 1).times(0), searches);
            return algorithm.update(state, told, noise.fork(1));
        }
    }

    private static Population parents(GeneticAlgorithm.State state) {
        Population parents = state.parents();
        if (parents == null) {
            throw new AssertionError("no parents yet");
        }
        return parents;
    }

    @Test
    void elitesNeverGetWorse() {
        for (boolean again : new boolean[] {false, true}) {
            var driven = new Driven<>(new GeneticAlgorithm().withPopulation(30).withReevaluation(again), box(5, 1), 1);
            GeneticAlgorithm.State state = driven.next(driven.start(new Noise(1)), new Noise(2));
            double first = parents(state).f().at(0, 0);
            double best = first;
            for (int g = 0; g < 60; g++) {
                state = driven.next(state, new Noise(10 + g));
                double[] f = parents(state).f().toArray();
                assertThat(f).isSorted().hasSize(30);
                assertThat(f[0]).isLessThanOrEqualTo(best);
                best = f[0];
            }
            assertThat(best).isLessThan(first / 100);
            assertThat(driven.algorithm().size(state)).isEqualTo(again ? 60 : 30);
        }
    }

    @Test
    void cosyneShowsItsElitesAgain() {
        Cosyne search = new Cosyne().withPopulation(20).withElites(3);
        var once = new Driven<>(search, box(4, 1), 2);
        Cosyne.State state = once.next(once.start(new Noise(1)), new Noise(2));
        var again = new Driven<>(search.withReevaluation(true), box(4, 1), 2);
        assertThat(once.algorithm().size(state)).isEqualTo(10 + 20);
        assertThat(again.algorithm().size(state)).isEqualTo(3 + 10 + 20);
        Tensor plain = once.algorithm().sample(state, 30, new Noise(3));
        Tensor shown = again.algorithm().sample(state, 33, new Noise(3));
        Tensor elites = Groups.first(Objects.requireNonNull(state.rows()).x(), 3, 2);
        assertThat(Groups.first(shown, 3, 2).toArray()).containsExactly(elites.toArray());
        assertThat(shown.toArray())
                .containsExactly(Groups.join(elites, plain, 2).toArray());
        Tensor fewer = again.algorithm().sample(state, 12, new Noise(3));
        assertThat(fewer.toArray())
                .containsExactly(
                        once.algorithm().sample(state, 12, new Noise(3)).toArray());
    }

    /// The values of elites that are evaluated once stay; otherwise those of the last generation count.
    @Test
    void cosyneForgetsWhatItEvaluatesAgain() {
        Cosyne search = new Cosyne().withPopulation(20).withElites(2);
        for (boolean again : new boolean[] {false, true}) {
            var driven = new Driven<>(search.withReevaluation(again), box(4, 1), 1);
            Cosyne.State state = driven.next(driven.start(new Noise(1)), new Noise(2));
            Tensor x = driven.algorithm().sample(state, driven.algorithm().size(state), new Noise(3));
            Tensor worse = x.substrate().full(x.rows(), 1, 1e6);
            Population told = Population.ranked(x, worse, x.substrate().full(x.rows(), 1, 0), 1);
            double best = Objects.requireNonNull(
                            driven.algorithm().update(state, told, new Noise(4)).rows())
                    .f()
                    .at(0, 0);
            assertThat(best == 1e6).isEqualTo(again);
        }
    }

    @Test
    void aStudyEndsWithItsParents() {
        List<Recipe> searches = List.of(
                Recipe.use(new GeneticAlgorithm().withPopulation(30)),
                Recipe.use(new Cosyne().withPopulation(30)),
                Recipe.named("SteadyStateGA"),
                Recipe.named("NSGA2"));
        for (Recipe search : searches) {
            List<Evaluation<double[]>> kept = Study.minimize(
                            Space.reals(3, -5, 5), Objective.tensor(GeneticAlgorithmTest::sphere))
                    .optimizer(search)
                    .budget(600)
                    .run()
                    .population();
            assertThat(kept).hasSize(30);
            assertThat(kept).extracting(Evaluation::loss).isSorted();
            for (Evaluation<double[]> row : kept) {
                double expected = sphere(HEAP.row(row.value())).at(0, 0);
                assertThat(row.loss()).isCloseTo(expected, within(1e-12));
            }
        }
        assertThat(Study.minimize(Space.reals(3), x -> x[0] * x[0])
                        .optimizer("SNES")
                        .budget(50)
                        .run()
                        .population())
                .isEmpty();
    }

    @Test
    void withoutElitismChildrenReplaceTheirParents() {
        GeneticAlgorithm search = new GeneticAlgorithm()
                .withPopulation(10)
                .withElitism(false)
                .withOperators((b, noise) -> b.x().plus(b.x().substrate().full(1, 1, 100)));
        var driven = new Driven<>(search, box(2, 1), 1);
        GeneticAlgorithm.State state = driven.next(driven.start(new Noise(1)), new Noise(2));
        state = driven.next(state, new Noise(3));
        assertThat(Arrays.stream(parents(state).x().toArray())).allMatch(v -> v > 90);
    }

    @Test
    void searchesSideBySideDoNotMix() {
        // a search alone is the first of two only if noise is drawn search by search; here each must improve by itself
        var driven = new Driven<>(new GeneticAlgorithm().withPopulation(20), box(3, 1), 4);
        GeneticAlgorithm.State state = driven.start(new Noise(1));
        for (int g = 0; g < 40; g++) {
            state = driven.next(state, new Noise(10 + g));
        }
        double[] f = parents(state).f().toArray();
        for (int k = 0; k < 4; k++) {
            assertThat(Arrays.copyOfRange(f, k * 20, (k + 1) * 20)).isSorted();
            assertThat(f[k * 20]).isBetween(1e-12, 0.1);
        }
        assertThat(Arrays.stream(f).distinct().count()).isGreaterThan(70);
    }

    @Test
    void theFirstFrontFillsThePopulationAndStays() {
        var driven = new Driven<>(new Nsga2().withPopulation(40), box(3, 2), 1);
        GeneticAlgorithm.State state = driven.start(new Noise(4));
        double before = 0;
        for (int g = 0; g < 60; g++) {
            state = driven.next(state, new Noise(100 + g));
            double[] f = parents(state).f().toArray();
            double area = area(f);
            assertThat(area).isGreaterThanOrEqualTo(before - 0.01);
            before = area;
        }
        assertThat(before).isGreaterThan(0.8); // 1 − 1/6 above the curve √f₁ + √f₂ = 1
        double[] first = parents(state).x().columns(0, 1).toArray();
        assertThat(Arrays.stream(first).min().orElseThrow()).isLessThan(0.1);
        assertThat(Arrays.stream(first).max().orElseThrow()).isGreaterThan(0.9);
    }

    /// Hypervolume up to (1, 1).
    private static double area(double[] f) {
        int n = f.length / 2;
        double[][] points = new double[n][];
        Arrays.setAll(points, i -> new double[] {f[2 * i], f[2 * i + 1]});
        Arrays.sort(points, (a, b) -> Double.compare(a[0], b[0]));
        double area = 0;
        double ceiling = 1;
        for (double[] p : points) {
            if (p[0] < 1 && p[1] < ceiling) {
                area += (1 - p[0]) * (ceiling - p[1]);
                ceiling = p[1];
            }
        }
        return area;
    }

    @Test
    void startsWhereItIsToldWhereThereAreNoBounds() {
        Shape shape = Shape.reals(2).withStart(new Start(new double[] {3, -2}, 0.5, 1));
        GeneticAlgorithm search = new GeneticAlgorithm().withPopulation(4000);
        var state = search.start(shape, HEAP.row(3, -2), new Noise(1));
        double[] mean = search.sample(state, 4000, new Noise(2))
                .columnSums(1)
                .times(1.0 / 4000)
                .toArray();
        assertThat(mean[0]).isBetween(2.95, 3.05);
        assertThat(mean[1]).isBetween(-2.05, -1.95);
        double[] x = search.sample(state, 4000, new Noise(2))
                .columns(0, 1)
                .plus(-3)
                .square()
                .toArray();
        assertThat(Arrays.stream(x).average().orElseThrow()).isBetween(0.23, 0.27);
    }

    @Test
    void cosyneCombinesColumns() {
        // without mutation to speak of: shuffled columns find good combinations, random points have about 4
        double[] values = new double[11];
        for (int seed = 0; seed < 11; seed++) {
            Result<double[]> result = Study.minimize(
                            Space.reals(6, -5, 5), Objective.tensor(GeneticAlgorithmTest::sphere))
                    .optimizer(new Cosyne().withPopulation(60).withMutation(1e-9, 1))
                    .budget(3000)
                    .seed(seed)
                    .run();
            values[seed] = result.value();
        }
        Arrays.sort(values);
        assertThat(values[5]).isLessThan(2);
    }

    @Test
    void wholePopulationsAndSingleRowsBothSolve() {
        double tensor = Study.minimize(Space.reals(4, -5, 5), Objective.tensor(GeneticAlgorithmTest::sphere))
                .optimizer(new GeneticAlgorithm())
                .budget(3000)
                .run()
                .value();
        double rows = Study.minimize(
                        Space.reals(4, -5, 5),
                        x -> Arrays.stream(x).map(v -> (v - 1) * (v - 1)).sum())
                .optimizer(new GeneticAlgorithm())
                .budget(3000)
                .workers(3)
                .run()
                .value();
        assertThat(tensor).isLessThan(0.01);
        assertThat(rows).isLessThan(0.01);
    }
}
