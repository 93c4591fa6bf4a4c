package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.PerVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads the starting points of a parameter file.
///
/// `X0 ( v0 v1 … )` and `X0 * v` are a point each, `X0 k ( … )` and `X0 k * v` the point of number k; `X0 i v` and `X0
/// i-j v` change values of the first one, `X0 k i v` of point k; `X0 FILE` takes points from a file of numbers or a
/// cache file.
final class Starts {

    private static final String PLACE = "\\*|\\d{1,9}(-\\d{1,9})?";

    private final ParameterFile file;
    private final int dimension;
    private final Map<String, String> files;
    private final List<double[]> points = new ArrayList<>();

    private Starts(ParameterFile file, int dimension, Map<String, String> files) {
        this.file = file;
        this.dimension = dimension;
        this.files = files;
    }

    /// The points `[n][d]` in order.
    ///
    /// @param files the texts of the files that are named, by name
    /// @throws BadInput if a line cannot be understood, or a point is not complete
    static List<double[]> of(ParameterFile file, int dimension, Map<String, String> files) {
        Starts starts = new Starts(file, dimension, files);
        file.all("X0").forEach(starts::read);
        starts.checkComplete();
        return starts.points;
    }

    /// The name of the file that a line of X0 stands for; empty if it holds values.
    static String fileOf(Line line, int dimension) {
        List<String> words = line.words();
        boolean isName = words.size() == 1 && !line.hasBracket() && (dimension > 1 || !isNumber(words.getFirst()));
        return isName ? words.getFirst() : "";
    }

    private static boolean isNumber(String word) {
        try {
            Double.parseDouble(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void read(Line line) {
        String name = fileOf(line, dimension);
        List<String> values = line.values();
        if (!name.isEmpty()) {
            readFile(line, name);
        } else if (line.hasBracket()) {
            boolean hasNumber = !line.text().stripLeading().startsWith("(")
                    && !line.text().stripLeading().startsWith("[");
            int number = hasNumber ? index(line, values.getFirst()) : points.size();
            set(line, number, vector(line, values.subList(hasNumber ? 1 : 0, values.size())));
        } else if (values.size() == dimension && dimension != 2 && !isIndexed(values)) {
            set(line, points.size(), vector(line, values));
        } else {
            readPart(line, values);
        }
    }

    /// Whether three words are the number of a point, a place and a value.
    private static boolean isIndexed(List<String> values) {
        return values.size() == 3
                && values.getFirst().matches("\\d+")
                && values.get(1).matches(PLACE);
    }

    private void readPart(Line line, List<String> values) {
        boolean hasNumber = values.size() == 3;
        int at = hasNumber ? 1 : 0;
        if (values.size() != at + 2 || !values.get(at).matches(PLACE)) {
            throw file.error(
                    line,
                    "X0 has " + values.size() + " values, but DIMENSION is " + dimension
                            + ". Maybe X0 ( v0 v1 … ), X0 * v, or X0 with the name of a file?");
        }
        boolean isAll = values.get(at).equals("*");
        int number = hasNumber ? index(line, values.getFirst()) : isAll ? points.size() : 0;
        set(line, number, resolve(line, values.get(at) + " " + values.get(at + 1)));
    }

    private double[] resolve(Line line, String text) {
        try {
            PerVariable part = Parameters.LOWER_BOUND.read(text);
            return part.resolve("X0", dimension);
        } catch (IllegalArgumentException e) {
            throw file.error(line, String.valueOf(e.getMessage()).replace("LOWER_BOUND", "X0"));
        }
    }

    private int index(Line line, String word) {
        if (!word.matches("\\d{1,4}") || Integer.parseInt(word) > points.size()) {
            throw file.error(
                    line,
                    "X0: '" + word + "' is no number of a starting point. Maybe " + points.size()
                            + " for the next one: they are counted from 0?");
        }
        return Integer.parseInt(word);
    }

    private double[] vector(Line line, List<String> words) {
        if (words.size() != dimension) {
            throw file.error(
                    line,
                    "X0 has " + words.size() + (words.size() == 1 ? " value" : " values") + ", but DIMENSION is "
                            + dimension + ". Maybe one value for each variable?");
        }
        return words.stream().mapToDouble(word -> number(line, word)).toArray();
    }

    private double number(Line line, String word) {
        if (word.equals("-")) {
            return Double.NaN;
        }
        try {
            return CacheFile.number(word);
        } catch (IllegalArgumentException e) {
            throw file.error(line, "X0: " + e.getMessage() + ". Maybe X0 ( v0 v1 … )?");
        }
    }

    /// Enters the values that are not NaN.
    private void set(Line line, int number, double[] values) {
        if (number == points.size()) {
            double[] empty = new double[dimension];
            Arrays.fill(empty, Double.NaN);
            points.add(empty);
        }
        double[] point = points.get(number);
        for (int j = 0; j < dimension; j++) {
            if (Double.isInfinite(values[j])) {
                throw file.error(line, "X0: variable " + j + " is infinite. Maybe a finite value?");
            }
            point[j] = Double.isNaN(values[j]) ? point[j] : values[j];
        }
    }

    private void readFile(Line line, String name) {
        String text = files.getOrDefault(name, "");
        try {
            List<double[]> found = CacheFile.isOne(text)
                    ? CacheFile.read(text).stream().map(CacheFile.Point::x).toList()
                    : numbers(text);
            for (double[] x : found) {
                if (x.length != dimension) {
                    throw new IllegalArgumentException(
                            "a point has " + x.length + " coordinates, but DIMENSION is " + dimension);
                }
                points.add(x.clone());
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no point");
            }
        } catch (IllegalArgumentException e) {
            throw file.error(line, "X0: " + name + ": " + e.getMessage() + ". Maybe it is another file?");
        }
    }

    /// Points of d numbers each, separated by blanks and line breaks.
    private List<double[]> numbers(String text) {
        List<String> words = new Line("X0", text, 0).values();
        if (words.size() % dimension != 0) {
            throw new IllegalArgumentException(
                    "there are " + words.size() + " numbers, which is no multiple of DIMENSION " + dimension);
        }
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i += dimension) {
            found.add(words.subList(i, i + dimension).stream()
                    .mapToDouble(CacheFile::number)
                    .toArray());
        }
        return found;
    }

    private void checkComplete() {
        for (int k = 0; k < points.size(); k++) {
            for (int j = 0; j < dimension; j++) {
                if (Double.isNaN(points.get(k)[j])) {
                    throw file.error(
                            "X0",
                            "the starting point " + k + " has no value for variable " + j + ". Maybe X0 "
                                    + (k == 0 ? "" : k + " ") + j + " 0?");
                }
            }
        }
    }
}
