package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How the values of a kind of parameter are read and written.
///
/// @param type a word: yes/no, integer, real …
/// @param range the admissible values, in words
/// @param reader makes a value of a text without blanks around; throws [IllegalArgumentException]
/// @param writer the opposite
/// @param <T> the type of the values
public record Format<T>(String type, String range, Function<String, T> reader, Function<T, String> writer) {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /// The value of a text.
    ///
    /// @throws IllegalArgumentException if it is not admissible; the message says why
    public T read(String text) {
        return reader.apply(text);
    }

    /// The text of a value.
    public String write(T value) {
        return writer.apply(value);
    }

    /// Yes or no, in several spellings.
    static Format<Boolean> flag() {
        return new Format<>(
                "yes/no",
                "yes or no",
                text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "yes", "y", "true", "1", "on" -> true;
                    case "no", "n", "false", "0", "off" -> false;
                    default -> throw new IllegalArgumentException("it is neither yes nor no");
                },
                value -> value ? "yes" : "no");
    }

    /// A whole number between two bounds that both belong to it; `inf` is the largest one.
    static Format<Long> whole(long low, long high) {
        String range = "a whole number " + between((double) low, high == Long.MAX_VALUE ? INFINITE : (double) high);
        return new Format<>(
                "integer",
                range,
                text -> parseWhole(text, low, high),
                value -> value == Long.MAX_VALUE ? "inf" : Long.toString(value));
    }

    private static long parseWhole(String text, long low, long high) {
        long number =
                isInfinite(text) ? Long.MAX_VALUE : text.matches("[+-]?\\d{1,18}") ? Long.parseLong(text) : exact(text);
        if (number < low || number > high) {
            throw new IllegalArgumentException("it is not " + between((double) low, (double) high));
        }
        return number;
    }

    /// A whole number that is written otherwise, such as 1e4.
    private static long exact(String text) {
        double number = parse(text);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("it is not a whole number");
        }
        return (long) number;
    }

    /// Whole numbers from 0, and ranges of them such as 2-4, separated by blanks.
    static Format<List<Long>> indices() {
        return new Format<>(
                "integer …",
                "numbers from 0 and ranges such as 2-4, separated by blanks",
                text -> items(text).stream().flatMap(Format::range).toList(),
                values -> values.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static Stream<Long> range(String item) {
        if (!item.matches("\\d{1,9}(-\\d{1,9})?")) {
            throw new IllegalArgumentException("\"" + item + "\" is neither a number from 0 nor a range");
        }
        String[] ends = item.split("-");
        long from = Long.parseLong(ends[0]);
        long to = Long.parseLong(ends[ends.length - 1]);
        if (to < from) {
            throw new IllegalArgumentException("the range " + item + " is empty");
        }
        return LongStream.rangeClosed(from, to).boxed();
    }

    /// A real number between two bounds that both belong to it.
    static Format<Double> real(double low, double high) {
        return new Format<>("real", "a number " + between(low, high), text -> parseReal(text, low, high), Format::text);
    }

    private static double parseReal(String text, double low, double high) {
        double number = isInfinite(text) ? INFINITE : isInfinite(text.replaceFirst("^-", "")) ? -INFINITE : parse(text);
        if (!(number >= low && number <= high)) {
            throw new IllegalArgumentException("it is not " + between(low, high));
        }
        return number;
    }

    /// One of several words.
    static <E extends Enum<E>> Format<E> word(Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        String range = "one of " + all.stream().map(Format::words).collect(Collectors.joining(", "));
        return new Format<>("word", range, text -> find(all, text), Format::words);
    }

    private static <E extends Enum<E>> E find(List<E> all, String text) {
        return all.stream()
                .filter(e -> words(e).equals(normal(text)) || e.name().equals(normal(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such word"));
    }

    private static String normal(String text) {
        return text.toUpperCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private static String words(Enum<?> value) {
        return normal(value.toString());
    }

    /// Several values, one per line.
    static <T> Format<List<T>> lines(Format<T> one) {
        return new Format<>(
                one.type() + " per line",
                one.range() + ", one or several",
                text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(one::read)
                        .toList(),
                values -> values.stream().map(one::write).collect(Collectors.joining("\n")));
    }

    /// Several values separated by blanks.
    static <T> Format<List<T>> sequence(Format<T> one) {
        return new Format<>(
                one.type() + " …",
                one.range() + ", separated by blanks",
                text -> items(text).stream().map(one::read).toList(),
                values -> values.stream().map(one::write).collect(Collectors.joining(" ")));
    }

    /// The words of a text, brackets left out.
    static List<String> items(String text) {
        List<String> items = new ArrayList<>(Arrays.asList(text.strip().split("[\\s()\\[\\],;]+")));
        items.removeIf(String::isEmpty);
        return items;
    }

    /// Any text.
    static Format<String> text() {
        return new Format<>("text", "a text", text -> text, text -> text);
    }

    /// A number for each variable, see [PerVariable].
    static Format<PerVariable> perVariable(double low, double high) {
        return new Format<>(
                "vector",
                "( v0 v1 … ), * v for all, or i v or i-j v for some, each v " + between(low, high) + ", - for none",
                text -> PerVariable.read(text, value -> orNone(value, low, high)),
                PerVariable::toString);
    }

    /// The same where the number may be left out: the variable `i`, or those of `i-j`, then have `otherwise`.
    static Format<PerVariable> somePerVariable(double otherwise) {
        return new Format<>(
                "vector",
                "( v0 v1 … ), or i v, i-j v, i or i-j for some, - for none",
                text -> PerVariable.read(text, value -> orNone(value, -INFINITE, INFINITE), otherwise),
                PerVariable::toString);
    }

    private static double orNone(String value, double low, double high) {
        return value.equals("-") ? Double.NaN : parseReal(value, low, high);
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is not a number", e);
        }
    }

    private static boolean isInfinite(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceFirst("^\\+", "");
        return word.equals("inf") || word.equals("infinity");
    }

    private static String text(double number) {
        return Double.isInfinite(number)
                ? (number > 0 ? "inf" : "-inf")
                : number == Math.rint(number) && Math.abs(number) < 1e15
                        ? Long.toString((long) number)
                        : Double.toString(number);
    }

    static String between(double low, double high) {
        boolean below = high < Double.POSITIVE_INFINITY && high < 9e18;
        return low == Double.NEGATIVE_INFINITY
                ? (below ? "at most " + text(high) : "of any size")
                : below ? "between " + text(low) + " and " + text(high) : "at least " + text(low);
    }
}
