package dev.fathom.cli.objective;

import static dev.fathom.cli.objective.Evaluators.loss;
import static dev.fathom.cli.objective.Evaluators.reason;
import static dev.fathom.cli.objective.Evaluators.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.cli.Shell;
import dev.fathom.cli.study.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackBoxTest {

    private static final List<OutputType> OUTPUTS = List.of(OutputType.PB, OutputType.OBJ, OutputType.NOTHING);

    @TempDir
    private Path folder;

    private final ConcurrentMap<Long, List<String>> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void requireShell() {
        Shell.require();
    }

    private BlackBox box(String text, List<OutputType> outputs, boolean isPrinted) throws IOException {
        script(folder, "bb", text);
        return new BlackBox(List.of("./bb", "first"), folder, Optional.of(folder), outputs, isPrinted);
    }

    private Evaluator.Factory<Map<String, Object>> evaluators(BlackBox box, int block) {
        return box.evaluators(
                block,
                value -> value.values().stream().map(String::valueOf).toList(),
                value -> "5".equals(String.valueOf(value.get("x")))
                        ? Optional.of(List.of("0", "55", "-"))
                        : Optional.empty(),
                answers);
    }

    private Outcome ask(BlackBox box) throws Exception {
        try (Evaluator<Map<String, Object>> evaluator = evaluators(box, 1).open()) {
            return evaluator.evaluate(3, Map.of("x", 1.5));
        }
    }

    private Outcome ask(String text) throws Exception {
        return ask(box(text, OUTPUTS, true));
    }

    @Test
    void theFileOfThePointIsTheLastArgument() throws Exception {
        Outcome outcome = ask("read x < \"$2\"; test $1 = first && echo -1 $x extra");
        assertThat(loss(outcome)).isEqualTo(1.5);
        assertThat(((Outcome.Values) outcome).constraints()).containsExactly(-1);
        assertThat(answers).containsEntry(3L, List.of("-1", "1.5", "extra"));
    }

    @Test
    void itRunsInItsFolderAndLeavesNoFiles() throws Exception {
        assertThat(loss(ask("test -f bb && echo 0 4 0"))).isEqualTo(4);
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(f -> f.getFileName().toString()).containsExactly("bb");
        }
    }

    @Test
    void outputsMayBeSurroundedByOtherLinesOrStandOnLinesOfTheirOwn() throws Exception {
        assertThat(loss(ask("echo starting up now, please wait; echo 0 4 0"))).isEqualTo(4);
        assertThat(loss(ask("echo 0; echo 4; echo 0"))).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            echo 0 1 2; echo oh >&2; exit 3 | exit code 3: oh
            true                            | no output, exit code 0
            echo 0 1                        | the black box printed 2 words, but BB_OUTPUT_TYPE has 3: 0 1
            echo 0 NaN 1                    | the output 1 (OBJ) is 'NaN'
            echo a 1 1                      | the output 0 (PB) is 'a'
            echo 0 inf 1                    | the objective is Infinity
            """)
    void failuresHaveAReason(String script, String reason) throws Exception {
        assertThat(reason(ask(script))).isEqualTo(reason);
    }

    @Test
    void evaluationsThatDoNotCountSaySoWhereTheyFail() throws Exception {
        BlackBox box = box("echo 0 inf", List.of(OutputType.CNT_EVAL, OutputType.OBJ), true);
        assertThat(reason(ask(box))).isEqualTo("the objective is Infinity" + Answer.NOT_COUNTED);
    }

    @Test
    void outputsMayBeWrittenToAFile() throws Exception {
        assertThat(loss(ask(box("echo words; echo 0 7 0 > \"$2.output\"", OUTPUTS, false))))
                .isEqualTo(7);
        assertThat(reason(ask(box("echo 0 7 0", OUTPUTS, false))))
                .isEqualTo("there is no file of outputs, exit code 0");
    }

    @Test
    void whatIsKnownIsNotAsked() throws Exception {
        try (Evaluator<Map<String, Object>> evaluator =
                evaluators(box("exit 1", OUTPUTS, true), 1).open()) {
            assertThat(loss(evaluator.evaluate(0, Map.of("x", 5)))).isEqualTo(55);
        }
    }

    @Test
    void aBlockIsAskedAtOnce() throws Exception {
        BlackBox box = box("echo call >> calls; while read x; do echo 0 $x 0; done < \"$2\"", OUTPUTS, true);
        assertThat(inBlocks(box, List.of(10, 20, 30))).containsExactly(10.0, 20.0, 30.0);
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSizeLessThan(3);
    }

    @Test
    void aBlockMayBeSmallerThanWanted() throws Exception {
        BlackBox box = box("while read x; do echo 0 $x 0; done < \"$2\"", OUTPUTS, true);
        assertThat(inBlocks(box, List.of(10))).containsExactly(10.0);
    }

    /// The losses of points that three workers have evaluated together.
    private List<Double> inBlocks(BlackBox box, List<Integer> points) throws Exception {
        Evaluator.Factory<Map<String, Object>> evaluators = evaluators(box, 3);
        List<Future<Double>> losses = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(3)) {
            for (int point : points) {
                losses.add(workers.submit(() -> {
                    try (Evaluator<Map<String, Object>> evaluator = evaluators.open()) {
                        return loss(evaluator.evaluate(point, Map.of("x", point)));
                    }
                }));
            }
        }
        List<Double> result = new ArrayList<>();
        for (Future<Double> loss : losses) {
            result.add(loss.get());
        }
        return result;
    }

    @Test
    void aLineIsMissingInABlock() throws Exception {
        try (BlackBox.Session session = box("echo 0 1 0", OUTPUTS, true).open()) {
            List<Answer> two = session.ask(List.of(List.of("1"), List.of("2")));
            assertThat(two)
                    .hasSize(2)
                    .allSatisfy(answer ->
                            assertThat(reason(answer.outcome())).isEqualTo("there are 1 lines of output for 2 points"));
        }
        try (BlackBox.Session session =
                box("echo 0 1 0; echo; echo 0 3 0", OUTPUTS, true).open()) {
            List<Answer> three = session.ask(List.of(List.of("1"), List.of("2"), List.of("3")));
            assertThat(loss(three.get(0).outcome())).isEqualTo(1);
            assertThat(reason(three.get(1).outcome())).isEqualTo("the line of output is empty");
            assertThat(loss(three.get(2).outcome())).isEqualTo(3);
        }
    }

    @Test
    void aMissingProgramIsFoundBeforeTheRun() {
        BlackBox box = new BlackBox(List.of("./nothing"), folder, Optional.empty(), OUTPUTS, true);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> box.require("param.txt: line 2: BB_EXE"))
                .withMessageStartingWith("param.txt: line 2: BB_EXE: there is no program " + folder.resolve("nothing"));
    }
}
