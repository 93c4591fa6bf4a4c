package dev.fathom.problems.nist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A table read from a resource of this package: a line of headings, then lines of the same number of cells, separated
/// by commas.
///
/// @param headings the first line
/// @param rows the other lines
record Columns(List<String> headings, List<List<String>> rows) {

    static Columns read(String resource) {
        try (InputStream stream = Columns.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "resource " + resource + " is missing. Maybe the jar was repacked without its resources.");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<List<String>> lines = reader.lines()
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
            return new Columns(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    /// The numbers under a heading.
    ///
    /// @throws IllegalArgumentException if there is no such heading
    double[] numbers(String heading) {
        int column = headings.indexOf(heading);
        if (column < 0) {
            throw new IllegalArgumentException("no column \"" + heading + "\". Maybe one of " + headings + ".");
        }
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }
}
