package dev.fathom.cli.objective;

import static dev.fathom.cli.objective.Evaluators.VALUE;
import static dev.fathom.cli.objective.Evaluators.loss;
import static dev.fathom.cli.objective.Evaluators.open;
import static dev.fathom.cli.objective.Evaluators.reason;
import static dev.fathom.cli.objective.Evaluators.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Evaluator;
import dev.fathom.cli.Shell;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerEvaluatorTest {

    /// Reads a line, takes `id` and `x` out of it.
    private static final String READ = """
            take() { printf '%s' "$line" | sed "s/.*\\"$1\\":\\([0-9.]*\\).*/\\1/"; }
            while read -r line; do id=$(take id); x=$(take x)
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void requireShell() {
        Shell.require();
    }

    private Evaluator<Map<String, Object>> worker(String body) throws Exception {
        script(folder, "worker", body);
        return open(folder, "worker: ./worker");
    }

    @Test
    void answersManyQuestions() throws Exception {
        try (var worker = worker(READ + "n=$((n + 1)); echo \"{\\\"id\\\": $id, \\\"loss\\\": $n}\"; done")) {
            for (int i = 1; i <= 20; i++) {
                assertThat(loss(worker.evaluate(VALUE))).isEqualTo(i);
            }
        }
    }

    @Test
    void getsTheParameters() throws Exception {
        try (var worker = worker(READ + "echo \"{\\\"id\\\": $id, \\\"loss\\\": $x}\"; done")) {
            assertThat(loss(worker.evaluate(VALUE))).isEqualTo(0.5);
            assertThat(loss(worker.evaluate(Map.of("x", 0.25, "kind", "a")))).isEqualTo(0.25);
        }
    }

    @Test
    void aDeadWorkerIsStartedAnew() throws Exception {
        try (var worker = worker("read -r line; echo 'no memory' >&2; exit 4")) {
            assertThat(reason(worker.evaluate(VALUE))).isEqualTo("the worker died with exit code 4: no memory");
            script(folder, "worker", READ + "echo \"{\\\"id\\\": $id, \\\"loss\\\": 2}\"; done");
            assertThat(loss(worker.evaluate(VALUE))).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatDiesBeforeTheQuestionIsToldOf() throws Exception {
        try (var worker = worker("echo 'bad licence' >&2; exit 1")) {
            assertThat(reason(worker.evaluate(VALUE))).isEqualTo("the worker died with exit code 1: bad licence");
        }
    }

    @Test
    void garbageIsAFailure() throws Exception {
        try (var worker = worker("read -r line; echo loading; cat > /dev/null")) {
            assertThat(reason(worker.evaluate(VALUE)))
                    .contains("'loading' is not JSON")
                    .contains("Maybe it should write messages to standard error?");
        }
    }

    @Test
    void anotherIdIsAFailure() throws Exception {
        try (var worker = worker("while read -r line; do echo '{\"id\": 77, \"loss\": 1}'; done")) {
            assertThat(reason(worker.evaluate(VALUE))).contains("its id is 77 where 0 was asked");
        }
    }

    @Test
    void anIdMayBeText() throws Exception {
        try (var worker = worker(READ + "echo \"{\\\"id\\\": \\\"$id\\\", \\\"loss\\\": 2}\"; done")) {
            assertThat(loss(worker.evaluate(VALUE))).isEqualTo(2);
        }
    }

    @Test
    void controlCharactersAreEscaped() throws Exception {
        try (var worker = worker("printf '\\033[31mred\\007\\n' >&2; exit 1")) {
            assertThat(reason(worker.evaluate(VALUE)))
                    .isEqualTo("the worker died with exit code 1: \\u001b[31mred\\u0007");
        }
    }

    @Test
    void aLineTooManyIsAFailure() throws Exception {
        String twice = READ + "echo \"{\\\"id\\\": $id, \\\"loss\\\": 1}\"; echo more; done";
        try (var worker = worker(twice)) {
            assertThat(loss(worker.evaluate(VALUE))).isEqualTo(1);
            assertThat(reason(worker.evaluate(VALUE))).contains("more");
        }
    }

    @Test
    void aFailureMayBeAnswered() throws Exception {
        String answer = "echo \"{\\\"id\\\": $id, \\\"status\\\": \\\"failed\\\", \\\"reason\\\": \\\"diverged\\\"}\"";
        try (var worker = worker(READ + answer + "; done")) {
            assertThat(reason(worker.evaluate(VALUE))).isEqualTo("diverged");
        }
    }

    @Test
    void anInterruptEndsTheWorker() throws Exception {
        try (var worker = worker("read -r line; sleep 60")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> worker.evaluate(VALUE)).isInstanceOf(InterruptedException.class);
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        } finally {
            assertThat(Thread.interrupted()).isFalse();
        }
    }
}
