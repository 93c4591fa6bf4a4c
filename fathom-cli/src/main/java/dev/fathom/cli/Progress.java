package dev.fathom.cli;

import dev.fathom.Direction;
import dev.fathom.Outcome;
import dev.fathom.cli.report.JournalResult;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/// Shows how far a run is, on standard error: a bar on a terminal, else a line now and then.
final class Progress implements Observer, AutoCloseable {

    /// What shows the numbers.
    interface Display extends AutoCloseable {

        /// @param done evaluations, those of earlier sessions included
        /// @param failures failed ones among them
        /// @param best the best loss, empty before the first
        void show(long done, long failures, OptionalDouble best);

        @Override
        void close();
    }

    private final Display display;
    private final Direction direction;
    private long done;
    private long failures;
    private OptionalDouble best;

    private Progress(Display display, Direction direction, Earlier earlier) {
        this.display = display;
        this.direction = direction;
        done = earlier.done();
        failures = earlier.failures();
        best = earlier.best();
    }

    /// @param earlier what an earlier session has evaluated
    static Progress of(Console console, StudyFile study, Earlier earlier) {
        long budget = study.budget().orElse(-1);
        Display display = console.isTerminal()
                ? new BarDisplay(console, study.name(), budget, earlier.done())
                : new LineDisplay(console, budget, earlier.done());
        return new Progress(display, study.directions().getFirst(), earlier);
    }

    /// What an earlier session of the run has evaluated.
    record Earlier(long done, long failures, OptionalDouble best) {

        static Earlier none() {
            return new Earlier(0, 0, OptionalDouble.empty());
        }

        static Earlier of(JournalFile journal) {
            return new Earlier(
                    journal.results().size(),
                    journal.journal().failures(),
                    journal.best().stream().mapToDouble(JournalResult::loss).findFirst());
        }
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Told told) {
            done++;
            switch (told.outcome()) {
                case Outcome.Failed failed -> failures++;
                case Outcome.Values values -> improve(values);
            }
            display.show(done, failures, best);
        }
    }

    private void improve(Outcome.Values values) {
        double loss = values.losses()[0];
        boolean feasible = Arrays.stream(values.constraints()).allMatch(c -> c <= 0);
        boolean better = best.isEmpty()
                || (direction == Direction.MINIMIZE ? loss < best.getAsDouble() : loss > best.getAsDouble());
        if (feasible && better) {
            best = OptionalDouble.of(loss);
        }
    }

    @Override
    public void close() {
        display.close();
    }

    /// A loss as people read it: up to eight digits.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        String text = String.format(Locale.ROOT, "%.8g", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
