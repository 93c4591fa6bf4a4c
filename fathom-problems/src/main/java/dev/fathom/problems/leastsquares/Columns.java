package dev.fathom.problems.leastsquares;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A table read from a resource: a line of headings, then lines of the same number of cells, separated
/// by commas.
///
/// @param headings the first line
/// @param rows the other lines
public record Columns(List<String> headings, List<List<String>> rows) {

    /// Reads a resource that lies beside a class.
    ///
    /// @throws IllegalStateException if there is no such resource
    public static Columns read(Class<?> neighbour, String resource) {
        try (InputStream stream = neighbour.getResourceAsStream(resource)) {
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

    /// The cells under a heading.
    ///
    /// @throws IllegalArgumentException if there is no such heading
    public List<String> texts(String heading) {
        int column = headings.indexOf(heading);
        if (column < 0) {
            throw new IllegalArgumentException("no column \"" + heading + "\". Maybe one of " + headings + ".");
        }
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /// The numbers under a heading.
    ///
    /// @throws IllegalArgumentException if there is no such heading
    public double[] numbers(String heading) {
        return texts(heading).stream().mapToDouble(Double::parseDouble).toArray();
    }

    /// The rows that have this cell under that heading.
    public Columns where(String heading, String cell) {
        int column = headings.indexOf(heading);
        return new Columns(
                headings,
                rows.stream().filter(row -> row.get(column).equals(cell)).toList());
    }
}
