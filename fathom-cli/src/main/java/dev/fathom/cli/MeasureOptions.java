package dev.fathom.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// How `fathom bench overhead` and `fathom bench problems` measure, and how they show it.
final class MeasureOptions {

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured seconds, after as many that warm up. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(names = "--json", description = "An array of objects on standard output.")
    private boolean json;

    int iterations() {
        return iterations;
    }

    /// Tells how long so many measurements will take.
    void announce(Console console, int measurements) {
        console.remark("measuring for about " + 2 * (iterations + 1) * measurements + " s …");
    }

    /// Prints the rows as JSON or as a table, whichever was asked for.
    void print(Console console, List<Map<String, Object>> rows, Table table) {
        if (json) {
            console.print(JsonText.pretty(rows));
        } else {
            table.lines("").forEach(console::print);
        }
    }

    /// A whole number as tables show it.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
