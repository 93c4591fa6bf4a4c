package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Catalog;
import dev.fathom.cli.study.StudyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OtherCommandsTest {

    @TempDir
    private Path folder;

    static Captured evaluate(String problem, String points) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(points.getBytes(StandardCharsets.UTF_8)));
        try {
            return fathom("evaluate", problem);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void listsOptimizersForMachines() {
        List<?> list = (List<?>) fathom("list", "optimizers", "--json").json();
        assertThat(list).hasSameSizeAs(Catalog.all());
        assertThat(list)
                .allSatisfy(
                        item -> assertThat(((Map<?, ?>) item).keySet().stream().map(String::valueOf))
                                .containsExactly("name", "family", "alias_of", "summary"));
        assertThat(list)
                .anySatisfy(
                        item -> assertThat(((Map<?, ?>) item).get("alias_of")).isNull());
        assertThat(list)
                .anySatisfy(item -> assertThat(((Map<?, ?>) item).get("name")).isEqualTo("DE"));
    }

    @Test
    void listsForPeople() {
        assertThat(fathom("list", "optimizers").out()).contains("DE ", "differential evolution");
        assertThat(fathom("list", "problems").out()).contains("rastrigin");
        assertThat(fathom("list").out()).contains("optimizers", "  DE ", "problems", "  rastrigin");
        assertThat((List<?>) fathom("list", "problems", "--json").json()).isNotEmpty();
    }

    @Test
    void evaluatesPoints() {
        Captured values = evaluate("sphere:d2", "0 0\n1, 2\n\n[0.5, -1e0]\n");
        assertThat(values.code()).isZero();
        assertThat(values.out().lines().map(Double::valueOf))
                .hasSize(3)
                .allSatisfy(v -> assertThat(v).isFinite());
        assertThat(values.out())
                .isEqualTo(evaluate("sphere:d2", "[0,0]\n[1,2]\n0.5 -1.0\n").out());
    }

    @Test
    void refusesWhatIsNoPoint() {
        Captured wrong = evaluate("sphere:d2", "0 0\n1 2 3\n");
        assertThat(wrong.code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(wrong.err()).contains("line 2: ", "2 numbers, but got 3");
        assertThat(evaluate("sphere:d2", "0 zero\n").err()).contains("line 1: 'zero' is not a number. Maybe");
        assertThat(evaluate("spere:d2", "").err()).contains("spere", "Maybe");
    }

    @Test
    void explainsByOptions() {
        Captured explained = fathom("explain", "--optimizer", "CMA", "--dimension", 10, "--budget", 1000);
        assertThat(explained.code()).isZero();
        assertThat(explained.out()).contains("CMA");
        assertThat(fathom("explain").code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("explain", "--dimension", 0).code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("explain", "--dimension", 2, "--budget", 0).err())
                .contains("--budget must be at least 1, but is 0. Maybe --budget 10?");
    }

    @Test
    void explainsStudies() throws IOException {
        Path study = Files.writeString(folder.resolve("a.yaml"), """
                space: {n: {type: integer, low: 1, high: 9}}
                objective: {command: not-looked-for}
                optimizer: DE
                budget: 10
                """);
        assertThat(fathom("explain", study).out()).contains("DE", "rounded to integers");
        assertThat(fathom("explain", study, "--optimizer", "SNES").out()).contains("SNES");
        assertThat(fathom("explain", study, "--dimension", 3).code()).isEqualTo(Fathom.BAD_INPUT);
    }

    @Test
    void foreignFilesAreNoJournals() throws IOException {
        Path diary = Files.writeString(folder.resolve("diary"), "{\"day\": 1}\n");
        for (String command : List.of("best", "report", "resume")) {
            Captured refused = fathom(command, diary);
            assertThat(refused.code()).isEqualTo(Fathom.BAD_INPUT);
            assertThat(refused.err()).contains(diary + " is not a journal of Fathom. Maybe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "resume", "best", "explain", "list", "report", "evaluate", "bench"})
    void everyHelpHasExamples(String command) {
        Captured help = fathom(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Examples:", "fathom " + command);
        assertThat(fathom("--help").out()).contains("  " + command);
    }

    @Test
    void theHelpOfRunTellsAllKeys() {
        String help = fathom("run", "--help").out();
        assertThat(help)
                .contains(
                        "type: tuple, items", "type: repeat, count: 3, item", "init", "step", "transform", "min, max");
        assertThat(StudyReader.KEYS).allSatisfy(key -> assertThat(help).contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "resume", "best", "explain", "list", "report", "evaluate", "bench"})
    void noExampleIsWrappedAt80Columns(String command) {
        CommandLine line = Fathom.commandLine().getSubcommands().get(command);
        assertThat(Objects.requireNonNull(line).getCommandSpec().usageMessage().footer())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(80));
        assertThat(Fathom.commandLine().getCommandSpec().usageMessage().footer())
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(80));
    }

    @Test
    void tellsItsVersion() {
        assertThat(fathom("--version").out()).startsWith("fathom 0.1.0");
        assertThat(fathom().out()).contains("Examples:");
    }
}
