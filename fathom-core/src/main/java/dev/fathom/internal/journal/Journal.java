package dev.fathom.internal.journal;

import dev.fathom.internal.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An append-only file of JSON lines with one writer at a time: a header, then one line per event, each written at
/// once.
public final class Journal implements AutoCloseable {

    private final Path file;
    private final RandomAccessFile out; // not a channel: those close when their thread is interrupted
    private final FileLock lock;
    private final JournalText text;

    private Journal(Path file, RandomAccessFile out, FileLock lock, JournalText text) {
        this.file = file;
        this.out = out;
        this.lock = lock;
        this.text = text;
    }

    /// Opens a journal for appending: creates it with `header`, or reads what it holds and cuts off a torn last line.
    ///
    /// @param header the settings of the run; those of an existing journal must be equal, the version apart
    /// @throws IllegalArgumentException if the file is no journal, belongs to other settings, or is damaged before its
    /// last line
    /// @throws IllegalStateException if another process writes it
    public static Journal open(Path file, Map<String, Object> header) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
            try {
                return open(file, out, header);
            } catch (RuntimeException | IOException e) {
                out.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure("open", file, e);
        }
    }

    private static Journal open(Path file, RandomAccessFile out, Map<String, Object> header) throws IOException {
        FileLock lock = lock(file, out);
        JournalText text = JournalText.of(file, out); // through `out`: closing another reader would release the lock
        if (text.hasHeader()) {
            compare(file, text.header(), header);
        } else if (out.length() > 0 && !text.beginsLikeAHeader()) {
            throw foreign(file);
        }
        out.setLength(text.end());
        out.seek(text.end());
        Journal journal = new Journal(file, out, lock, text);
        if (!text.hasHeader()) {
            journal.append(header);
        }
        return journal;
    }

    private static FileLock lock(Path file, RandomAccessFile out) throws IOException {
        FileLock lock;
        try {
            lock = out.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalStateException("the journal " + file
                    + " is being written by another run. Maybe wait for it to end, or choose another journal?");
        }
        return lock;
    }

    private static void compare(Path file, Map<String, Object> found, Map<String, Object> wanted) {
        if (!"journal".equals(found.get("fathom"))) {
            throw foreign(file);
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Object> entry : wanted.entrySet()) {
            String key = entry.getKey();
            Object before = found.get(key);
            Object now = Json.normalize(entry.getValue());
            if (!key.equals("version") && !Objects.equals(before, now)) {
                differences.add(key + " is " + Json.write(before) + " there and " + Json.write(now) + " here");
            }
        }
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("the journal " + file + " belongs to other settings: "
                    + String.join("; ", differences)
                    + ". Maybe choose another journal, or restore the settings to continue this one?");
        }
    }

    /// Hands over what the journal held when it was opened, line by line, without the header.
    ///
    /// @throws IllegalArgumentException if a line is damaged
    public void replay(Consumer<Map<String, Object>> use) {
        try {
            text.replay(use);
            out.seek(out.length());
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    /// Writes a line; it is in the file when this returns.
    public void append(Map<String, ? extends @Nullable Object> line) {
        byte[] bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failure("write", file, e);
        }
    }

    private static IllegalArgumentException foreign(Path file) {
        return new IllegalArgumentException(file + " is not a journal of Fathom. Maybe choose another file?");
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    private static UncheckedIOException failure(String what, Path file, IOException e) {
        String hint = "write".equals(what)
                ? ". All evaluations before this one are kept. Maybe free some space, then resume?"
                : ". Maybe the path or its permissions are wrong?";
        return new UncheckedIOException(
                new IOException("cannot " + what + " the journal " + file + ": " + e.getMessage() + hint, e));
    }

    @Override
    public void close() {
        try {
            lock.release();
            out.close();
        } catch (IOException e) {
            throw failure("close", file, e);
        }
    }
}
