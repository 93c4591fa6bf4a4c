package dev.fathom.observe;

import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.io.PrintStream;
import java.util.Map;

/// Prints the summary of a generation, one number a line, names and numbers aligned, with a blank line after it.
///
/// ```java
/// study.observe(StatusLines.console()).run();
/// ```
///
/// prints
///
/// ```text
///          iter : 1
///   evaluations : 20
///      failures : 0
///     best_eval : 0.8112
/// …
/// ```
public final class StatusLines implements Observer {

    private final PrintStream out;
    private final Summaries summaries;

    private StatusLines(PrintStream out, Pace pace) {
        this.out = out;
        summaries = Summaries.to(pace, this::print);
    }

    /// Prints every generation to standard output.
    public static StatusLines console() {
        return to(System.out, Pace.every(1));
    }

    /// Prints to a stream.
    public static StatusLines to(PrintStream out, Pace pace) {
        return new StatusLines(out, pace);
    }

    @Override
    public void on(Event event) {
        summaries.on(event);
    }

    private void print(Summary summary) {
        Map<String, Number> columns = summary.columns();
        int width = columns.keySet().stream().mapToInt(String::length).max().orElse(0);
        columns.forEach((name, value) -> out.println(" ".repeat(width - name.length()) + name + " : " + value));
        out.println();
    }
}
