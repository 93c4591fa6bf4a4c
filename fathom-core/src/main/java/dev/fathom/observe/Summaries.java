package dev.fathom.observe;

import dev.fathom.Goal;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.util.function.Consumer;

/// Sums up each generation of a run, whether its rows are told one by one or as whole populations, and hands the
/// summary
/// on.
///
/// ```java
/// study.observe(Summaries.to(s -> IO.println(s.iteration() + ": " + s.losses().getFirst().bestEver())))
/// ```
///
/// Rows left over at the end make a last generation; a search that reports no generations has only that one, see
/// [Pace#orRows]. A run with a journal that goes on begins with the number of evaluations where it does, and knows no
/// losses of those before.
public final class Summaries implements Observer {

    private final Pace pace;
    private final Consumer<? super Summary> reader;
    private Tally tally = new Tally(Goal.minimize(), 0);
    private long begin;
    private double seconds;
    private long iteration;
    private boolean closed;
    private boolean read;

    private Summaries(Pace pace, Consumer<? super Summary> reader) {
        this.pace = pace;
        this.reader = reader;
    }

    /// Of all generations.
    public static Summaries to(Consumer<? super Summary> reader) {
        return to(Pace.every(1), reader);
    }

    /// Of some generations.
    public static Summaries to(Pace pace, Consumer<? super Summary> reader) {
        return new Summaries(pace, reader);
    }

    @Override
    public void on(Event event) {
        if (pace.rows() > 0 && !closed && tally.rows() >= pace.rows() && !(event instanceof Event.Improved)) {
            close();
        }
        switch (event) {
            case Event.Started started -> start(started);
            case Event.Told told -> {
                open();
                tally.add(told.outcome());
            }
            case Event.Evaluated population -> {
                open();
                iteration = population.number() - 1;
                tally.add(population);
            }
            case Event.Generation generation -> close();
            case Event.Stopped stopped -> stop();
            default -> {}
        }
    }

    private void start(Event.Started started) {
        tally = new Tally(started.goal(), started.replayed());
        begin = System.nanoTime();
        iteration = 0;
        closed = false;
        read = false;
    }

    private void open() {
        if (closed) {
            tally.clear();
            closed = false;
            read = false;
        }
    }

    private void close() {
        if (!closed && tally.rows() > 0) {
            iteration++;
            seconds = (System.nanoTime() - begin) / 1e9;
            closed = true;
            if (pace.includes(iteration)) {
                read();
            }
        }
    }

    private void read() {
        read = true;
        reader.accept(tally.summary(iteration, seconds));
    }

    private void stop() {
        close();
        if (closed && !read) {
            read();
        }
    }
}
