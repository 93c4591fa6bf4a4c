package dev.fathom.mlflow;

import dev.fathom.algorithm.Shape;
import dev.fathom.event.Event;
import dev.fathom.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How a run searches, in the server's words.
final class Description {

    /// What servers of all versions take.
    private static final int LONGEST_PARAMETER = 500;

    private static final int LONGEST_TAG = 5_000;

    private Description() {}

    static Map<String, String> parameters(Event.Started started, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("optimizer", started.optimizer());
        all.put("budget", started.budget() == Shape.UNLIMITED ? "unlimited" : String.valueOf(started.budget()));
        all.put("workers", String.valueOf(started.workers()));
        all.put("seed", String.valueOf(started.seed()));
        all.put(
                "goal",
                started.goal().directions().stream()
                        .map(direction -> direction.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        all.put("dimension", String.valueOf(started.space().dimension()));
        all.put("space", Json.write(started.space().describe()));
        all.putAll(more);
        all.replaceAll((key, value) -> cut(value, LONGEST_PARAMETER));
        return all;
    }

    static Map<String, String> tags(Event.Started started, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("fathom.space", Json.write(started.space().describe()));
        if (started.replayed() > 0) {
            all.put("fathom.replayed", String.valueOf(started.replayed()));
        }
        all.putAll(more);
        all.replaceAll((key, value) -> cut(value, LONGEST_TAG));
        return all;
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
