package dev.fathom.cli.objective;

import static dev.fathom.cli.objective.Evaluators.VALUE;
import static dev.fathom.cli.objective.Evaluators.loss;
import static dev.fathom.cli.objective.Evaluators.open;
import static dev.fathom.cli.objective.Evaluators.reason;
import static dev.fathom.cli.objective.Evaluators.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import dev.fathom.cli.Shell;
import dev.fathom.cli.study.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandEvaluatorTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void requireShell() {
        Shell.require();
    }

    private Outcome evaluate(String objective) throws Exception {
        try (Evaluator<Map<String, Object>> evaluator = open(folder, objective)) {
            return evaluator.evaluate(VALUE);
        }
    }

    private Outcome run(String text) throws Exception {
        script(folder, "program", text);
        return evaluate("command: ./program {x} {kind}");
    }

    @Test
    void theLastLineIsTheLoss() throws Exception {
        assertThat(loss(run("echo working; echo 3.25; echo"))).isEqualTo(3.25);
    }

    @Test
    void parametersAreArguments() throws Exception {
        assertThat(reason(run("echo \"$#,$1,$2\" >&2; exit 1"))).endsWith("2,0.5,b c");
    }

    @Test
    void parametersAreInTheEnvironment() throws Exception {
        assertThat(reason(run("echo \"$x,$kind,$FATHOM_X,$FATHOM_KIND\" >&2; exit 1")))
                .endsWith("0.5,b c,0.5,b c");
    }

    @Test
    void parametersAreOnStandardInput() throws Exception {
        run("cat > input; echo 1");
        assertThat(Files.readString(folder.resolve("input")))
                .contains("\"x\":0.5")
                .contains("\"kind\":\"b c\"")
                .endsWith("}\n");
    }

    @Test
    void itRunsInTheFolderOfTheStudy() throws Exception {
        Files.writeString(folder.resolve("data"), "17\n");
        assertThat(loss(evaluate("command: cat data"))).isEqualTo(17);
    }

    @Test
    void aListOfWordsNeedsNoQuotes() throws Exception {
        assertThat(loss(evaluate("command: [sh, -c, \"echo $x | tr 5 7\"]"))).isEqualTo(0.7);
    }

    @Test
    void objectsTellConstraints() throws Exception {
        Outcome outcome = run("echo '{\"loss\": [1, 2], \"constraints\": [-1, 0.5]}'");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Values.class, values -> {
            assertThat(values.losses()).containsExactly(1, 2);
            assertThat(values.constraints()).containsExactly(-1, 0.5);
        });
    }

    @Test
    void anExitCodeIsAFailure() throws Exception {
        assertThat(reason(run("echo 1; echo first >&2; echo 'out of luck' >&2; exit 3")))
                .isEqualTo("exit code 3: first | out of luck");
    }

    @Test
    void aSignalIsAFailure() throws Exception {
        assertThat(reason(run("kill -9 $$"))).isEqualTo("exit code 137 (killed by signal 9)");
    }

    @Test
    void noOutputIsAFailure() throws Exception {
        assertThat(reason(run("echo 'only here' >&2"))).isEqualTo("no output, exit code 0: only here");
    }

    @Test
    void garbageIsAFailure() throws Exception {
        assertThat(reason(run("echo 'loss 3'"))).contains("'loss 3' is neither a number nor a JSON object");
    }

    @Test
    void whatItLeavesRunningHoldsNothingUp() throws Exception {
        script(folder, "program", "sleep 60 & echo $! > pid; echo 5");
        assertThat(loss(evaluate("command: ./program"))).isEqualTo(5);
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    }

    /// The program tells the process that it started through a pipe, and is interrupted only then.
    @Test
    void anInterruptKillsTheWholeTree() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        script(folder, "program", "sleep 60 & echo $! > pipe; wait");
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        try (Evaluator<Map<String, Object>> evaluator = open(folder, "command: ./program")) {
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    evaluator.evaluate(VALUE);
                    ended.complete(new AssertionError("the evaluation came to an end"));
                } catch (Exception e) {
                    ended.complete(e);
                }
            });
            long child = Long.parseLong(Files.readString(pipe).strip());
            thread.interrupt();
            assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            var handle = ProcessHandle.of(child);
            if (handle.isPresent()) {
                handle.get().onExit().get(30, TimeUnit.SECONDS);
            }
            assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void missingProgramsAreFoundBeforeTheRun() {
        assertThatThrownBy(() -> evaluate("command: ./nowhere"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("objective: command: there is no program " + folder.resolve("nowhere"));
        assertThatThrownBy(() -> evaluate("command: no-such-program-anywhere"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("on the PATH. Maybe");
        assertThatThrownBy(() -> evaluate("command: ./study.yaml"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot be executed. Maybe chmod +x");
    }

    @Test
    void unknownParametersAreFoundBeforeTheRun() {
        assertThatThrownBy(() -> evaluate("command: sh -c {kinds}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("objective: command: {kinds}: unknown parameter 'kinds'. Maybe kind?");
    }
}
