package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Toys.Compass;
import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Halves;
import dev.fathom.algorithm.Fact;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Length;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches that end by themselves.
class OnceTest {

    private static final Space<double[]> BOX = Space.reals(2, -5, 5);
    private static final Recipe COMPASS = Recipe.use(new Compass());

    private static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> (v - 1) * (v - 1)).sum();
    }

    private static Study<double[]> study(Recipe recipe, int workers) {
        return Study.minimize(BOX, OnceTest::sphere)
                .optimizer(recipe)
                .budget(5000)
                .workers(workers);
    }

    static Stream<Arguments> recipes() {
        return Stream.of(
                Arguments.of(COMPASS.once(), "the step is small"),
                Arguments.of(Recipe.use(new Fan()).once(), "the steps are small"),
                Arguments.of(Recipe.use(new Halves(6)).once(), "the spread is below 1e-3"),
                Arguments.of(
                        COMPASS.then(Length.evaluations(9), Recipe.use(new Fan()))
                                .once(),
                        "the steps are small"),
                Arguments.of(Recipe.portfolio(1, COMPASS, Recipe.use(new Fan())).once(), "all 2 members have ended"),
                Arguments.of(
                        Recipe.choose(
                                List.of(new Recipe.Rule(
                                        new dev.fathom.algorithm.Condition.AtLeast(Fact.DIMENSION, 2), COMPASS.once())),
                                Recipe.use(new Fan())),
                        "the step is small"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void endWithTheReasonOfTheSearch(Recipe recipe, String reason) {
        for (int workers : new int[] {1, 4}) {
            Result<double[]> result = study(recipe, workers).run();
            assertThat(result.reason()).isEqualTo(reason);
            assertThat(result.complete()).isTrue();
            assertThat(result.evaluations()).isBetween(10L, 1000L);
            assertThat(result.value()).isLessThan(1e-2);
        }
        assertThat(study(recipe, 1).explain()).endsWith("ends when the search has ended");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void endALoopOfAskAndTell(Recipe recipe, String reason) {
        try (var optimizer = Optimizer.of(recipe, BOX, Budget.unlimited())) {
            while (optimizer.hasBudget()) {
                Trial<double[]> trial = optimizer.ask();
                optimizer.tell(trial, sphere(trial.value()));
            }
            assertThat(optimizer.finished()).contains(reason);
            optimizer.suggest(new double[] {2, 2});
            assertThat(optimizer.hasBudget()).isTrue();
            assertThat(optimizer.ask().value()).containsExactly(2, 2);
            assertThat(optimizer.hasBudget()).isFalse();
        }
    }

    @Test
    void areRestartedUnlessToldOtherwise() {
        Result<double[]> result = study(COMPASS, 1).run();
        assertThat(result.evaluations()).isEqualTo(5000);
        assertThat(result.reason()).isEqualTo("budget of 5000 evaluations used up");
        assertThat(study(COMPASS, 1).explain()).contains("restarted from another point when finished");
        assertThat(study(COMPASS.once(), 1).explain()).startsWith("once\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void endForTheSameReasonWhenResumed(int workers, @TempDir Path folder) throws Exception {
        Path whole = folder.resolve("whole");
        Result<double[]> result = study(COMPASS.once(), workers).journal(whole).run();
        List<String> lines = Files.readAllLines(whole);
        assertThat(lines.getLast()).contains("the step is small");
        for (int kept : new int[] {2, 20, lines.size() - 2, lines.size() - 1, lines.size()}) {
            Path part = folder.resolve("part" + kept);
            Files.write(part, lines.subList(0, kept));
            Result<double[]> resumed =
                    study(COMPASS.once(), workers).journal(part).run();
            assertThat(resumed.reason()).isEqualTo("the step is small");
            assertThat(resumed.evaluations()).isEqualTo(result.evaluations());
            assertThat(resumed.best()).isEqualTo(result.best());
            assertThat(Files.readAllLines(part)).hasSameSizeAs(lines);
        }
    }

    @Test
    void haveJournalsOfTheirOwn(@TempDir Path folder) {
        Path journal = folder.resolve("run.journal");
        study(COMPASS.once(), 1).journal(journal).run();
        assertThatThrownBy(() -> study(COMPASS, 1).journal(journal).run()).hasMessageContaining("optimizer is");
    }
}
