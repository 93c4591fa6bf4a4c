package dev.fathom;

import dev.fathom.algorithm.Shape;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.io.PrintStream;
import java.time.Duration;

/// Prints where a run stands: a line now and then, and one at the end.
///
/// ```java
/// study.observe(Progress.console())
/// ```
public final class Progress implements Observer {

    private final PrintStream out;
    private final long interval;
    private long budget = Shape.UNLIMITED;
    private long told;
    private long failed;
    private double best = Double.NaN;
    private long next;

    private Progress(PrintStream out, Duration interval) {
        this.out = out;
        this.interval = interval.toNanos();
    }

    /// Prints to standard error, at most every second.
    public static Progress console() {
        return to(System.err, Duration.ofSeconds(1));
    }

    /// Prints to a stream.
    ///
    /// @param interval time between two lines, `≥ 0`
    public static Progress to(PrintStream out, Duration interval) {
        return new Progress(out, interval);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Started started -> {
                budget = started.budget();
                told = started.replayed();
                next = System.nanoTime() + interval;
            }
            case Event.Told result -> {
                told++;
                failed += result.outcome() instanceof Outcome.Failed ? 1 : 0;
                printNowAndThen();
            }
            case Event.Evaluated population -> {
                told += population.rows();
                failed += population.failures();
                printNowAndThen();
            }
            case Event.Improved improved -> best = improved.value();
            case Event.Stopped stopped -> out.println(line() + "; " + stopped.reason());
            default -> {}
        }
    }

    private void printNowAndThen() {
        if (System.nanoTime() - next >= 0) {
            out.println(line());
            next = System.nanoTime() + interval;
        }
    }

    private String line() {
        return told + (budget == Shape.UNLIMITED ? "" : " of " + budget) + " evaluations, best "
                + (Double.isNaN(best) ? "none yet" : best)
                + (failed == 0 ? "" : ", " + failed + " failed");
    }
}
