package dev.fathom.cli.study;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes durations as people write them.
public final class Durations {

    private static final Pattern TEXT = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s|m|min|h|)\\s*");

    private Durations() {}

    /// `500ms`, `30s`, `2m`, `1.5h`, or a number of seconds.
    ///
    /// @throws IllegalArgumentException if the text is none of these, or zero
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a time. Maybe 30s, 500ms, 2m or 1h?");
        }
        long millis = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(millis(matcher.group(2))))
                .longValue();
        if (millis <= 0) {
            throw new IllegalArgumentException("'" + text + "' is no time at all. Maybe 30s?");
        }
        return Duration.ofMillis(millis);
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1000;
        };
    }

    /// `0.25 s`, `61.2 s`, `12 min 3 s`, `3 h 20 min`.
    public static String print(Duration time) {
        double seconds = time.toNanos() / 1e9;
        if (seconds < 120) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
