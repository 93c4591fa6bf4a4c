package dev.fathom.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A progress bar with the number of evaluations, elapsed and remaining time, rate, best loss, failures.
final class BarDisplay implements Progress.Display {

    private static final int UPDATE_MS = 200;

    private final ProgressBar bar;
    private final Console console;

    BarDisplay(Console console, String name, long budget, long earlier) {
        this.console = console;
        int width = Math.max(20, console.width() - 1);
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(budget)
                .startsFrom(earlier, Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MS)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
                .build();
    }

    private void draw(String line) {
        console.err().print("\r" + line);
        console.err().flush();
    }

    @Override
    public void show(long done, long failures, OptionalDouble best) {
        bar.stepTo(done);
        bar.setExtraMessage((best.isPresent() ? "  best " + Progress.number(best.getAsDouble()) : "")
                + (failures > 0 ? "  " + failures + " failed" : ""));
    }

    @Override
    public void close() {
        bar.close();
        console.remark("");
    }
}
