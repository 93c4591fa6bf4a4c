package dev.fathom.cli.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Loads the plain data of a YAML file: maps, lists, texts, numbers and truth values. JSON is YAML, too.
final class StudyText {

    private StudyText() {}

    /// The map that a file holds.
    ///
    /// @throws BadInput if it cannot be read, is not YAML, no map, or has a key without value
    static Map<String, Object> load(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder. Maybe " + file.resolve("study.yaml") + "?");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no file " + file + ". Maybe the path is wrong: the current folder is "
                    + Path.of("").toAbsolutePath() + "?");
        }
        try {
            return map(file, parse(Files.readString(file)));
        } catch (JacksonException e) {
            throw new BadInput(file + ": " + place(e) + firstLine(e.getOriginalMessage())
                    + ". Maybe the indentation or a quote is wrong?");
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage() + ". Maybe its permissions are wrong?");
        }
    }

    private static @Nullable Object parse(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        return YAMLMapper.builder(YAMLFactory.builder().build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readValue(text, Object.class);
    }

    private static Map<String, Object> map(Path file, @Nullable Object data) {
        if (!(data instanceof Map<?, ?>)) {
            throw new BadInput(file + ": the file is not a map of keys. Maybe begin with space: and objective:?");
        }
        @SuppressWarnings("unchecked") // keys of a YAML map are read as text
        Map<String, Object> map = (Map<String, Object>) checked(file.toString(), data);
        return map;
    }

    /// The same data, in which nothing is null.
    private static Object checked(String where, @Nullable Object data) {
        return switch (data) {
            case null ->
                throw new BadInput(where + ": there is no value. Maybe remove the key, or quote the word null?");
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), checked(where + ": " + key, value)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(checked(where, item)));
                yield copy;
            }
            default -> data;
        };
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "not YAML"
                : message.lines()
                        .filter(line -> !line.startsWith(" "))
                        .map(String::strip)
                        .reduce((first, second) -> first + ", " + second)
                        .orElse("not YAML");
    }

    /// What the study in `file` is called: the file's name without ending, or the folder's if that is `study`.
    static String name(Path file) {
        String full = String.valueOf(file.getFileName());
        int dot = full.lastIndexOf('.');
        String stem = dot > 0 ? full.substring(0, dot) : full;
        Path folder = file.getParent();
        return stem.equals("study") && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : stem;
    }
}
