package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A number for each of some variables. Later entries hold against earlier ones.
///
/// @param entries ranges of variables with their value
public record PerVariable(List<Entry> entries) {

    /// No number for any variable.
    public static final PerVariable NONE = new PerVariable(List.of());

    public PerVariable {
        entries = List.copyOf(entries);
    }

    /// The value of the variables `from … to`, both included, counted from 0; NaN for none.
    public record Entry(int from, int to, double value) {

        public Entry {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("there are no variables from " + from + " to " + to);
            }
        }

        private String text() {
            String place = to == Integer.MAX_VALUE ? "*" : from == to ? "" + from : from + "-" + to;
            return place + " " + (Double.isNaN(value) ? "-" : value);
        }
    }

    /// The same number for all.
    public static PerVariable all(double value) {
        return new PerVariable(List.of(new Entry(0, Integer.MAX_VALUE, value)));
    }

    /// A number for each variable in order; NaN for none.
    public static PerVariable of(double... values) {
        List<Entry> entries = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            entries.add(new Entry(j, j, values[j]));
        }
        return new PerVariable(entries);
    }

    /// Whether no variable has a number.
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The numbers of d variables, NaN where there is none.
    ///
    /// @throws IllegalArgumentException if there is one for a variable that does not exist
    public double[] resolve(String name, int d) {
        double[] values = new double[d];
        Arrays.fill(values, Double.NaN);
        for (Entry entry : entries) {
            int last = entry.to == Integer.MAX_VALUE ? d - 1 : entry.to;
            if (last >= d) {
                throw new IllegalArgumentException(name + " names variable " + last + ", but there are only " + d
                        + ", counted from 0. Maybe leave it out?");
            }
            Arrays.fill(values, entry.from, last + 1, entry.value);
        }
        return values;
    }

    /// Reads `( v0 v1 … )`, `* v`, `i v` and `i-j v`; several lines follow one another. Brackets may be left out where
    /// there are not two numbers; a single number without brackets is that of all variables.
    static PerVariable read(String text, ToDoubleFunction<String> number) {
        return read(text, line -> new Entry(0, Integer.MAX_VALUE, number.applyAsDouble(line)), number);
    }

    /// The same, but a single `i`, `i-j` or `*` without brackets stands for the variables, whose number is `otherwise`.
    static PerVariable read(String text, ToDoubleFunction<String> number, double otherwise) {
        return read(text, line -> entry(line, otherwise), number);
    }

    private static PerVariable read(String text, Function<String, Entry> single, ToDoubleFunction<String> number) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\\R")) {
            List<String> items = Format.items(line);
            boolean isVector = line.contains("(") || line.contains("[");
            if (items.size() == 1 && !isVector) {
                entries.add(single.apply(items.getFirst()));
            } else if (items.size() == 2 && !isVector) {
                entries.add(entry(items.getFirst(), number.applyAsDouble(items.get(1))));
            } else {
                for (int j = 0; j < items.size(); j++) {
                    entries.add(new Entry(j, j, number.applyAsDouble(items.get(j))));
                }
            }
        }
        return new PerVariable(entries);
    }

    private static Entry entry(String place, double value) {
        if (place.equals("*")) {
            return new Entry(0, Integer.MAX_VALUE, value);
        }
        if (!place.matches("\\d{1,9}(-\\d{1,9})?")) {
            throw new IllegalArgumentException("\"" + place + "\" stands where the number of a variable should");
        }
        String[] ends = place.split("-");
        return new Entry(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]), value);
    }

    @Override
    public String toString() {
        return entries.stream().map(Entry::text).collect(Collectors.joining("\n"));
    }
}
