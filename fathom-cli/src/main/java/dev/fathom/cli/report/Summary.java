package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The head of a report: title and facts, in plain text.
final class Summary {

    private final Run run;

    Summary(Run run) {
        this.run = run;
    }

    /// The name that the study gives itself, else that of the file.
    String title() {
        Map<String, @Nullable Object> study = run.journal().map("study");
        for (String key : List.of("title", "name")) {
            if (study.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return run.name();
    }

    String html() {
        Html html = new Html().raw("<header>\n").element("p class=\"kind\"", "Optimization report");
        html.element("h1", title()).element("p class=\"lead\"", lead());
        html.raw("<dl>\n");
        for (Fact fact : facts()) {
            html.raw("<div>")
                    .element("dt", fact.name())
                    .element("dd", fact.value())
                    .raw("</div>\n");
        }
        return html.raw("</dl>\n</header>\n").toString();
    }

    private record Fact(String name, String value) {}

    private String lead() {
        if (run.results().isEmpty()) {
            return "No evaluation has been recorded yet.";
        }
        if (!run.hasValues()) {
            return Numbers.count(run.results().size(), "evaluation") + " recorded; not one gave a value.";
        }
        return run.isSingle() ? best() : front();
    }

    private String best() {
        JournalResult best = run.ranking().best(run.results()).orElseThrow();
        String first = "The " + (run.journal().maximized().getFirst() ? "greatest value" : "least loss") + " is "
                + exact(best.loss()) + ", found by evaluation "
                + Numbers.grouped(run.results().indexOf(best) + 1L)
                + " of " + Numbers.grouped(run.results().size()) + ".";
        String violation = best.isFeasible()
                ? ""
                : " No setting satisfies the constraints; this one violates them by " + Numbers.brief(best.violation())
                        + ".";
        String noise = run.journal().isNoisy() ? " The objective is noisy: this is one observation, not a mean." : "";
        return first + violation + noise;
    }

    private String front() {
        if (run.front().isEmpty()) {
            return "No setting satisfies the constraints.";
        }
        return Numbers.count(run.front().size(), "setting") + " of "
                + Numbers.grouped(run.results().size())
                + " evaluations " + (run.front().size() == 1 ? "is" : "are")
                + " on the front: no other setting is at least as good in "
                + (run.journal().objectives() == 2
                        ? "both"
                        : "all " + run.journal().objectives()) + " objectives.";
    }

    private List<Fact> facts() {
        Journal journal = run.journal();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Optimizer", journal.text("optimizer").orElse("unknown")));
        facts.add(new Fact("Goal", goal()));
        facts.add(new Fact("Budget", journal.header().get("budget") == null ? "unlimited" : number("budget")));
        facts.add(new Fact("Evaluations", Numbers.grouped(journal.results().size())));
        facts.add(new Fact("Failures", Numbers.grouped(journal.failures())));
        if (!journal.told().isEmpty()) {
            facts.add(new Fact("Told beforehand", Numbers.grouped(journal.told().size())));
        }
        facts.add(new Fact(
                "Workers",
                number("workers")
                        + (Boolean.TRUE.equals(journal.header().get("asynchronous")) ? ", asynchronous" : "")));
        facts.add(new Fact("Seed", journal.text("seed").orElse("unknown")));
        facts.add(new Fact("Time", Numbers.duration(journal.elapsed())));
        addBest(facts);
        facts.add(new Fact("Stopped", journal.stopped().orElse("not recorded: running, or interrupted")));
        facts.add(new Fact("Fathom", journal.text("version").orElse("unknown")));
        return facts;
    }

    private void addBest(List<Fact> facts) {
        Optional<JournalResult> best = run.ranking().best(run.results());
        if (run.isSingle()) {
            String name = "Best " + run.objective(0);
            facts.add(new Fact(name, best.map(result -> exact(result.loss())).orElse("none")));
            return;
        }
        facts.add(new Fact("Front", Numbers.count(run.front().size(), "setting")));
        for (int k = 0; k < run.journal().objectives() && !run.front().isEmpty(); k++) {
            double[] values = front(k);
            double extreme = Arrays.stream(values)
                    .reduce(run.journal().maximized().get(k) ? Math::max : Math::min)
                    .orElse(Double.NaN);
            facts.add(new Fact("Best " + run.objective(k), exact(extreme)));
        }
    }

    private double[] front(int k) {
        return run.front().stream()
                .mapToDouble(result -> result.losses().get(k))
                .toArray();
    }

    private String goal() {
        String directions = run.journal().maximized().stream()
                .map(maximized -> maximized ? "maximize" : "minimize")
                .collect(Collectors.joining(", "));
        Object constraints = run.journal().map("goal").get("constraints");
        long count = constraints instanceof Number number ? number.longValue() : 0;
        return directions
                + (count > 0 ? ", " + Numbers.count(count, "constraint") : "")
                + (run.journal().isNoisy() ? ", noisy" : "");
    }

    private String number(String key) {
        return run.journal().header().get(key) instanceof Number number
                ? Numbers.grouped(number.longValue())
                : run.journal().text(key).orElse("unknown");
    }

    /// All digits, as the journal has them.
    private static String exact(double value) {
        String text = String.valueOf(value).toLowerCase(Locale.ROOT);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
