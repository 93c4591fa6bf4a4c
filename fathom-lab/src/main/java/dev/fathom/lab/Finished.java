package dev.fathom.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// A finished run: a row of `experiment.csv`, which tells more than [Run].
///
/// @param key which run
/// @param seed from which all random numbers of the run derive
/// @param run what `runs.csv` tells
/// @param failures evaluations that failed
/// @param clock time of the simulated clock at the end, in mean durations of an evaluation
/// @param times time of the simulated clock when each target was reached, NaN where it never was, [51]; empty with one
///     worker
/// @param checkpoints the best delta after 1, 2, 5, 10, 20, 50 … evaluations per variable, by number of evaluations
/// @param hypervolume dominated part of the box between ideal and reference point, `[0, 1]`; NaN with one objective
/// @param distance IGD⁺ to the known front, in units of that box; NaN where there is none
/// @param error what ended the run before its time; empty if nothing did
/// @param start how far the problem's own start, which all optimizers share, lies above the minimum (if it is
/// infeasible,
///     how far from it); NaN if that says nothing, as with several objectives, and in rows of older versions
/// @param first the first finite delta, that of the first feasible evaluation; NaN if there was none
/// @param solved the number of the evaluation, from 1, at which delta was at or below τ·start for each τ of
///     [Solving#precisions], or at the last target if that is larger; 0 where it never was, [4]; empty without a start
public record Finished(
        Key key,
        long seed,
        Run run,
        long failures,
        double clock,
        double[] times,
        Map<Long, Double> checkpoints,
        double hypervolume,
        double distance,
        String error,
        double start,
        double first,
        long[] solved) {

    /// The first line of `experiment.csv`.
    static final String HEADER = "key,seed," + Run.HEADER
            + ",failures,clock,times,checkpoints,hypervolume,igd_plus,error,start,first,solved";

    private static final int RUN_CELLS = Run.HEADER.split(",").length;
    private static final int CELLS = HEADER.split(",").length;
    /// Rows of older versions end before `start`.
    private static final int OLD_CELLS = CELLS - 3;

    /// Copies.
    public Finished {
        times = times.clone();
        checkpoints = new LinkedHashMap<>(checkpoints);
        solved = solved.clone();
    }

    /// When each target was reached on the simulated clock, NaN for never, [51]; empty with one worker.
    @Override
    public double[] times() {
        return times.clone();
    }

    /// When the problem was solved to each precision, 0 for never, [4] or empty.
    @Override
    public long[] solved() {
        return solved.clone();
    }

    /// How soon the run solved its problem; empty where nothing is known of the start.
    public Optional<Solving> solving() {
        return solved.length == 0
                ? Optional.empty()
                : Optional.of(new Solving(
                        run.algorithm(),
                        key.problem() + "/" + key.repetition(),
                        run.dimension(),
                        run.budgetPerDimension(),
                        solved));
    }

    /// The row as text.
    String toCsv() {
        return String.join(
                ",",
                key.toString(),
                String.valueOf(seed),
                run.toCsv(),
                String.valueOf(failures),
                String.valueOf(clock),
                DoubleStream.of(times)
                        .mapToObj(time -> Double.isNaN(time) ? "-" : String.valueOf(time))
                        .collect(Collectors.joining(" ")),
                checkpoints.entrySet().stream()
                        .map(point -> point.getKey() + ":" + point.getValue())
                        .collect(Collectors.joining(" ")),
                String.valueOf(hypervolume),
                String.valueOf(distance),
                error.replaceAll("[,\\s]+", " "),
                String.valueOf(start),
                String.valueOf(first),
                LongStream.of(solved)
                        .mapToObj(at -> at == 0 ? "-" : String.valueOf(at))
                        .collect(Collectors.joining(" ")));
    }

    /// Reads a row.
    ///
    /// @throws IllegalArgumentException if it is none
    static Finished parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS && cells.length != OLD_CELLS) {
            throw new IllegalArgumentException("'" + line + "' has " + cells.length + " cells, not " + CELLS
                    + ". Maybe the file was edited by hand?");
        }
        Run run = Run.parse(String.join(",", Arrays.copyOfRange(cells, 2, 2 + RUN_CELLS)));
        String[] rest = Arrays.copyOfRange(cells, 2 + RUN_CELLS, cells.length);
        boolean old = cells.length == OLD_CELLS;
        return new Finished(
                Key.parse(cells[0]),
                Long.parseLong(cells[1]),
                run,
                Long.parseLong(rest[0]),
                Double.parseDouble(rest[1]),
                Arrays.stream(rest[2].isEmpty() ? new String[0] : rest[2].split(" "))
                        .mapToDouble(time -> time.equals("-") ? Double.NaN : Double.parseDouble(time))
                        .toArray(),
                points(rest[3]),
                Double.parseDouble(rest[4]),
                Double.parseDouble(rest[5]),
                rest[6],
                old ? Double.NaN : Double.parseDouble(rest[7]),
                old ? Double.NaN : Double.parseDouble(rest[8]),
                old ? new long[0] : solved(rest[9]));
    }

    private static long[] solved(String cell) {
        return Arrays.stream(cell.isEmpty() ? new String[0] : cell.split(" "))
                .mapToLong(at -> at.equals("-") ? 0 : Long.parseLong(at))
                .toArray();
    }

    private static Map<Long, Double> points(String cell) {
        Map<Long, Double> points = new LinkedHashMap<>();
        for (String point : cell.isEmpty() ? new String[0] : cell.split(" ")) {
            int colon = point.indexOf(':');
            points.put(Long.parseLong(point.substring(0, colon)), Double.parseDouble(point.substring(colon + 1)));
        }
        return points;
    }
}
