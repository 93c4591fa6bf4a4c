package dev.fathom.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Averaging;
import dev.fathom.Direction;
import dev.fathom.Evaluation;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.Toys;
import dev.fathom.space.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final Space<double[]> SPACE = Space.reals(2, -5, 5);

    @TempDir
    Path folder;

    private static Study<double[]> study() {
        return Study.minimize(SPACE, x -> x[0] * x[0] + x[1])
                .optimizer(new Toys.Halves(10))
                .budget(50)
                .seed(7);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isWrittenEveryFewGenerationsAndAtTheEnd() throws IOException {
        Result<double[]> result =
                study().observe(StateFile.every(2, folder, "toy")).run();
        assertThat(names())
                .containsExactly("toy_generation000002.json", "toy_generation000004.json", "toy_generation000005.json");
        SavedState last = SavedState.newest(folder, "toy").orElseThrow();
        assertThat(last.iteration()).isEqualTo(5);
        assertThat(last.setting(SPACE)).isEqualTo(result.best());
        assertThat(last.losses()).containsExactly(result.value());
        assertThat(last.summary()).containsEntry("evaluations", 50.0).containsEntry("best_eval", result.value());
        assertThat(last.seed()).isEqualTo(7);
        assertThat(last.optimizer()).contains("Halves");
        assertThat(last.stopped()).contains(result.reason());
        SavedState early = SavedState.read(folder.resolve("toy_generation000002.json"));
        assertThat(early.stopped()).isEmpty();
        assertThat(early.losses()[0]).isEqualTo(early.summary().get("best_eval"));
        assertThat(SavedState.newest(folder, "to")).isEmpty();
    }

    @Test
    void knowsAllLossesOfTheBestRow() throws IOException {
        Goal goal = new Goal(List.of(Direction.MINIMIZE, Direction.MAXIMIZE), 0, false);
        Result<double[]> result = Study.of(SPACE, (Objective<double[]>) x -> Outcome.of(x[0], x[1]))
                .goal(goal)
                .optimizer(new Toys.Halves(10))
                .budget(30)
                .observe(StateFile.every(1, folder, "rows"))
                .run();
        SavedState state = SavedState.newest(folder, "rows").orElseThrow();
        assertThat(state.losses()).containsExactly(state.setting(SPACE));
        assertThat(result.front()).extracting(Evaluation::losses).contains(state.losses());
        Result<double[]> whole = Study.minimize(
                        SPACE, Objective.tensor(x -> x.square().rowSums()))
                .optimizer(new Averaging(20))
                .budget(90)
                .observe(StateFile.every(3, folder, "whole"))
                .run();
        SavedState last = SavedState.newest(folder, "whole").orElseThrow();
        assertThat(last.setting(SPACE)).isEqualTo(whole.best());
        assertThat(last.losses()).containsExactly(whole.value());
    }

    /// In the parameters' own scale, whether rows are told one by one or as whole populations.
    @Test
    void knowsTheMiddleOfTheDistribution() throws IOException {
        Space<double[]> wide = Space.reals(3, -500, 500);
        Objective<double[]> rows =
                x -> Outcome.of(DoubleStream.of(x).map(v -> (v - 70) * (v - 70)).sum());
        Study<double[]> byRows = Study.of(wide, rows);
        Study<double[]> whole =
                Study.minimize(wide, Objective.tensor(x -> x.plus(-70).square().rowSums()));
        for (Study<double[]> study : List.of(byRows, whole)) {
            study.optimizer(new Averaging(20))
                    .budget(2_000)
                    .observe(StateFile.every(50, folder, "center"))
                    .run();
            SavedState early = SavedState.read(folder.resolve("center_generation000050.json"));
            SavedState last = SavedState.newest(folder, "center").orElseThrow();
            for (double v : last.center(wide)) {
                assertThat(v).isBetween(65.0, 75.0);
            }
            assertThat(last.center(wide)).isNotEqualTo(early.center(wide)).isNotEqualTo(last.setting(wide));
        }
        study().observe(StateFile.every(50, folder, "toy")).run();
        SavedState none = SavedState.newest(folder, "toy").orElseThrow();
        assertThat(none.center()).isEmpty();
        assertThatThrownBy(() -> none.center(SPACE)).hasMessageContaining("Maybe setting(space)?");
    }

    @Test
    void ofARunWithoutValuesHasNoSetting() throws IOException {
        Study.minimize(SPACE, x -> Double.NaN)
                .optimizer(new Toys.Halves(10))
                .budget(10)
                .observe(StateFile.every(1, folder, "bad"))
                .run();
        SavedState state = SavedState.newest(folder, "bad").orElseThrow();
        assertThat(state.summary().get("best_eval")).isNaN();
        assertThatThrownBy(() -> state.setting(SPACE)).hasMessageContaining("no result");
    }

    @Test
    void aFileThatCannotBeWrittenDoesNotEndTheRun() throws IOException {
        Files.createDirectories(folder.resolve("toy_generation000002.json/full"));
        Result<double[]> result =
                study().observe(StateFile.every(2, folder, "toy")).run();
        assertThat(result.evaluations()).isEqualTo(50);
        assertThat(SavedState.newest(folder, "toy").orElseThrow().iteration()).isEqualTo(5);
    }

    @Test
    void refusesPlacesAndFilesThatCannotBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "{\"fathom\":\"journal\"}");
        assertThatThrownBy(
                        () -> study().observe(StateFile.every(2, file, "toy")).run())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be made");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavedState.read(file))
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException().isThrownBy(() -> StateFile.every(1, folder, "a/b"));
    }
}
