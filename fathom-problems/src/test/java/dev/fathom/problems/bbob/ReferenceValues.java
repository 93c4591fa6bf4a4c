package dev.fathom.problems.bbob;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// Values that the COCO experiments library computed, one row for each point.
///
/// @param kind `xopt` for the optimum that the library states, `start` for the start of a search
/// @param f the values at x
/// @param minimum f_opt; NaN where there is none
/// @param g the values of the constraints at x
record ReferenceValues(
        String suite,
        int function,
        int instance,
        int d,
        String kind,
        double[] f,
        double minimum,
        double[] g,
        double[] x) {

    /// The rows of the file of that suite.
    static List<ReferenceValues> read(String suite) {
        String file = suite + "-values.csv.gz";
        var stream = Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(file), file);
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(ReferenceValues::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceValues parse(String line) {
        String[] cells = line.split(",", -1);
        return new ReferenceValues(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[5],
                numbers(cells[6]),
                cells[7].isEmpty() ? Double.NaN : number(cells[7]),
                numbers(cells[8]),
                numbers(cells[9]));
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(text -> !text.isEmpty())
                .mapToDouble(ReferenceValues::number)
                .toArray();
    }

    private static double number(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /// The name of the problem.
    String name() {
        return suite + ":f" + function + ":i" + instance + ":d" + d;
    }
}
