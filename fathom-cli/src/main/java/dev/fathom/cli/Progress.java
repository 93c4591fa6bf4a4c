package dev.fathom.cli;

import dev.fathom.Outcome;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

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
    private long done;
    private long failures;
    private OptionalDouble best;

    private Progress(Display display, long done, long failures, OptionalDouble best) {
        this.display = display;
        this.done = done;
        this.failures = failures;
        this.best = best;
    }

    /// @param earlier what an earlier session has evaluated
    static Progress of(Console console, String name, OptionalLong budget, Earlier earlier) {
        Display display = console.isTerminal()
                ? new BarDisplay(console, name, budget.orElse(-1), earlier.done())
                : new LineDisplay(console, budget.orElse(-1), earlier.done());
        return new Progress(display, earlier.done(), earlier.failures(), earlier.best());
    }

    /// What an earlier session of the run has evaluated.
    record Earlier(long done, long failures, OptionalDouble best) {

        static Earlier none() {
            return new Earlier(0, 0, OptionalDouble.empty());
        }

        static Earlier of(JournalFile journal) {
            return new Earlier(
                    journal.results().size(),
                    journal.results().stream().filter(r -> r.failed() != null).count(),
                    journal.best().stream().mapToDouble(r -> r.losses()[0]).findFirst());
        }
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Told told -> {
                done++;
                failures += told.outcome() instanceof Outcome.Failed ? 1 : 0;
                display.show(done, failures, best);
            }
            case Event.Improved improved -> {
                best = OptionalDouble.of(improved.value());
                display.show(done, failures, best);
            }
            default -> {}
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
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
