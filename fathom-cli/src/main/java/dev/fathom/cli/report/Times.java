package dev.fathom.cli.report;

import java.util.Arrays;

/// How long evaluations took, as a sentence.
final class Times {

    private final double[] sorted;
    private final double elapsed;

    Times(Run run) {
        sorted = run.results().stream()
                .mapToDouble(JournalResult::seconds)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        elapsed = run.journal().elapsed();
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    /// Median, extremes and total.
    String sentence() {
        double total = Arrays.stream(sorted).sum();
        String spread = "An evaluation took " + Numbers.duration(quantile(0.5)) + " in the median, from "
                + Numbers.duration(sorted[0]) + " to " + Numbers.duration(sorted[sorted.length - 1])
                + "; nine in ten took at most " + Numbers.duration(quantile(0.9)) + ". ";
        String parallel = elapsed > 0
                ? " within " + Numbers.duration(elapsed) + ": " + Numbers.brief(Math.round(10 * total / elapsed) / 10.0)
                        + " at a time on average."
                : ".";
        return spread + "Together they took " + Numbers.duration(total) + parallel;
    }

    private double quantile(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
