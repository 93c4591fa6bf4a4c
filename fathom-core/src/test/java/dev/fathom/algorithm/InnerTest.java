package dev.fathom.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.Toys.Compass;
import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Halves;
import dev.fathom.Toys.Walk;
import dev.fathom.algorithm.Recipe.Length;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InnerTest {

    private static final Recipe COMPASS = Recipe.use(new Compass());
    private static final Shape SHAPE = Shape.reals(3);

    private static Inner.Ending search(Recipe recipe, Oracle f, Shape shape) {
        return Inner.search(recipe, f, shape, Rng.of(5));
    }

    static Stream<Recipe> recipes() {
        return Stream.of(
                COMPASS,
                COMPASS.once(),
                Recipe.use(new Fan()),
                Recipe.use(new Walk()),
                Recipe.use(new Halves(6)),
                Recipe.use(new Halves(6)).restarting(Recipe.Policy.IPOP),
                Recipe.use(new Walk()).then(Length.evaluations(10), COMPASS),
                Recipe.portfolio(0.5, COMPASS, Recipe.use(new Halves(4))));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void usesItsBudgetAndNoMoreOfIt(Recipe recipe) {
        for (int workers : new int[] {1, 4}) {
            for (int budget = 1; budget <= 33; budget++) {
                Counting f = new Counting(Counting::sphere);
                Inner.Ending ending = search(recipe, f, SHAPE.withBudget(budget).withWorkers(workers));
                assertThat(f.rows).hasSize(budget);
                assertThat(ending.evaluations()).isEqualTo(budget);
                assertThat(ending.reason()).isEqualTo("budget of " + budget + " evaluations used up");
                assertThat(ending.best()).isSameAs(Collections.min(f.rows));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void keepsWithinTheBounds(Recipe recipe) {
        Shape box = new Shape(Space.reals(3, 0, 6).columns(), 1, 0, 200, 1, false, Start.origin(3));
        Counting f = new Counting(x -> -x[0] - 2 * x[1] + x[2]);
        Inner.Ending ending = search(recipe, f, box);
        assertThat(f.rows).allSatisfy(row -> assertThat(row.x).containsExactly(clamp(row.x)));
        assertThat(Objects.requireNonNull(ending.best()).value()).isLessThan(-8); // it is -12 in the corner
    }

    private static double[] clamp(double[] x) {
        return IntStream.range(0, x.length)
                .mapToDouble(j -> Math.clamp(x[j], -3, 3))
                .toArray();
    }

    @Test
    void evaluatesTheFirstPointsOfABlockThatIsTooLarge() {
        Counting f = new Counting(Counting::sphere);
        Inner.Ending ending = search(COMPASS, f, SHAPE.withBudget(4)); // the start, then six points
        assertThat(f.blocks).containsExactly(1, 3);
        assertThat(ending.best()).isSameAs(f.rows.get(1));
    }

    @Test
    void endsByItselfWhereTheRecipeDoes() {
        for (Recipe recipe : List.of(
                COMPASS,
                COMPASS.once(),
                COMPASS.then(Length.evaluations(3), COMPASS).once())) {
            Counting f = new Counting(Counting::sphere);
            Inner.Ending ending = search(recipe, f, SHAPE);
            assertThat(ending.reason()).isEqualTo("the step is small");
            assertThat(ending.evaluations()).isEqualTo(f.rows.size()).isLessThan(200);
        }
        assertThat(search(Recipe.use(new Halves(4)).once(), new Counting(Counting::sphere), SHAPE)
                        .reason())
                .isEqualTo("the spread is below 1e-3");
    }

    @Test
    void refusesASearchWithoutEnd() {
        assertThatThrownBy(() -> search(Recipe.use(new Walk()), new Counting(Counting::sphere), SHAPE))
                .hasMessageContaining("would never end")
                .hasMessageContaining("Maybe");
    }

    @Test
    void hasNoBestWithoutEvaluationsAndAFailedOneWhereAllFail() {
        assertThat(search(COMPASS, new Counting(Counting::sphere), SHAPE.withBudget(0))
                        .best())
                .isNull();
        Inner.Ending failed = search(COMPASS, new Counting(x -> Double.NaN), SHAPE.withBudget(5));
        assertThat(failed.evaluations()).isEqualTo(5);
        assertThat(failed.best()).isNotNull().matches(Row::isFailed);
    }

    @Test
    void asksAtOnceForWhatItCanUse() {
        Counting f = new Counting(Counting::sphere);
        search(Recipe.use(new Walk()), f, SHAPE.withBudget(10).withWorkers(4));
        assertThat(f.blocks).containsExactly(4, 4, 2);
        Counting g = new Counting(Counting::sphere);
        Recipe chain = COMPASS.then(Length.ofBudget(1), COMPASS);
        search(chain, g, SHAPE.withBudget(13).withWorkers(4));
        assertThat(g.blocks).as("start, twice six points").containsExactly(1, 4, 2, 4, 2);
    }

    /// Learns where its points were evaluated.
    private record Places(List<Double> told) implements Incremental<Integer> {
        @Override
        public Integer start(Shape shape, Rng rng) {
            return 0;
        }

        @Override
        public void propose(Integer state, Row out, Rng rng) {
            out.x[0] = -1 - told.size();
        }

        @Override
        public Integer learn(Integer state, Row row, Rng rng) {
            told.add(row.x[0]);
            told.add(row.proposal()[0]);
            return state;
        }
    }

    @Test
    void learnsThePointThatWasEvaluated() {
        Counting halfLine = new Counting(Counting::sphere);
        Oracle moving = new Oracle() {
            @Override
            public Row at(double[] x) {
                return halfLine.at(new double[] {Math.max(x[0], -2)});
            }

            @Override
            public Row[] all(double[][] points) {
                return Stream.of(points).map(this::at).toArray(Row[]::new);
            }
        };
        List<Double> told = new ArrayList<>();
        search(Recipe.use(new Places(told)), moving, Shape.reals(1).withBudget(2));
        assertThat(told).containsExactly(-1.0, -1.0, -2.0, -2.0);
    }

    @Test
    void theBudgetOfASearchAroundItEndsBoth() {
        Sequential again = (f, shape, rng) -> {
            while (true) {
                Inner.search(COMPASS, f, SHAPE.withBudget(7), rng);
            }
        };
        Counting f = new Counting(Counting::sphere);
        Inner.Ending ending = search(Recipe.use(again), f, SHAPE.withBudget(10));
        assertThat(f.rows).hasSize(10);
        assertThat(ending.reason()).isEqualTo("budget of 10 evaluations used up");
    }

    @Test
    void seesWhatTheSearchAroundItKnows() {
        Row row = new Row(0, new double[3], 0);
        Counting f = new Counting(Counting::sphere);
        Oracle knowing = new Oracle() {
            @Override
            public Row at(double[] x) {
                return f.at(x);
            }

            @Override
            public Row[] all(double[][] points) {
                return f.all(points);
            }

            @Override
            public List<Row> known() {
                return List.of(row);
            }
        };
        Sequential asks = (g, shape, rng) -> g.known().toString();
        assertThat(search(Recipe.use(asks), knowing, SHAPE).reason()).contains("pending");
    }

    /// Refines halves of the columns side by side, each by a search of its own.
    private record Split(Recipe inner) implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            Row best = f.at(shape.start().x());
            for (int round = 0; round < 3; round++) {
                Row centre = best;
                Rng own = rng.fork(round);
                double[][] halves = new double[2][];
                f.together(IntStream.of(0, 1)
                        .<Oracle.Branch>mapToObj(h -> g -> halves[h] = half(g, shape, centre.x, h, own.fork(h)))
                        .toList());
                Row next = f.at(new double[] {halves[0][0], halves[0][1], halves[1][0], halves[1][1]});
                best = next.compareTo(best) < 0 ? next : best;
            }
            return "three rounds";
        }

        private double[] half(Oracle f, Shape shape, double[] centre, int half, Rng rng) {
            Slice slice = new Slice(new int[] {2 * half, 2 * half + 1}, centre);
            Shape part = slice.shape(shape).withBudget(30).withWorkers(2);
            return Objects.requireNonNull(
                            Inner.search(inner, slice.oracle(f), part, rng).best())
                    .x;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void refinesPartsSideBySide(int workers) {
        for (Recipe inner : List.of(COMPASS, Recipe.use(new Halves(6)), Recipe.use(new Fan()))) {
            Result<double[]> result = Study.minimize(Space.reals(4, -5, 5), Counting::sphere)
                    .optimizer(Recipe.use(new Split(inner)).once())
                    .budget(1000)
                    .workers(workers)
                    .run();
            assertThat(result.reason()).isEqualTo("three rounds");
            assertThat(result.evaluations()).isEqualTo(1 + 3 * (2 * 30 + 1));
            assertThat(result.value()).isLessThan(0.5);
        }
    }
}
