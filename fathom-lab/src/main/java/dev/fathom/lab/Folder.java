package dev.fathom.lab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folder of an experiment. Rows are added to one file, each with a single write; a torn last line, left by a
/// process that was killed, is dropped.
final class Folder implements AutoCloseable {

    private static final String DESCRIPTION = "experiment.txt";
    private static final String ROWS = "experiment.csv";
    private static final String RUNS = "runs.csv";

    private final Path directory;
    private final RandomAccessFile file;
    private final List<Finished> rows;

    private Folder(Path directory, RandomAccessFile file, List<Finished> rows) {
        this.directory = directory;
        this.file = file;
        this.rows = rows;
    }

    /// Opens or creates the folder of an experiment.
    ///
    /// @throws IllegalArgumentException if it holds another experiment
    /// @throws IllegalStateException if another process is writing it
    static Folder open(Path directory, Experiment experiment) throws IOException {
        Files.createDirectories(directory);
        check(directory, experiment.describe());
        RandomAccessFile file = new RandomAccessFile(directory.resolve(ROWS).toFile(), "rw");
        try {
            lock(file, directory);
            return new Folder(directory, file, read(file, directory.resolve(ROWS)));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void check(Path directory, String description) throws IOException {
        Path file = directory.resolve(DESCRIPTION);
        if (Files.exists(file)) {
            String there = Files.readString(file);
            if (!there.equals(description)) {
                throw new IllegalArgumentException(directory + " holds another experiment: "
                        + difference(there, description) + ". Maybe choose another folder?");
            }
        } else if (Files.exists(directory.resolve(ROWS)) || Files.exists(directory.resolve(RUNS))) {
            throw new IllegalArgumentException(
                    directory + " holds rows, but no " + DESCRIPTION + ". Maybe choose another folder?");
        } else {
            replace(file, description);
        }
    }

    /// The first line that differs.
    private static String difference(String there, String here) {
        List<String> first = there.lines().toList();
        List<String> second = here.lines().toList();
        int i = 0;
        while (i < Math.min(first.size(), second.size()) && first.get(i).equals(second.get(i))) {
            i++;
        }
        return "there it says " + line(first, i) + ", here " + line(second, i);
    }

    private static String line(List<String> lines, int i) {
        return i < lines.size() ? "'" + lines.get(i) + "'" : "nothing more";
    }

    private static void lock(RandomAccessFile file, Path directory) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalStateException(
                    "another process is running the experiment in " + directory + ". Maybe wait until it has ended?");
        }
    }

    private static List<Finished> read(RandomAccessFile file, Path path) throws IOException {
        byte[] bytes = new byte[(int) file.length()];
        file.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        file.setLength(whole.getBytes(StandardCharsets.UTF_8).length);
        file.seek(file.length());
        if (whole.isEmpty()) {
            write(file, Finished.HEADER);
        }
        List<Finished> rows = new ArrayList<>();
        for (String line : whole.lines().skip(1).toList()) {
            rows.add(parse(line, path));
        }
        return rows;
    }

    private static Finished parse(String line, Path path) {
        try {
            return Finished.parse(line);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    /// Not by a channel, which an interrupt would close.
    private static void write(RandomAccessFile file, String line) throws IOException {
        file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The rows found when the folder was opened.
    List<Finished> rows() {
        return List.copyOf(rows);
    }

    /// Adds a row.
    void append(Finished row) throws IOException {
        write(file, row.toCsv());
    }

    /// Writes `runs.csv`.
    void writeRuns(List<Run> runs) throws IOException {
        StringBuilder text = new StringBuilder(Run.HEADER).append('\n');
        runs.forEach(run -> text.append(run.toCsv()).append('\n'));
        replace(directory.resolve(RUNS), text.toString());
    }

    /// Where a run is logged.
    Path log(Key key) throws IOException {
        return made("logs").resolve(key.toString().replaceAll("[/:]", "_") + ".log");
    }

    /// A folder within this one.
    Path made(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
