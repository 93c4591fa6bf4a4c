package dev.fathom.cli;

import dev.fathom.Evaluation;
import dev.fathom.cli.study.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A summary for people.
final class SummaryText {

    private static final int MOST_POINTS = 20;
    private static final int MOST_REASONS = 3;

    private SummaryText() {}

    static List<String> lines(Summary summary) {
        List<String> lines = new ArrayList<>();
        if (summary.hasValues()) {
            lines.addAll(summary.hasFront() ? front(summary) : best(summary));
        }
        lines.add("");
        lines.addAll(facts(summary).lines(""));
        summary.hints().forEach(hint -> {
            lines.add("");
            lines.add(hint);
        });
        return lines;
    }

    private static List<String> best(Summary summary) {
        List<String> lines = new ArrayList<>(List.of("best setting", ""));
        Table table = new Table();
        summary.best().forEach((name, value) -> table.row(String.valueOf(name), JsonText.line(value)));
        lines.addAll(table.lines("  "));
        return lines;
    }

    private static List<String> front(Summary summary) {
        List<Evaluation<Map<String, Object>>> front = summary.result().front();
        List<String> lines = new ArrayList<>(List.of(front.size() + " settings that no other beats", ""));
        Table table = new Table();
        for (Evaluation<Map<String, Object>> point : front.subList(0, Math.min(MOST_POINTS, front.size()))) {
            table.row(
                    losses(Arrays.stream(point.losses()).boxed().toList()),
                    JsonText.line(summary.space().toJson(point.value())));
        }
        lines.addAll(table.lines("  "));
        if (front.size() > MOST_POINTS) {
            lines.add("  … `fathom best " + summary.journal().file() + "` shows all");
        }
        return lines;
    }

    static String losses(List<Double> losses) {
        return losses.stream().map(Progress::number).collect(Collectors.joining("  "));
    }

    private static Table facts(Summary summary) {
        Table table = new Table();
        if (summary.hasValues() && !summary.hasFront()) {
            summary.own()
                    .ifPresentOrElse(
                            own -> table.row("loss", loss(own, summary.file().noisy())),
                            () -> estimated(summary, table));
        }
        summary.baseline()
                .ifPresent(base -> table.row(
                        "baseline",
                        Progress.number(base.value()) + " (" + base.name() + ")"
                                + summary.improvement()
                                        .map(SummaryText::improvement)
                                        .orElse("")));
        table.row(
                "evaluations",
                summary.result().evaluations()
                        + (summary.result().failures() > 0
                                ? ", " + summary.result().failures() + " failed"
                                : ""));
        summary.journal().failures().entrySet().stream()
                .limit(MOST_REASONS)
                .forEach(failure -> table.row("", failure.getValue() + " × " + failure.getKey()));
        table.row("time", Durations.print(summary.result().elapsed()));
        table.row("ended", summary.result().reason());
        table.row("journal", summary.journal().file().toString());
        summary.report().ifPresent(path -> table.row("report", path.toString()));
        return table;
    }

    private static void estimated(Summary summary, Table table) {
        table.row("loss", "not known: the setting is estimated, it was never evaluated");
        summary.result().bestSeen().ifPresent(best -> {
            table.row("best seen", loss(Shown.of(best), summary.file().noisy()));
            table.row("", JsonText.line(summary.space().toJson(best.value())));
        });
    }

    /// What a loss is worth: how many evaluations it is the mean of.
    static String samples(int count, boolean noisy) {
        return count > 1 ? " (mean of " + count + ")" : noisy ? " (a single noisy sample)" : "";
    }

    private static String loss(Shown best, boolean noisy) {
        String loss = Progress.number(best.loss()) + samples(best.count(), noisy);
        return best.isFeasible() ? loss : loss + " (violates constraints by " + Progress.number(best.violation()) + ")";
    }

    private static String improvement(double share) {
        return String.format(Locale.ROOT, ": %.2f %% %s", 100 * Math.abs(share), share >= 0 ? "better" : "worse");
    }
}
