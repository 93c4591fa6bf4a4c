package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Toys.Compass;
import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Halves;
import dev.fathom.Toys.Walk;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Length;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What others tell a search, and when it sees it.
class KnownTest {

    private static final Space<double[]> LINE = Space.reals(1);

    /// Walks to 0, 1, 2 … and writes down the values that it knows of others before each step.
    private record Listener(List<String> heard) implements Sequential {

        Listener() {
            this(Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            for (int i = 0; i < 100; i++) {
                listen(f);
                f.at(new double[] {i});
            }
            return "over";
        }

        void listen(Oracle f) {
            heard.add(f.known().stream().map(row -> (int) row.value()).toList().toString());
        }
    }

    private static Optimizer<double[]> open(Recipe recipe) {
        return Optimizer.of(recipe, LINE, Budget.of(100));
    }

    private static void told(Optimizer<double[]> optimizer, int loss) {
        optimizer.tell(new double[] {loss + 0.5}, Outcome.of(loss));
    }

    @Test
    void isSeenFromTheNextResultOn() {
        Listener listener = new Listener();
        try (var optimizer = open(Recipe.use(listener))) {
            told(optimizer, 7);
            Trial<double[]> first = optimizer.ask();
            told(optimizer, 8);
            optimizer.tell(first, 1);
            told(optimizer, 9); // the code may be computing: too late for it
            optimizer.tell(optimizer.ask(), 1);
            optimizer.ask();
        }
        assertThat(listener.heard).startsWith("[7]", "[7, 8]", "[7, 8, 9]");
    }

    @Test
    void holdsSuggestionsAndTheBestOfTheStageBefore() {
        Listener listener = new Listener();
        Recipe recipe = Recipe.use(new Walk()).then(Length.evaluations(3), Recipe.use(listener));
        try (var optimizer = open(recipe)) {
            for (int loss : new int[] {5, 4, 6, 100}) {
                optimizer.tell(optimizer.ask(), loss);
            }
            optimizer.suggest(new double[] {3});
            optimizer.tell(optimizer.ask(), 33);
            optimizer.tell(optimizer.ask(), 100);
            optimizer.ask();
        }
        assertThat(listener.heard).startsWith("[4]", "[4]", "[4, 33]");
    }

    @Test
    void comesFromTheOtherMembersOfAPortfolio() {
        Listener listener = new Listener();
        try (var optimizer = open(Recipe.portfolio(1, Recipe.use(new Walk()), Recipe.use(listener)))) {
            for (int loss = 0; loss < 8; loss++) { // even ones are those of the walk
                optimizer.tell(optimizer.ask(), loss);
            }
        }
        assertThat(listener.heard).startsWith("[0]", "[0]", "[0, 2]", "[0, 2, 4]");
    }

    @Test
    void isPassedOnToBranchesAndBackToTheirParent() {
        Listener listener = new Listener();
        Sequential code = (f, shape, rng) -> {
            f.at(new double[] {1});
            f.together(List.of(
                    g -> {
                        listener.listen(g);
                        g.at(new double[] {2});
                    },
                    g -> {}));
            listener.listen(f);
            f.at(new double[] {3});
            return "over";
        };
        try (var optimizer = open(Recipe.use(code))) {
            Trial<double[]> first = optimizer.ask();
            told(optimizer, 7);
            optimizer.tell(first, 1);
            told(optimizer, 8);
            Trial<double[]> second = optimizer.ask();
            told(optimizer, 9);
            optimizer.tell(second, 1);
            told(optimizer, 10);
            optimizer.ask();
        }
        assertThat(listener.heard).containsExactly("[7]", "[7, 8, 9]");
    }

    @Test
    void doesNotChangeWhenAPointIsEvaluatedAgain() {
        List<Row> rows = Collections.synchronizedList(new ArrayList<>());
        Sequential code = (f, shape, rng) -> {
            rows.addAll(f.known());
            rows.add(f.at(new double[] {1}));
            f.at(new double[] {2});
            return "over";
        };
        try (var optimizer = open(Recipe.use(code))) {
            told(optimizer, 7);
            Trial<double[]> first = optimizer.ask();
            optimizer.tell(first, 1);
            optimizer.ask();
            optimizer.tell(first, 3);
            optimizer.tell(new double[] {7.5}, Outcome.of(9));
            assertThat(optimizer.best().orElseThrow().loss()).isEqualTo(2);
        }
        assertThat(rows).extracting(Row::value).containsExactly(7.0, 1.0);
    }

    /// Asks for what it knows.
    private record Echo() implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            for (int i = 0; i < 5; i++) {
                f.at(new double[] {
                    i + f.known().stream().mapToDouble(Row::value).sum()
                });
            }
            return "said enough";
        }
    }

    static Stream<Recipe> recipes() {
        Recipe walk = Recipe.use(new Walk());
        Recipe halves = Recipe.use(new Halves(5)).restarting(Policy.IPOP);
        Recipe fan = Recipe.use(new Fan());
        return Stream.of(
                fan,
                fan.once(),
                Recipe.use(new Echo()),
                Recipe.portfolio(0.8, Recipe.use(new Echo()).restarting(Policy.SAME), Recipe.use(new Echo())),
                Recipe.use(new Compass()).then(Length.evaluations(30), fan).then(Length.evaluations(60), walk),
                Recipe.portfolio(0.7, halves, fan.restarting(Policy.SAME), walk, Recipe.use(new Compass())));
    }

    /// Questions are not in a journal: a search that they changed could not be repeated.
    @ParameterizedTest
    @MethodSource("recipes")
    void doesNotDependOnQuestions(Recipe recipe) {
        assertThat(drive(recipe, true)).isEqualTo(drive(recipe, false));
    }

    private static List<Double> drive(Recipe recipe, boolean asking) {
        List<Double> asked = new ArrayList<>();
        List<Trial<double[]>> pending = new ArrayList<>();
        try (var optimizer = Optimizer.of(recipe, LINE, Budget.of(300))) {
            for (int i = 0; i < 300; i++) {
                if (i % 9 == 4) {
                    told(optimizer, i);
                }
                if (asking) {
                    optimizer.isReady();
                    optimizer.hasBudget();
                }
                pending.add(optimizer.ask());
                asked.add(pending.getLast().value()[0]);
                if (pending.size() > i % 5) {
                    Trial<double[]> trial = pending.remove((3 * i) % pending.size());
                    optimizer.tell(trial, Math.abs(trial.value()[0] - 0.3));
                }
                if (asking) {
                    optimizer.finished();
                    optimizer.isReady();
                }
            }
        }
        return asked;
    }
}
