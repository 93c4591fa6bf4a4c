package dev.fathom.cli.objective;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts programs, one at a time, and waits for them. Their input and output are files, so that nothing that they
/// leave
/// running can hold an evaluation up.
final class Launcher implements AutoCloseable {

    private static final int ERROR_LINES = 3;

    private final Path folder;
    private final Path scratch;
    private long number;
    private volatile @Nullable Process running;

    /// @param folder where the programs run
    /// @param temporary where a folder for their files is made
    Launcher(Path folder, Path temporary) throws IOException {
        this.folder = folder;
        scratch = Files.createTempDirectory(temporary, "fathom-");
    }

    /// In the system's folder for temporary files.
    Launcher(Path folder) throws IOException {
        this.folder = folder;
        scratch = Files.createTempDirectory("fathom-");
    }

    /// Reads what a program has left.
    @FunctionalInterface
    interface Reading<T> {

        /// @param exit the exit code
        /// @param out its standard output
        /// @param errors the last lines of its standard error
        T read(int exit, Path out, List<String> errors) throws IOException, InterruptedException;
    }

    /// A file for the next program, deleted by the caller.
    Path scratch(String ending) {
        return scratch.resolve(number + ending);
    }

    /// Runs a program to its end.
    ///
    /// @param environment changes its variables
    /// @param input its standard input
    /// @throws IOException if it cannot be started
    /// @throws InterruptedException if the time is over; it is killed before
    <T> T run(List<String> words, Consumer<Map<String, String>> environment, String input, Reading<T> reading)
            throws IOException, InterruptedException {
        Path in = scratch(".in");
        Path out = scratch(".out");
        Path err = scratch(".err");
        number++;
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            environment.accept(builder.environment());
            int exit = await(builder.start());
            if (exit != 0) {
                ChildProcess.awaitInterrupt(exit);
            }
            return reading.read(exit, out, LastLines.of(err, ERROR_LINES));
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private int await(Process process) throws InterruptedException {
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
