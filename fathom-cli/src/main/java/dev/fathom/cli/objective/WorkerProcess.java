package dev.fathom.cli.objective;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A program that answers one line per line. Its output is read by threads, so that waiting for it can be interrupted.
final class WorkerProcess {

    private static final int ERROR_LINES = 3;
    private static final long JOIN_MS = 200;

    private final Process process;
    private final BufferedWriter input;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final Deque<String> errors = new ArrayDeque<>();
    private final Thread errorReader;

    private WorkerProcess(Process process) {
        this.process = process;
        input = process.outputWriter(StandardCharsets.UTF_8);
        read(process.getInputStream(), line -> answers.add(Optional.of(line)), () -> answers.add(Optional.empty()));
        errorReader = read(process.getErrorStream(), this::keep, () -> {});
    }

    static WorkerProcess start(List<String> words, Path folder) throws IOException {
        return new WorkerProcess(
                new ProcessBuilder(words).directory(folder.toFile()).start());
    }

    private static Thread read(InputStream stream, Consumer<String> line, Runnable end) {
        return Thread.ofPlatform().daemon().name("fathom-reader").start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().filter(text -> !text.isBlank()).forEach(line);
            } catch (IOException | UncheckedIOException e) {
                line.accept("(its output ended: " + e.getMessage() + ")");
            } finally {
                end.run();
            }
        });
    }

    private void keep(String line) {
        synchronized (errors) {
            errors.add(line.strip());
            if (errors.size() > ERROR_LINES) {
                errors.remove();
            }
        }
    }

    /// A line that came without being asked for, if there is one.
    Optional<String> unasked() {
        Optional<String> line = answers.peek();
        return line == null ? Optional.empty() : line;
    }

    /// Sends a line.
    ///
    /// @throws IOException if the program does not read any more
    void send(String line) throws IOException {
        input.write(line);
        input.write('\n');
        input.flush();
    }

    /// The next line; empty if the program has closed its output.
    Optional<String> receive() throws InterruptedException {
        return answers.take();
    }

    /// Ends the program and says how it ended, with the end of its standard error.
    String obituary() throws InterruptedException {
        boolean gone = process.waitFor(JOIN_MS, TimeUnit.MILLISECONDS);
        if (!gone) {
            kill();
            return ChildProcess.withErrors("the worker closed its output and was ended", lastErrors());
        }
        int exit = process.exitValue();
        ChildProcess.awaitInterrupt(exit);
        return ChildProcess.withErrors("the worker died with " + ChildProcess.describe(exit), lastErrors());
    }

    private List<String> lastErrors() throws InterruptedException {
        errorReader.join(JOIN_MS);
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    void kill() {
        ChildProcess.kill(process);
    }
}
