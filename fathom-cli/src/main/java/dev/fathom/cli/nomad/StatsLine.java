package dev.fathom.cli.nomad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `DISPLAY_STATS` and `STATS_FILE` ask for per point: words such as `BBE`, `SOL` and `OBJ`, perhaps with a format
/// such as `%.2f` in front and signs around, and text.
///
/// @param words in order
record StatsLine(List<String> words) {

    private static final List<String> SHOWN =
            List.of("BBE", "EVAL", "BBO", "OBJ", "CONS_H", "SOL", "TIME", "FEAS_BBE", "INF_BBE");
    /// What NOMAD tells besides, and is not known here.
    private static final List<String> NOT_KNOWN = List.of(
            "ALGO_BBE",
            "BLK_EVA",
            "BLK_SIZE",
            "CACHE_HITS",
            "CACHE_SIZE",
            "DELTA_F",
            "DELTA_M",
            "DIRECTION",
            "FRAME_CENTER",
            "FRAME_SIZE",
            "GEN_STEP",
            "H_MAX",
            "ITER_NUM",
            "LAP",
            "MESH_INDEX",
            "MESH_SIZE",
            "MODEL_EVAL",
            "PHASE_ONE_SUCC",
            "POLL_SIZE",
            "REL_SUCC",
            "SUCCESS_TYPE",
            "SURROGATE_EVAL",
            "TAG",
            "THREAD_ALGO",
            "THREAD_NUM",
            "TOTAL_MODEL_EVAL");

    private static final Pattern WORD =
            Pattern.compile("(?<before>[^\\p{L}%\\\\]*)(?<format>%[-+ 0#]*\\d*(\\.\\d+)?[eEfFgGdi]?)?(?<name>"
                    + String.join("|", SHOWN) + "|" + String.join("|", NOT_KNOWN) + ")(?<after>[^\\p{L}_]*)");

    StatsLine {
        words = words.isEmpty() ? List.of("BBE", "OBJ") : List.copyOf(words);
    }

    /// How many points there were.
    ///
    /// @param all evaluations
    /// @param feasible those that satisfy all constraints
    /// @param seconds since the run began
    record Counts(long all, long feasible, long seconds) {}

    /// The words that cannot be told here.
    Set<String> notKnown() {
        Set<String> names = new TreeSet<>();
        for (String word : words) {
            Matcher matcher = WORD.matcher(word.toUpperCase(Locale.ROOT));
            if (matcher.matches() && NOT_KNOWN.contains(matcher.group("name"))) {
                names.add(matcher.group("name"));
            }
        }
        return names;
    }

    /// The line for a point.
    String of(Point point, Counts counts) {
        List<String> texts = new ArrayList<>();
        for (String word : words) {
            Matcher matcher = WORD.matcher(word);
            Matcher inCapitals = WORD.matcher(word.toUpperCase(Locale.ROOT));
            texts.add(
                    matcher.matches()
                            ? text(matcher, point, counts)
                            : inCapitals.matches() && !word.contains("%")
                                    ? text(inCapitals, point, counts)
                                    : plain(word));
        }
        return String.join(" ", texts);
    }

    private static String plain(String word) {
        return word.replace("\\%", "%");
    }

    private static String text(Matcher word, Point point, Counts counts) {
        DoubleFunction<String> format = format(word.group("format"));
        String value = switch (word.group("name")) {
            case "BBE", "EVAL" -> Long.toString(counts.all);
            case "FEAS_BBE" -> Long.toString(counts.feasible);
            case "INF_BBE" -> Long.toString(counts.all - counts.feasible);
            case "TIME" -> Long.toString(counts.seconds);
            case "BBO" -> String.join(" ", point.outputs());
            case "OBJ" -> point.isFailed() ? "inf" : format.apply(point.losses().getFirst());
            case "CONS_H" -> Double.isInfinite(point.h()) ? "inf" : format.apply(point.h());
            case "SOL" -> solution(point, word.group("format"), format);
            default -> "-";
        };
        return word.group("before") + value + word.group("after");
    }

    private static String solution(Point point, String given, DoubleFunction<String> format) {
        List<String> texts = given == null
                ? point.coordinates()
                : Arrays.stream(point.x()).mapToObj(format).toList();
        return String.join(" ", texts);
    }

    /// The function of a C format; without a letter it is `f` where there are decimals, else `g`.
    private static DoubleFunction<String> format(String text) {
        if (text == null || text.equals("%")) {
            return Variable::number;
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'd' || last == 'i') {
            String whole = text.substring(0, text.length() - 1).replaceAll("\\.\\d+$", "") + "d";
            return value -> String.format(Locale.ROOT, whole, Math.round(value));
        }
        String full = Character.isLetter(last) ? text.replace('F', 'f') : text + (text.contains(".") ? "f" : "s");
        return value -> full.endsWith("s")
                ? String.format(Locale.ROOT, full, Variable.number(value))
                : String.format(Locale.ROOT, full.replace("#", ""), value);
    }
}
