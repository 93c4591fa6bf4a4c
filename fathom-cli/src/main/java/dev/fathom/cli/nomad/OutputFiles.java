package dev.fathom.cli.nomad;

import dev.fathom.Outcome;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.cli.objective.Answer;
import dev.fathom.cli.report.JournalResult;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes the files of a run as its points come: history, statistics, solution and, at the end, the cache.
final class OutputFiles implements Observer {

    private final Output output;
    private final List<JournalResult> earlier;
    private final Consumer<String> show;
    private final StatsLine shown;
    private final StatsLine stats;
    private final List<CacheFile.Point> cache;
    private final long begin = System.nanoTime();
    /// The feasible points that no other beats; before the first, the point with the least violation.
    private List<Point> best = new ArrayList<>();

    private long all;
    private long feasible;
    private boolean isRepeating;

    /// @param earlier the results of an earlier session
    OutputFiles(Output output, List<JournalResult> earlier, Consumer<String> show) {
        this.output = output;
        this.earlier = List.copyOf(earlier);
        this.show = show;
        shown = output.shown();
        stats = output.stats();
        cache = new ArrayList<>(output.known());
    }

    /// Begins the files anew, with the results of the earlier session; those are not shown again.
    private void begin() {
        output.historyFile().ifPresent(file -> write(file, ""));
        output.statsFile().ifPresent(file -> write(file, ""));
        earlier.forEach(this::repeat);
    }

    private void repeat(JournalResult result) {
        isRepeating = true;
        count(result.failed().orElse("").endsWith(Answer.NOT_COUNTED));
        add(output.point((Map<?, ?>) result.parameters(), result.losses(), result.constraints(), List.of()));
        isRepeating = false;
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Started started -> begin();
            case Event.Told told -> add(told);
            case Event.Stopped stopped -> end();
            default -> {}
        }
    }

    private void add(Event.Told told) {
        @SuppressWarnings("NullAway") // there is no answer of a trial that ended otherwise
        List<String> words =
                Optional.ofNullable(output.answers().remove(told.id())).orElse(List.of());
        Map<?, ?> parameters = (Map<?, ?>) told.parameters();
        count(output.isUncounted(words));
        add(
                switch (told.outcome()) {
                    case Outcome.Values values ->
                        output.point(parameters, list(values.losses()), list(values.constraints()), words);
                    case Outcome.Failed failed -> output.point(parameters, List.of(), List.of(), words);
                });
    }

    private void count(boolean isUncounted) {
        if (isUncounted) {
            output.uncounted().incrementAndGet();
        }
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private void add(Point point) {
        all++;
        feasible += point.isFeasible() ? 1 : 0;
        cache.add(new CacheFile.Point(point.x(), !point.isFailed(), point.outputs()));
        output.historyFile().ifPresent(file -> append(file, point.line()));
        boolean isSuccess = isSuccess(point);
        if (isSuccess) {
            enter(point);
        }
        if (isWanted(point, isSuccess)) {
            StatsLine.Counts counts = new StatsLine.Counts(all, feasible, (System.nanoTime() - begin) / 1_000_000_000);
            output.statsFile().ifPresent(file -> append(file, stats.of(point, counts)));
            if (!isRepeating) {
                show.accept(shown.of(point, counts));
            }
        }
        if (isSuccess && !is(Parameters.SOLUTION_FILE_FINAL)) {
            writeSolution();
        }
    }

    private boolean isSuccess(Point point) {
        if (point.isFailed()) {
            return false;
        }
        boolean hasFeasible = !best.isEmpty() && best.getFirst().isFeasible();
        if (!point.isFeasible()) {
            return !hasFeasible
                    && (best.isEmpty() || point.h() < best.getFirst().h());
        }
        return !hasFeasible
                || best.stream().noneMatch(b -> b.beats(point) || b.losses().equals(point.losses()));
    }

    private void enter(Point point) {
        best.removeIf(b -> !b.isFeasible() || point.beats(b));
        best.add(point);
    }

    private boolean isWanted(Point point, boolean isSuccess) {
        if (point.isFailed()) {
            return is(Parameters.DISPLAY_FAILED);
        }
        return is(Parameters.DISPLAY_ALL_EVAL)
                || ((isSuccess || is(Parameters.DISPLAY_UNSUCCESSFUL))
                        && (point.isFeasible() || is(Parameters.DISPLAY_INFEASIBLE) || all == 1));
    }

    private boolean is(Parameter<Boolean> flag) {
        return output.settings().get(flag);
    }

    private void end() {
        writeSolution();
        String types = output.outputs().stream().map(OutputType::name).collect(Collectors.joining(" "));
        output.cacheFile().ifPresent(file -> write(file, CacheFile.write(types, cache)));
    }

    /// The best feasible points.
    private void writeSolution() {
        String text = best.stream()
                .filter(Point::isFeasible)
                .map(point -> point.line() + "\n")
                .collect(Collectors.joining());
        output.solutionFile().ifPresent(file -> write(file, text));
    }

    private static void append(Path file, String line) {
        write(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void write(Path file, String text, StandardOpenOption... options) {
        try {
            Files.writeString(file, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
