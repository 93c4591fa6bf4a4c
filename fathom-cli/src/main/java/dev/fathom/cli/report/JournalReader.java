package dev.fathom.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads journals without opening them for writing, so that a run in progress can be watched.
public final class JournalReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final List<JournalResult> results = new ArrayList<>();
    private final List<JournalResult> told = new ArrayList<>();
    private Optional<String> stopped = Optional.empty();

    private JournalReader(String name) {
        this.name = name;
    }

    /// The run that a journal describes. A torn last line (without line feed, or not JSON) is dropped.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws IllegalArgumentException if it is no journal, of a later format, or damaged before its last line
    public static Journal read(Path file) throws IOException {
        return new JournalReader(file.toString()).parse(Files.readAllBytes(file));
    }

    /// The run that the text of a journal describes.
    ///
    /// @param name what messages call the journal
    /// @throws IllegalArgumentException if it is no journal, of a later format, or damaged before its last line
    public static Journal parse(String name, String text) {
        return new JournalReader(name).parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private Journal parse(byte[] bytes) {
        @Nullable Map<String, @Nullable Object> header = null;
        boolean torn = false;
        int begin = 0;
        for (int end = next(bytes, begin), line = 1; end >= 0; end = next(bytes, begin), line++) {
            Map<String, @Nullable Object> entry = entry(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
            begin = end + 1;
            if (header == null) {
                header = checkHeader(entry);
            } else if (entry != null) {
                add(entry, line);
            } else if (begin == bytes.length) {
                torn = true;
            } else {
                throw damaged(line, "it is not JSON");
            }
        }
        if (header == null) {
            throw foreign();
        }
        return new Journal(header, results, told, stopped, torn || begin < bytes.length);
    }

    /// Index of the next line feed, -1 if there is none.
    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Map<String, @Nullable Object> entry(String line) {
        try {
            return JSON.readValue(line, Object.class) instanceof Map<?, ?> map ? Journal.asMap(map) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private Map<String, @Nullable Object> checkHeader(@Nullable Map<String, @Nullable Object> entry) {
        if (entry == null || !"journal".equals(entry.get("fathom"))) {
            throw foreign();
        }
        if (entry.get("format") instanceof Number format && format.intValue() != 1) {
            throw new IllegalArgumentException("the journal " + name + " has format " + format
                    + ", but this version reads format 1. Maybe use the version of Fathom that wrote it?");
        }
        return entry;
    }

    private void add(Map<String, @Nullable Object> entry, int line) {
        @Nullable Object asked = entry.get("parameters");
        @Nullable Object unasked = entry.get("told");
        @Nullable Object reason = entry.get("stopped");
        if (asked != null) {
            results.add(result(entry, asked, line));
        } else if (unasked != null) {
            told.add(result(entry, unasked, line));
        } else if (reason != null) {
            stopped = Optional.of(String.valueOf(reason));
        }
    }

    private JournalResult result(Map<String, @Nullable Object> entry, Object parameters, int line) {
        Optional<String> failed = Optional.ofNullable(entry.get("failed")).map(String::valueOf);
        List<Double> losses = failed.isPresent() ? List.of() : numbers(entry.get("loss"), line);
        if (failed.isEmpty() && losses.isEmpty()) {
            throw damaged(line, "a result has neither 'loss' nor 'failed'");
        }
        return new JournalResult(
                entry.get("id") instanceof Number id ? id.longValue() : -1,
                parameters,
                losses,
                numbers(entry.get("constraints"), line),
                failed,
                entry.get("at") instanceof Number at ? at.doubleValue() : Double.NaN,
                entry.get("seconds") instanceof Number seconds ? seconds.doubleValue() : Double.NaN);
    }

    /// A number or a list of numbers; nothing if there is nothing.
    private List<Double> numbers(@Nullable Object json, int line) {
        List<?> items = json == null ? List.of() : json instanceof List<?> list ? list : List.of(json);
        List<Double> numbers = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Number number)) {
                throw damaged(line, "'" + item + "' is not a number");
            }
            numbers.add(number.doubleValue() + 0.0); // no -0.0
        }
        return List.copyOf(numbers);
    }

    private IllegalArgumentException foreign() {
        return new IllegalArgumentException(name + " is not a journal of Fathom. Maybe choose another file?");
    }

    private IllegalArgumentException damaged(int line, String how) {
        return new IllegalArgumentException("line " + line + " of the journal " + name + " is damaged: " + how
                + ". Maybe keep the lines before it in another file and use that?");
    }
}
