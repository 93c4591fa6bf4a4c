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
/// @param kind `xopt` for the optimum that the library states
/// @param f the value at x
/// @param minimum f_opt
record ReferenceValues(int function, int instance, int d, String kind, double f, double minimum, double[] x) {

    /// The rows of the file of that suite.
    static List<ReferenceValues> read(String file) {
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
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[5],
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Arrays.stream(cells[9].split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    boolean isOptimum() {
        return kind.equals("xopt");
    }
}
