package dev.fathom.cli.nomad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a cache file of NOMAD: evaluated points, one per line, such as `( 0.5 1 ) EVAL_OK ( 3.25 -1 )`.
final class CacheFile {

    private static final Pattern LINE = Pattern.compile("\\s*\\(([^()]*)\\)\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?.*");

    private CacheFile() {}

    /// A point of it.
    ///
    /// @param x `[d]` coordinates
    /// @param isOk whether the evaluation gave values
    /// @param outputs the words that the black box answered, empty if there were none
    record Point(double[] x, boolean isOk, List<String> outputs) {

        private String line() {
            String coordinates = Arrays.stream(x).mapToObj(Variable::number).collect(Collectors.joining(" "));
            return "( " + coordinates + " ) " + (isOk ? "EVAL_OK" : "EVAL_FAILED") + " ( "
                    + (outputs.isEmpty() ? "" : String.join(" ", outputs) + " ") + ")";
        }
    }

    /// Whether a text is that of a cache file, rather than of a file of coordinates.
    static boolean isOne(String text) {
        return text.contains("EVAL_") || text.stripLeading().startsWith("CACHE_HITS");
    }

    /// The points of a text. Lines that hold none, such as the head, are left out.
    ///
    /// @throws IllegalArgumentException if a coordinate is no number
    static List<Point> read(String text) {
        List<Point> points = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                double[] x = words(matcher.group(1)).stream()
                        .mapToDouble(CacheFile::number)
                        .toArray();
                String outputs = matcher.group(3) == null ? "" : matcher.group(3);
                points.add(new Point(x, matcher.group(2).equals("EVAL_OK"), words(outputs)));
            }
        }
        return points;
    }

    /// The text of points, in the order of their coordinates.
    ///
    /// @param outputTypes what stands behind `BB_OUTPUT_TYPE`
    static String write(String outputTypes, List<Point> points) {
        String lines = points.stream()
                .sorted((a, b) -> Arrays.compare(a.x, b.x))
                .map(point -> point.line() + "\n")
                .collect(Collectors.joining());
        return "CACHE_HITS 0\nBB_OUTPUT_TYPE " + outputTypes + "\n" + lines;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// A number.
    ///
    /// @throws IllegalArgumentException naming what is none
    static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is not a number", e);
        }
    }
}
