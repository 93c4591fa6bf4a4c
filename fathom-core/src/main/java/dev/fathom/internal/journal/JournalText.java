package dev.fathom.internal.journal;

import dev.fathom.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole lines of a journal file.
///
/// @param lines the parsed lines, the header first
/// @param length bytes that they take; what follows is a torn line
record JournalText(List<Map<String, Object>> lines, long length) {

    static JournalText parse(Path file, byte[] bytes) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            String text = new String(bytes, begin, i - begin, StandardCharsets.UTF_8);
            try {
                lines.add(Json.parseObject(text));
            } catch (IllegalArgumentException e) {
                if (i == bytes.length - 1 && !lines.isEmpty()) {
                    break; // a torn line that happens to end in a line feed
                }
                throw new IllegalArgumentException(
                        "line " + (lines.size() + 1) + " of the journal " + file + " is damaged: '" + shorten(text)
                                + "'. Maybe keep the lines before it in another file and resume that?",
                        e);
            }
            begin = i + 1;
        }
        return new JournalText(lines, begin);
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + " …";
    }
}
