package dev.fathom.cli;

import dev.fathom.cli.study.Durations;
import dev.fathom.lab.Finished;
import dev.fathom.lab.Watcher;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how far an experiment is, on standard error: a bar on a terminal, else a line for every tenth.
final class BenchProgress implements Watcher, AutoCloseable {

    private static final int UPDATE_MS = 200;

    private final Console console;
    private final String name;
    private @Nullable ProgressBar bar;
    private Standing first = new Standing(0, 0, 1, 0);
    private long begin;
    private long tenths;
    private int errors;

    BenchProgress(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    @Override
    public void begins(Standing standing) {
        first = standing;
        begin = System.nanoTime();
        tenths = tenths(standing);
        if (standing.done() > 0) {
            console.remark(standing.done() + " of " + standing.runs() + " runs are there already");
        }
        if (console.isTerminal() && standing.done() < standing.runs()) {
            bar = bar(standing);
        }
    }

    private ProgressBar bar(Standing standing) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(standing.budget())
                .startsFrom(standing.spent(), Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MS)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, Math.max(20, console.width() - 1)))
                .build();
    }

    private void draw(String line) {
        console.err().print("\r" + line);
        console.err().flush();
    }

    @Override
    public void finished(Standing standing, Finished row) {
        errors += row.error().isEmpty() ? 0 : 1;
        ProgressBar drawn = bar;
        if (drawn != null) {
            drawn.stepTo(standing.spent());
            drawn.setExtraMessage("  run " + standing.done() + " of " + standing.runs()
                    + (errors > 0 ? "  " + errors + " broke off" : ""));
        } else if (tenths(standing) > tenths) {
            tenths = tenths(standing);
            console.remark(line(standing));
        }
    }

    private static long tenths(Standing standing) {
        return 10 * standing.spent() / Math.max(1, standing.budget());
    }

    private String line(Standing standing) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double rate = (standing.spent() - first.spent()) / Math.max(1e-9, seconds);
        long left = (long) (1000 * (standing.budget() - standing.spent()) / Math.max(1e-9, rate));
        return standing.done() + " of " + standing.runs() + " runs, " + 10 * tenths(standing) + " % of the budget"
                + (errors > 0 ? ", " + errors + " broke off" : "")
                + (left > 0 ? ", " + Durations.print(Duration.ofMillis(left)) + " left" : "");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            console.remark("");
        }
    }
}
