package dev.fathom.problems;

import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Where a test problem is customarily searched: d variables between bounds.
///
/// Arrays are copied on the way in and out.
///
/// @param low lower bounds, [d]; `-∞` where there is none
/// @param high upper bounds, [d], each above its lower bound; `+∞` where there is none
/// @param start where a search begins, [d], between the bounds
/// @param variables what each of the d variables may be; bounds of whole numbers and options are finite and whole
public record Box(double[] low, double[] high, double[] start, List<Variable> variables) {

    /// Copies the arrays.
    ///
    /// @throws IllegalArgumentException if the lengths differ or are 0, or if not low < high and low ≤ start ≤ high in
    ///     each variable
    public Box {
        low = low.clone();
        high = high.clone();
        start = start.clone();
        variables = List.copyOf(variables);
        int d = low.length;
        if (d == 0 || high.length != d || start.length != d || variables.size() != d) {
            throw new IllegalArgumentException("low, high, start and variables have lengths " + d + ", " + high.length
                    + ", " + start.length + " and " + variables.size() + ". Maybe make them equal and positive.");
        }
        for (int j = 0; j < d; j++) {
            check(j, low[j], start[j], high[j], variables.get(j));
        }
    }

    private static void check(int j, double low, double start, double high, Variable variable) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "variable " + j + " is bounded by [" + low + ", " + high + "]. Maybe two bounds are exchanged.");
        }
        if (!(low <= start && start <= high)) {
            throw new IllegalArgumentException("variable " + j + " starts at " + start + ", which is not in [" + low
                    + ", " + high + "]. Maybe move it inside.");
        }
        if (variable != Variable.REAL && !(isWhole(low) && isWhole(high) && isWhole(start))) {
            throw new IllegalArgumentException("variable " + j + " is whole, but its bounds and start are " + low + ", "
                    + high + " and " + start + ". Maybe take whole numbers below 2³¹.");
        }
    }

    private static boolean isWhole(double number) {
        return number == (int) number;
    }

    /// Real variables, `low [d]`, `high [d]`, starting at `start [d]`.
    public static Box reals(double[] low, double[] high, double[] start) {
        return new Box(low, high, start, Collections.nCopies(low.length, Variable.REAL));
    }

    /// Real variables, all in `[low, high]`, starting in the middle.
    public static Box cube(int d, double low, double high) {
        return reals(filled(d, low), filled(d, high), filled(d, low + (high - low) / 2));
    }

    /// Real variables without bounds that start at `start [d]`.
    public static Box unbounded(double... start) {
        return reals(
                filled(start.length, Double.NEGATIVE_INFINITY), filled(start.length, Double.POSITIVE_INFINITY), start);
    }

    /// d whole numbers or options, all in `0 … most`, starting at 0.
    public static Box digits(int d, int most, Variable variable) {
        return new Box(new double[d], filled(d, most), new double[d], Collections.nCopies(d, variable));
    }

    /// The same with another start, [d].
    public Box startingAt(double... point) {
        return new Box(low, high, point, variables);
    }

    /// Lower bounds, [d].
    @Override
    public double[] low() {
        return low.clone();
    }

    /// Upper bounds, [d].
    @Override
    public double[] high() {
        return high.clone();
    }

    /// Where a search begins, [d].
    @Override
    public double[] start() {
        return start.clone();
    }

    /// d, at least 1.
    public int dimension() {
        return low.length;
    }

    /// Whether all variables are real numbers.
    public boolean isReal() {
        return variables.stream().allMatch(variable -> variable == Variable.REAL);
    }

    /// Whether x [d] lies between the bounds, each whole number and option being one.
    public boolean contains(double[] x) {
        boolean inside = x.length == low.length;
        for (int j = 0; inside && j < low.length; j++) {
            inside = low[j] <= x[j] && x[j] <= high[j] && (variables.get(j) == Variable.REAL || isWhole(x[j]));
        }
        return inside;
    }

    /// The same as a space, whose initial value is the start.
    public Space<double[]> space() {
        if (isReal() && isAlike(low) && isAlike(high)) {
            return Space.reals(low, high).init(start);
        }
        List<Space<?>> items = new ArrayList<>();
        for (int j = 0; j < low.length; j++) {
            items.add(item(j));
        }
        return Space.tuple(items.toArray(Space<?>[]::new)).map(this::numbers, this::values);
    }

    private static boolean isAlike(double[] bounds) {
        return Arrays.stream(bounds).allMatch(bound -> Double.isInfinite(bound) == Double.isInfinite(bounds[0]));
    }

    private Space<?> item(int j) {
        return switch (variables.get(j)) {
            case REAL -> Space.real(low[j], high[j]).init(start[j]);
            case WHOLE -> Space.integer((int) low[j], (int) high[j]).init((int) start[j]);
            case OPTION -> Space.choice(options(j)).init((int) start[j]);
        };
    }

    private List<Integer> options(int j) {
        List<Integer> options = new ArrayList<>();
        for (int k = (int) low[j]; k <= (int) high[j]; k++) {
            options.add(k);
        }
        return options;
    }

    private double[] numbers(List<Object> values) {
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private List<Object> values(double[] numbers) {
        List<Object> values = new ArrayList<>();
        for (int j = 0; j < numbers.length; j++) {
            if (variables.get(j) == Variable.REAL) {
                values.add(numbers[j]);
            } else {
                values.add((int) numbers[j]);
            }
        }
        return values;
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }
}
