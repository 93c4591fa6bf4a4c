package dev.fathom.cli;

import dev.fathom.cli.study.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/// A line of progress for every tenth of the budget, and when nothing was written for ten seconds.
final class LineDisplay implements Progress.Display {

    private static final long SILENCE_NS = 10_000_000_000L;

    private final Console console;
    private final long budget;
    private final long earlier;
    private final long begin = System.nanoTime();
    private long written;
    private long tenths;

    LineDisplay(Console console, long budget, long earlier) {
        this.console = console;
        this.budget = budget;
        this.earlier = earlier;
        written = begin;
        tenths = tenths(earlier);
    }

    private long tenths(long done) {
        return budget > 0 ? done * 10 / budget : 0;
    }

    @Override
    public void show(long done, long failures, OptionalDouble best) {
        long now = System.nanoTime();
        if (tenths(done) > tenths || now - written > SILENCE_NS) {
            tenths = tenths(done);
            written = now;
            console.remark(line(done, failures, best, (now - begin) / 1e9));
        }
    }

    private String line(long done, long failures, OptionalDouble best, double seconds) {
        double rate = (done - earlier) / Math.max(1e-9, seconds);
        StringBuilder line = new StringBuilder().append(done);
        if (budget > 0) {
            line.append(" of ").append(budget);
        }
        line.append(" evaluations");
        best.ifPresent(value -> line.append(", best ").append(Progress.number(value)));
        if (failures > 0) {
            line.append(", ").append(failures).append(" failed");
        }
        line.append(String.format(Locale.ROOT, ", %.1f/s", rate));
        if (budget > done) {
            line.append(", ")
                    .append(Durations.print(Duration.ofMillis((long) (1000 * (budget - done) / rate))))
                    .append(" left");
        }
        return line.toString();
    }

    @Override
    public void close() {}
}
