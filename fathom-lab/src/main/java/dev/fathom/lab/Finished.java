package dev.fathom.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

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
        String error) {

    /// The first line of `experiment.csv`.
    static final String HEADER =
            "key,seed," + Run.HEADER + ",failures,clock,times,checkpoints,hypervolume,igd_plus,error";

    private static final int RUN_CELLS = Run.HEADER.split(",").length;
    private static final int CELLS = HEADER.split(",").length;

    /// Copies.
    public Finished {
        times = times.clone();
        checkpoints = new LinkedHashMap<>(checkpoints);
    }

    /// When each target was reached on the simulated clock, NaN for never, [51]; empty with one worker.
    @Override
    public double[] times() {
        return times.clone();
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
                error.replaceAll("[,\\s]+", " "));
    }

    /// Reads a row.
    ///
    /// @throws IllegalArgumentException if it is none
    static Finished parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("'" + line + "' has " + cells.length + " cells, not " + CELLS
                    + ". Maybe the file was edited by hand?");
        }
        Run run = Run.parse(String.join(",", Arrays.copyOfRange(cells, 2, 2 + RUN_CELLS)));
        String[] rest = Arrays.copyOfRange(cells, 2 + RUN_CELLS, CELLS);
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
                rest[6]);
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
