package dev.fathom.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// One finished run of one optimizer on one problem, as a row of `runs.csv`.
///
/// @param algorithm the optimizer's name
/// @param dimension d, number of variables
/// @param function how the set of problems calls the function, such as `8`
/// @param instance its instance, from 1; 1 where there is only one
/// @param budgetPerDimension evaluations allowed, divided by d
/// @param evaluations evaluations used, failures included
/// @param bestDelta the best loss (without noise, feasible) minus the minimum; `+∞` if there was none
/// @param seconds wall-clock time of the whole run
/// @param hits the number of the evaluation, from 1, at which the best delta first was at or below each of the targets;
///     0 where it never was, [51]
public record Run(
        String algorithm,
        int dimension,
        String function,
        int instance,
        double budgetPerDimension,
        long evaluations,
        double bestDelta,
        double seconds,
        long[] hits) {

    /// The first line of `runs.csv`.
    public static final String HEADER =
            "algorithm,dimension,function,instance,budget_per_dim,evaluations,best_delta,seconds,hits";

    private static final int CELLS = 9;

    /// Copies the hits.
    public Run {
        hits = hits.clone();
    }

    /// When each target was reached, 0 for never, [51].
    @Override
    public long[] hits() {
        return hits.clone();
    }

    /// The run as a line of `runs.csv`.
    public String toCsv() {
        return String.join(
                ",",
                algorithm,
                String.valueOf(dimension),
                function,
                String.valueOf(instance),
                plain(budgetPerDimension),
                String.valueOf(evaluations),
                String.valueOf(bestDelta),
                String.format(Locale.ROOT, "%.4f", seconds),
                LongStream.of(hits)
                        .mapToObj(hit -> hit == 0 ? "-" : String.valueOf(hit))
                        .collect(Collectors.joining(" ")));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /// Reads a line of `runs.csv`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Run parse(String line) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length == CELLS) {
                return of(cells);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + line + "' is not a run: " + e.getMessage() + ". Maybe the line is cut off?", e);
        }
        throw new IllegalArgumentException(
                "'" + line + "' has " + cells.length + " cells, not " + CELLS + ". Maybe the line is cut off?");
    }

    private static Run of(String[] cells) {
        return new Run(
                cells[0],
                Integer.parseInt(cells[1]),
                cells[2],
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]),
                Long.parseLong(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Arrays.stream(cells[8].split(" "))
                        .mapToLong(hit -> hit.equals("-") ? 0 : Long.parseLong(hit))
                        .toArray());
    }
}
