package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import dev.fathom.cli.nomad.Variable.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Makes the variables of a parameter file, and finds what contradicts itself.
final class Variables {

    private final ParameterFile file;
    private final List<double[]> starts;
    private final int dimension;
    private final Kind[] kinds;
    private final double[] low;
    private final double[] high;
    private final double[] granularity;
    private final double[] fixed;

    /// @param starts `[n][d]` starting points, perhaps none
    private Variables(ParameterFile file, Settings settings, List<double[]> starts) {
        this.file = file;
        this.starts = starts;
        dimension = dimension(settings);
        kinds = kinds();
        low = otherwise(
                settings.get(Parameters.LOWER_BOUND).resolve("LOWER_BOUND", dimension), Double.NEGATIVE_INFINITY);
        high = otherwise(
                settings.get(Parameters.UPPER_BOUND).resolve("UPPER_BOUND", dimension), Double.POSITIVE_INFINITY);
        granularity = otherwise(settings.get(Parameters.GRANULARITY).resolve("GRANULARITY", dimension), 0);
        fixed = settings.get(Parameters.FIXED_VARIABLE).resolve("FIXED_VARIABLE", dimension);
    }

    /// The variables in order.
    ///
    /// @param starts `[n][d]` starting points, perhaps none
    /// @throws dev.fathom.cli.study.BadInput if bounds are crossed, a start is outside or no multiple of the
    /// granularity
    /// …
    static List<Variable> of(ParameterFile file, Settings settings, List<double[]> starts) {
        Variables reader = new Variables(file, settings, starts);
        List<Variable> variables = new ArrayList<>();
        for (int j = 0; j < reader.dimension; j++) {
            variables.add(reader.variable(j));
        }
        if (variables.stream().allMatch(Variable::isFixed)) {
            throw file.error(
                    "FIXED_VARIABLE", "all variables are fixed, so there is nothing to search. Maybe free some?");
        }
        return variables;
    }

    static int dimension(Settings settings) {
        return Math.toIntExact(settings.get(Parameters.DIMENSION));
    }

    private static double[] otherwise(double[] values, double missing) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? missing : v).toArray();
    }

    // ---- types ----

    private Kind[] kinds() {
        Kind[] result = new Kind[dimension];
        Arrays.fill(result, Kind.REAL);
        for (Line line : file.all("BB_INPUT_TYPE")) {
            enterKinds(line, result);
        }
        return result;
    }

    private void enterKinds(Line line, Kind[] into) {
        List<String> words = line.values();
        boolean isRange =
                words.size() == 2 && !line.hasBracket() && words.getFirst().matches("\\*|\\d{1,9}(-\\d{1,9})?");
        if (isRange) {
            String[] ends = words.getFirst().equals("*")
                    ? new String[] {"0", String.valueOf(dimension - 1)}
                    : words.getFirst().split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (to >= dimension || from > to) {
                throw file.error(
                        line,
                        "BB_INPUT_TYPE names the variables " + words.getFirst() + ", but there are only 0 to "
                                + (dimension - 1) + ". Maybe they are counted from 1?");
            }
            Arrays.fill(into, from, to + 1, kind(line, words.get(1)));
        } else if (words.size() == dimension) {
            Arrays.setAll(into, j -> kind(line, words.get(j)));
        } else {
            throw file.error(
                    line,
                    "BB_INPUT_TYPE has " + words.size() + " types, but DIMENSION is " + dimension
                            + ". Maybe BB_INPUT_TYPE * R if all are real?");
        }
    }

    private Kind kind(Line line, String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "R" -> Kind.REAL;
            case "I" -> Kind.INTEGER;
            case "B" -> Kind.BINARY;
            default ->
                throw file.error(
                        line, "BB_INPUT_TYPE: '" + word + "' is no type. Maybe R (real), I (integer) or B (binary)?");
        };
    }

    // ---- one variable ----

    private Variable variable(int j) {
        boolean isWhole = kinds[j] != Kind.REAL;
        double step = isWhole ? Math.max(1, granularity[j]) : granularity[j];
        if (isWhole && step != Math.rint(step)) {
            throw file.error(
                    "GRANULARITY",
                    "the variable " + j + " is an integer, but its granularity is " + step + ". Maybe 1?");
        }
        Variable free = inBounds(j, step);
        checkStarts(free);
        double value = fixed[j];
        if (Double.isNaN(value)) {
            return free.low() == free.high() ? at(free, free.low(), true) : at(free, start(free), false);
        }
        return at(free, Double.isInfinite(value) ? startOfFixed(j) : fixedAt(free, value), true);
    }

    private Variable inBounds(int j, double step) {
        boolean isBinary = kinds[j] == Kind.BINARY;
        double from = isBinary ? Math.max(0, low[j]) : low[j];
        double to = isBinary ? Math.min(1, high[j]) : high[j];
        if (from > to) {
            throw file.error(
                    "LOWER_BOUND",
                    "the lower bound " + Variable.number(from) + " of variable " + j + " is above its upper bound "
                            + Variable.number(to) + ". Maybe they are exchanged?");
        }
        double inFrom = step > 0 ? multiple(from, step, true) : from;
        double inTo = step > 0 ? multiple(to, step, false) : to;
        if (inFrom > inTo) {
            throw file.error(
                    "GRANULARITY",
                    "variable " + j + " has no multiple of " + Variable.number(step) + " between its bounds "
                            + Variable.number(from) + " and " + Variable.number(to) + ". Maybe a smaller granularity?");
        }
        return new Variable(j, kinds[j], inFrom, inTo, step, 0, false);
    }

    /// The nearest multiple of a step that is not below, or not above, a bound; a bound that misses one by rounding
    /// only
    /// is one.
    private static double multiple(double bound, double step, boolean isLow) {
        if (Double.isInfinite(bound)) {
            return bound;
        }
        double count = bound / step;
        double near = Math.rint(count);
        boolean isOne = Math.abs(count - near) <= 1e-9 * Math.max(1, Math.abs(count));
        return isOne
                ? (step == Math.rint(step) ? near * step : bound)
                : (isLow ? Math.ceil(count) : Math.floor(count)) * step;
    }

    private static Variable at(Variable v, double start, boolean isFixed) {
        return new Variable(v.index(), v.kind(), v.low(), v.high(), v.granularity(), start, isFixed);
    }

    // ---- where it begins ----

    private void checkStarts(Variable v) {
        for (double[] start : starts) {
            double x = start[v.index()];
            if (x < low[v.index()] || x > high[v.index()] || (v.kind() == Kind.BINARY && x != 0 && x != 1)) {
                throw file.error(
                        "X0",
                        "the starting point has " + Variable.number(x) + " for variable " + v.index()
                                + ", which is outside its bounds " + Variable.number(v.low()) + " and "
                                + Variable.number(v.high()) + ". Maybe move it inside?");
            }
            if (Math.abs(v.snap(x) - x) > 1e-9 * Math.max(1, Math.abs(x))) {
                throw file.error(
                        "X0",
                        "the starting point has " + Variable.number(x) + " for variable " + v.index()
                                + ", which is no multiple of " + Variable.number(v.granularity()) + ". Maybe "
                                + v.text(v.snap(x)) + "?");
            }
            double value = fixed[v.index()];
            if (Double.isFinite(value) && value != x) {
                throw file.error(
                        "FIXED_VARIABLE",
                        "variable " + v.index() + " is fixed at " + Variable.number(value) + ", but X0 has "
                                + Variable.number(x) + ". Maybe FIXED_VARIABLE " + v.index() + " without a value?");
            }
        }
    }

    private double start(Variable v) {
        if (!starts.isEmpty()) {
            return starts.getFirst()[v.index()];
        }
        if (Double.isInfinite(v.low()) || Double.isInfinite(v.high())) {
            throw file.error(
                    "X0",
                    "X0 is missing, and variable " + v.index() + " is not bounded on both sides. Maybe add X0 with a"
                            + " starting point, or LOWER_BOUND and UPPER_BOUND?");
        }
        return Math.clamp(v.snap(v.low() / 2 + v.high() / 2), v.low(), v.high());
    }

    private double startOfFixed(int j) {
        if (starts.isEmpty()) {
            throw file.error(
                    "FIXED_VARIABLE",
                    "variable " + j + " is fixed at its starting value, but X0 is missing. Maybe FIXED_VARIABLE " + j
                            + " 0?");
        }
        return starts.getFirst()[j];
    }

    private double fixedAt(Variable v, double value) {
        if (value < v.low() || value > v.high() || (v.isWhole() && value != Math.rint(value))) {
            throw file.error(
                    "FIXED_VARIABLE",
                    "variable " + v.index() + " is fixed at " + Variable.number(value) + ", but lies between "
                            + Variable.number(v.low()) + " and " + Variable.number(v.high())
                            + (v.isWhole() ? " and is an integer" : "") + ". Maybe another value?");
        }
        return value;
    }
}
