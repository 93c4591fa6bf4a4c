package dev.fathom.internal.journal;

import dev.fathom.internal.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// The whole lines of a journal file, read one by one: journals may be larger than memory.
final class JournalText {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final RandomAccessFile in;
    private final long end;
    private final Map<String, Object> header;
    private final long headerEnd;

    private JournalText(Path file, RandomAccessFile in) throws IOException {
        this.file = file;
        this.in = in;
        end = wholeLines();
        if (end == 0) {
            header = Map.of();
            headerEnd = 0;
        } else {
            in.seek(0);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            readLine(stream(), line);
            headerEnd = line.size() + 1L;
            header = parse(line, 1);
        }
    }

    /// Finds the whole lines and reads the first one. The file's position changes.
    ///
    /// @throws IllegalArgumentException if the first line is no JSON object
    static JournalText of(Path file, RandomAccessFile in) throws IOException {
        return new JournalText(file, in);
    }

    boolean hasHeader() {
        return headerEnd > 0;
    }

    Map<String, Object> header() {
        return header;
    }

    /// Whether a file without a whole line may hold the beginning of a header.
    boolean beginsLikeAHeader() throws IOException {
        in.seek(0);
        return in.read() == '{';
    }

    /// Bytes that the whole lines take; what follows is a torn line.
    long end() {
        return end;
    }

    /// Hands over the lines after the header.
    void replay(Consumer<Map<String, Object>> use) throws IOException {
        in.seek(headerEnd);
        InputStream stream = stream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (long at = headerEnd; at < end; at += line.size() + 1L) {
            line.reset();
            readLine(stream, line);
            use.accept(parse(line, ++number));
        }
    }

    /// The position behind the last line feed.
    private long wholeLines() throws IOException {
        byte[] chunk = new byte[CHUNK];
        long from = in.length();
        while (from > 0) {
            int size = (int) Math.min(CHUNK, from);
            from -= size;
            in.seek(from);
            in.readFully(chunk, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    /// Not to be closed: that would close the file.
    private InputStream stream() throws IOException {
        return new BufferedInputStream(new FileInputStream(in.getFD()), CHUNK);
    }

    private static void readLine(InputStream stream, ByteArrayOutputStream line) throws IOException {
        for (int b = stream.read(); b >= 0 && b != '\n'; b = stream.read()) {
            line.write(b);
        }
    }

    private Map<String, Object> parse(ByteArrayOutputStream line, long number) {
        String text = line.toString(StandardCharsets.UTF_8);
        try {
            return Json.parseObject(text);
        } catch (IllegalArgumentException e) {
            if (number == 1) {
                throw new IllegalArgumentException(file + " is not a journal of Fathom. Maybe choose another file?", e);
            }
            throw new IllegalArgumentException(
                    "line " + number + " of the journal " + file + " is damaged: '" + shorten(text)
                            + "'. Maybe keep the lines before it in another file and resume that?",
                    e);
        }
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + " …";
    }
}
