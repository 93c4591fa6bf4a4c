package dev.fathom.cli;

import dev.fathom.cli.report.JournalResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom best`.
@Command(
        name = "best",
        mixinStandardHelpOptions = true,
        header = "Print the best setting of a journal, also while the run goes on.",
        description = {"", "With several objectives: all settings that no other beats.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  fathom best xz.journal", "  fathom best xz.journal --json | jq .parameters"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:there is no evaluation with values yet", "2:the journal cannot be read"})
final class BestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "JOURNAL", description = "The journal of a run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(names = "--json", description = "One JSON document: an object, or an array with several objectives.")
    private boolean json;

    @Override
    public Integer call() {
        JournalFile file = JournalFile.read(journal);
        List<Averages.Mean> front = file.front();
        Console console = Console.of(spec);
        if (front.isEmpty()) {
            console.remark("no evaluation of " + journal + " gave values"
                    + file.failures().keySet().stream()
                            .findFirst()
                            .map(r -> "; most often: " + r)
                            .orElse(" yet"));
            return Fathom.FAILED;
        }
        boolean several = file.journal().objectives() > 1;
        boolean noisy = file.journal().isNoisy();
        if (json) {
            List<Map<String, Object>> points =
                    front.stream().map(point -> json(point, noisy)).toList();
            console.print(JsonText.pretty(several ? points : points.getFirst()));
        } else if (several) {
            Table table = new Table();
            front.forEach(point -> table.row(
                    SummaryText.losses(point.result().losses()) + note(point, noisy),
                    JsonText.line(point.result().parameters())));
            table.lines("").forEach(console::print);
        } else {
            show(front.getFirst(), noisy, console);
        }
        return 0;
    }

    /// How many samples a loss is the mean of, and whether its setting may be used at all.
    private static String note(Averages.Mean point, boolean noisy) {
        String note = SummaryText.samples(point.count(), noisy);
        double violation = point.result().violation();
        return violation > 0
                ? note + " (infeasible: violates constraints by " + Progress.number(violation) + ")"
                : note;
    }

    private static void show(Averages.Mean point, boolean noisy, Console console) {
        JournalResult best = point.result();
        Table table = new Table();
        if (best.parameters() instanceof Map<?, ?> map) {
            map.forEach((name, value) -> table.row(String.valueOf(name), JsonText.line(value)));
        } else {
            table.row("parameters", JsonText.line(best.parameters()));
        }
        table.row("loss", SummaryText.losses(best.losses()) + note(point, noisy));
        table.lines("").forEach(console::print);
    }

    private static Map<String, Object> json(Averages.Mean point, boolean noisy) {
        JournalResult best = point.result();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", best.id());
        json.put("parameters", best.parameters());
        json.put("loss", best.losses().size() > 1 ? (Object) best.losses() : best.loss());
        json.put("violation", best.violation());
        json.put("feasible", best.isFeasible());
        if (noisy) {
            json.put("samples", point.count());
        }
        return json;
    }
}
