package dev.fathom.cli.objective;

import dev.fathom.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads what programs answer: a number, or a JSON object with `loss` (a number or a list), `constraints` (a list),
/// `status` (`ok`, or a failure with `reason`).
final class Reply {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Reply() {}

    /// The answer was not understood, and why.
    static final class Garbage extends Exception {
        private static final long serialVersionUID = 1;

        Garbage(String message) {
            super(message);
        }
    }

    /// The outcome that a line tells.
    ///
    /// @throws Garbage if the line is neither a number nor such an object
    static Outcome parse(String line) throws Garbage {
        String text = line.strip();
        if (text.startsWith("{")) {
            return outcome(object(text));
        }
        Double number = number(text);
        if (number == null) {
            throw new Garbage("'" + shorten(text) + "' is neither a number nor a JSON object");
        }
        return Outcome.of(number);
    }

    /// The map of a JSON object.
    static Map<?, ?> object(String text) throws Garbage {
        try {
            if (JSON.readValue(text, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
            throw new Garbage("'" + shorten(text) + "' is no JSON object");
        } catch (JacksonException e) {
            throw new Garbage("'" + shorten(text) + "' is not JSON");
        }
    }

    static Outcome outcome(Map<?, ?> reply) throws Garbage {
        Object status = reply.get("status");
        if (status != null && !status.equals("ok")) {
            Object reason = reply.get("reason");
            return Outcome.failed(
                    reason == null
                            ? "the program answers status " + visible(String.valueOf(status))
                            : visible(String.valueOf(reason)));
        }
        if (!reply.containsKey("loss")) {
            throw new Garbage("the answer " + shorten(String.valueOf(reply)) + " has no 'loss'");
        }
        return Outcome.of(numbers("loss", reply.get("loss")))
                .subjectTo(numbers("constraints", reply.get("constraints")));
    }

    private static double[] numbers(String key, @Nullable Object value) throws Garbage {
        if (value == null && key.equals("constraints")) {
            return new double[0];
        }
        List<?> list = value instanceof List<?> l ? l : java.util.Collections.singletonList(value);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double number = list.get(i) instanceof Number n
                    ? Double.valueOf(n.doubleValue())
                    : list.get(i) instanceof String text ? number(text) : null;
            if (number == null) {
                throw new Garbage("the " + key + " " + shorten(String.valueOf(value)) + " is no number");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /// The number that a word stands for; null if it is none.
    static @Nullable Double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield text.matches(".*[dDfF]") ? null : Double.valueOf(text);
                } catch (NumberFormatException e) {
                    yield null;
                }
            }
        };
    }

    /// The begin of a program's text, fit to be shown.
    static String shorten(String text) {
        return visible(text.length() <= 120 ? text : text.substring(0, 120) + " …");
    }

    /// The text with control characters, which would do something to a terminal, written as in JSON.
    static String visible(String text) {
        StringBuilder result = new StringBuilder();
        text.chars()
                .forEach(c -> result.append(Character.isISOControl(c) ? escape((char) c) : String.valueOf((char) c)));
        return result.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\t' -> " ";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}
