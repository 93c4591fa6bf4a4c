package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Starts a program for every evaluation. The program's input and output are files, so that nothing that it leaves
/// running can hold an evaluation up.
final class CommandEvaluator implements Evaluator<Map<String, Object>> {

    private static final int ERROR_LINES = 3;

    private final Template template;
    private final Function<Map<String, Object>, Bindings> bind;
    private final Path folder;
    private final Path scratch;
    private long number;
    private volatile @Nullable Process running;

    CommandEvaluator(Template template, Function<Map<String, Object>, Bindings> bind, Path folder) throws IOException {
        this.template = template;
        this.bind = bind;
        this.folder = folder;
        scratch = Files.createTempDirectory("fathom-");
    }

    /// The files of one evaluation.
    private record Streams(Path in, Path out, Path err) {

        static Streams in(Path scratch, long number) {
            return new Streams(
                    scratch.resolve(number + ".in"),
                    scratch.resolve(number + ".out"),
                    scratch.resolve(number + ".err"));
        }

        void delete() throws IOException {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    @Override
    public Outcome evaluate(Map<String, Object> value) throws IOException, InterruptedException {
        Streams streams = Streams.in(scratch, number++);
        try {
            Bindings bindings = bind.apply(value);
            Files.writeString(streams.in, Bindings.write(bindings.json()) + "\n");
            int exit = run(bindings, streams);
            if (exit != 0) {
                ChildProcess.awaitInterrupt(exit);
                return Outcome.failed(
                        ChildProcess.withErrors(ChildProcess.describe(exit), LastLines.of(streams.err, ERROR_LINES)));
            }
            return outcome(streams);
        } finally {
            streams.delete();
        }
    }

    private int run(Bindings bindings, Streams streams) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(template.fill(bindings.texts()))
                .directory(folder.toFile())
                .redirectInput(streams.in.toFile())
                .redirectOutput(streams.out.toFile())
                .redirectError(streams.err.toFile());
        bindings.addTo(builder.environment());
        Process process = builder.start();
        running = process;
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            ChildProcess.kill(process);
            throw e;
        } finally {
            running = null;
        }
    }

    private static Outcome outcome(Streams streams) throws IOException {
        List<String> last = LastLines.of(streams.out, 1);
        List<String> errors = LastLines.of(streams.err, ERROR_LINES);
        if (last.isEmpty()) {
            return Outcome.failed(ChildProcess.withErrors("no output, exit code 0", errors));
        }
        try {
            return Reply.parse(last.getFirst());
        } catch (Reply.Garbage e) {
            return Outcome.failed(
                    ChildProcess.withErrors("the last line of output is no loss: " + e.getMessage(), errors));
        }
    }

    @Override
    public void close() {
        Process process = running;
        if (process != null) {
            ChildProcess.kill(process);
        }
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            scratch.toFile().deleteOnExit(); // an evaluation that is being ended still has its files there
        }
    }
}
