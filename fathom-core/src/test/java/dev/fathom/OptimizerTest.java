package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Toys.Compass;
import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Halves;
import dev.fathom.Toys.Walk;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Between;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {

    private static final Space<double[]> BOX = Space.reals(2, -5, 5);

    private static Optimizer<double[]> open(Algorithm algorithm) {
        return Optimizer.of(Recipe.use(algorithm), BOX, Budget.of(100));
    }

    @Test
    void recommendsTheStartBeforeAnyResult() {
        try (var optimizer = open(new Walk())) {
            assertThat(optimizer.recommend()).containsExactly(0, 0);
            assertThat(optimizer.best()).isEmpty();
            assertThat(optimizer.explain()).contains("Walk", "bounds by reflection");
        }
    }

    @Test
    void namesWhatIsWrongWithAnOutcome() {
        try (var optimizer = open(new Walk())) {
            assertThat(optimizer.tell(optimizer.ask(), Outcome.of(Double.NaN)))
                    .hasToString(
                            "Failed[reason=the loss is NaN. Maybe the objective divides by zero or overflows here?]");
            assertThat(optimizer.tell(optimizer.ask(), Outcome.of(1, 2)).toString())
                    .contains("2 losses, but 1");
            assertThat(optimizer
                            .tell(optimizer.ask(), Outcome.of(1).subjectTo(3))
                            .toString())
                    .contains("1 constraint values, but 0");
            assertThat(optimizer.failures()).isEqualTo(3);
        }
    }

    @Test
    void proposesNearNamesForAnUnknownOptimizer() {
        assertThatThrownBy(() -> Optimizer.of("CMMA", BOX, Budget.of(10)))
                .hasMessageContaining("unknown optimizer 'CMMA'")
                .hasMessageContaining("Maybe");
    }

    @Test
    void refusesASpaceWithoutFreeParameters() {
        assertThatThrownBy(() -> Optimizer.of(Recipe.use(new Walk()), Space.constant(3), Budget.of(10)))
                .hasMessageContaining("nothing to search");
    }

    @Test
    void refusesConstraintsThatNothingSatisfies() {
        Space<double[]> space = BOX.where("x0 > 100", x -> x[0] > 100);
        try (var optimizer = Optimizer.of(Recipe.use(new Walk()), space, Budget.of(10))) {
            assertThatThrownBy(optimizer::ask)
                    .hasMessageContaining("'x0 > 100'")
                    .hasMessageContaining("Maybe");
        }
    }

    record Picky(
            @Between(low = 0, high = 1) double x,
            @Between(low = 0, high = 1) double y) {
        Picky {
            if (x + y > 0.8) {
                throw new IllegalArgumentException("x + y must not exceed 0.8");
            }
        }
    }

    @Test
    void movesToWhereAConstructorAcceptsItsArguments() {
        try (var optimizer = Optimizer.of(Recipe.use(new Walk()), Space.of(Picky.class), Budget.of(100))) {
            while (optimizer.hasBudget()) {
                Trial<Picky> trial = optimizer.ask();
                optimizer.tell(trial, -trial.value().x());
            }
            assertThat(optimizer.recommend().x()).isGreaterThan(0.6);
        }
    }

    @Test
    void refusesTrialsOfOthersAndAsksAfterTheEnd() {
        var optimizer = open(new Walk());
        var other = open(new Walk());
        assertThatThrownBy(() -> optimizer.tell(other.ask(), 1)).hasMessageContaining("asked from another optimizer");
        optimizer.close();
        other.close();
        assertThatThrownBy(optimizer::ask).hasMessageContaining("is closed");
    }

    @Test
    void averagesRepeatedEvaluationsAndRecommendsTheBestEstimate() {
        Goal noisy = Goal.minimize().withNoise(true);
        try (var optimizer = Optimizer.of(BOX, noisy, Search.of(Recipe.use(new Walk()), Budget.of(100)))) {
            double[] often = {1, 1};
            double[] once = {2, 2};
            for (double loss : new double[] {1, 3, 2, 2, 1, 3}) {
                optimizer.tell(often, Outcome.of(loss));
            }
            optimizer.tell(once, Outcome.of(1.8)); // lower than the mean 2, but seen only once
            assertThat(optimizer.recommend()).containsExactly(1, 1);
            assertThat(optimizer.best()).hasValueSatisfying(best -> {
                assertThat(best.count()).isEqualTo(6);
                assertThat(best.loss()).isEqualTo(2);
                assertThat(best.variance()).isEqualTo(0.8);
            });
            optimizer.tell(once, Outcome.of(0.2)); // the rule has no scale: a clearly lower mean wins
            assertThat(optimizer.recommend()).containsExactly(2, 2);
        }
    }

    @Test
    void countsEvaluationsOfOneDiscreteSettingTogether() {
        Space<Map<String, Object>> space = Space.group(Space.integer("n", 0, 1), Space.choice("c", "a", "b", "c"));
        try (var optimizer = Optimizer.of(Recipe.use(new Walk()), space, Budget.of(200))) {
            for (int i = 0; i < 200; i++) {
                optimizer.tell(optimizer.ask(), 1.0);
            }
            assertThat(optimizer.archive()).hasSizeLessThanOrEqualTo(6);
            assertThat(optimizer.archive().stream().mapToInt(Evaluation::count).sum())
                    .isEqualTo(200);
        }
    }

    /// Returns the constraint values that it was shown.
    private record Reporter() implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            Row row = f.at(new double[2]);
            Row failed = f.at(new double[] {1, 1});
            return Arrays.toString(row.constraints()) + " " + row.violation() + " " + failed.constraints().length;
        }
    }

    @Test
    void showsSingleConstraintsToTheSearchWithTheirSign() {
        Goal goal = Goal.maximize().withConstraints(3);
        Search search = Search.of(Recipe.use(new Reporter()).once(), Budget.of(10));
        try (var optimizer = Optimizer.of(BOX, goal, search)) {
            optimizer.tell(optimizer.ask(), Outcome.of(5).subjectTo(-2, 3, 0));
            optimizer.tell(optimizer.ask(), Outcome.failed("no licence"));
            assertThat(optimizer.finished()).contains("[-2.0, 3.0, 0.0] 3.0 0");
        }
    }

    @Test
    void ranksAPointAnewWhenOnlyItsConstraintsDiffer() {
        Goal goal = Goal.minimize().withConstraints(1);
        try (var optimizer = Optimizer.of(BOX, goal, Search.of(Recipe.use(new Walk()), Budget.of(10)))) {
            double[] first = {1, 1};
            optimizer.tell(first, Outcome.of(1).subjectTo(1));
            optimizer.tell(new double[] {2, 2}, Outcome.of(1).subjectTo(0.8));
            assertThat(optimizer.recommend()).containsExactly(2, 2);
            optimizer.tell(first, Outcome.of(1).subjectTo(-3));
            assertThat(optimizer.recommend()).as("mean violation 0.5").containsExactly(1, 1);
            assertThat(optimizer.best().orElseThrow().count()).isEqualTo(2);
            assertThat(optimizer.best().orElseThrow().violation()).isEqualTo(0.5);
        }
    }

    @Test
    void ranksAPointAnewWhenOnlyItsSecondObjectiveDiffers() {
        Search search = Search.of(Recipe.use(new Walk()), Budget.of(10));
        try (var optimizer = Optimizer.of(BOX, Goal.minimize(2), search)) {
            double[] first = {1, 1};
            optimizer.tell(first, Outcome.of(1, 1));
            optimizer.tell(new double[] {2, 2}, Outcome.of(1, 2));
            optimizer.tell(first, Outcome.of(1, 5));
            assertThat(optimizer.front()).hasSize(1);
            assertThat(optimizer.front().getFirst().value()).containsExactly(2, 2);
        }
    }

    static Stream<Algorithm> toys() {
        return Stream.of(new Walk(), new Halves(6), new Compass(), new Fan());
    }

    @ParameterizedTest
    @MethodSource("toys")
    void goesOnFromItsJournal(Algorithm algorithm, @TempDir Path folder) throws Exception {
        Search search = Search.of(Recipe.use(algorithm), Budget.of(100)).withWorkers(3);
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        try (var optimizer = Optimizer.open(whole, BOX, Goal.minimize(), search)) {
            drive(optimizer, 0, 60);
        }
        for (int from = 0; from < 60; from += 20) {
            try (var optimizer = Optimizer.open(parts, BOX, Goal.minimize(), search)) {
                drive(optimizer, from, from + 20);
            }
        }
        assertThat(lines(parts)).isEqualTo(lines(whole));
    }

    /// Tells every second result in the next but one step, sometimes suggests, sometimes tells what was not asked.
    private static void drive(Optimizer<double[]> optimizer, int from, int to) {
        List<Trial<double[]>> open = new java.util.ArrayList<>(optimizer.unfinished());
        for (int i = from; i < to; i++) {
            if (i % 10 == 3) {
                optimizer.suggest(new double[] {i / 60.0, 1});
            }
            if (i % 10 == 7) {
                optimizer.tell(new double[] {i / 60.0, 2}, Outcome.of(i));
            }
            open.add(optimizer.ask());
            if (i % 2 == 1 || i == to - 1) {
                for (Trial<double[]> trial : open.reversed()) {
                    optimizer.tell(trial, Math.abs(trial.value()[0]) + trial.value()[1]);
                }
                open.clear();
            }
        }
    }

    private static List<String> lines(Path journal) throws Exception {
        return Files.readAllLines(journal).stream()
                .map(l -> l.replaceAll("\"(at|seconds)\":[^,}]*", ""))
                .toList();
    }
}
