package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The tables of a report, which tell the run to readers without scripts.
final class Tables {

    private static final int BEST = 10;
    private static final int FRONT = 100;
    private static final int IMPROVEMENTS = 12;

    private final Run run;

    Tables(Run run) {
        this.run = run;
    }

    /// The ten best settings, or the front.
    String settings() {
        boolean single = run.isSingle();
        List<JournalResult> rows = single
                ? run.ranking().best(run.results(), BEST)
                : run.front().stream().limit(FRONT).toList();
        if (rows.isEmpty()) {
            return "";
        }
        Html html =
                new Html().section("best", single ? "Best settings" : "Front").table(heads(), cells(rows));
        notes(html);
        if (run.front().size() > FRONT) {
            html.element(
                    "p class=\"note\"",
                    "The first " + FRONT + " of " + run.front().size() + " settings, by the first objective.");
        }
        return html.raw("</section>\n").toString();
    }

    private void notes(Html html) {
        run.parameters().notes().forEach(note -> html.element("p class=\"note\"", note));
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("evaluation"));
        for (int k = 0; k < run.journal().objectives(); k++) {
            heads.add(run.objective(k));
        }
        if (isConstrained()) {
            heads.add("violation");
        }
        run.parameters().columns().forEach(parameter -> heads.add(parameter.name()));
        return heads;
    }

    private boolean isConstrained() {
        return run.results().stream().anyMatch(result -> !result.constraints().isEmpty());
    }

    private List<List<String>> cells(List<JournalResult> rows) {
        boolean constrained = isConstrained();
        Map<JournalResult, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < run.results().size(); i++) {
            places.putIfAbsent(run.results().get(i), i + 1);
        }
        return rows.stream()
                .map(result -> cells(result, places.getOrDefault(result, 0), constrained))
                .toList();
    }

    private List<String> cells(JournalResult result, int place, boolean constrained) {
        List<String> cells = new ArrayList<>(List.of(Numbers.grouped(place)));
        for (int k = 0; k < run.journal().objectives(); k++) {
            cells.add(k < result.losses().size() ? Numbers.brief(result.losses().get(k)) : "–");
        }
        if (constrained) {
            cells.add(Numbers.brief(result.violation()));
        }
        Map<String, Object> setting = Setting.of(result.parameters()).values();
        run.parameters().columns().forEach(parameter -> cells.add(Numbers.of(setting.get(parameter.name()))));
        return cells;
    }

    /// The last improvements.
    String improvements() {
        List<Integer> all = run.improvements();
        List<Integer> last = all.subList(Math.max(0, all.size() - IMPROVEMENTS), all.size());
        if (last.isEmpty()) {
            return "";
        }
        List<List<String>> rows = last.stream()
                .map(i -> List.of(
                        Numbers.grouped(i + 1L),
                        Numbers.brief(run.results().get(i).loss()),
                        Numbers.duration(run.results().get(i).at())))
                .toList();
        String what = all.size() > last.size()
                ? "The last " + last.size() + " of " + all.size() + " improvements"
                : Numbers.count(all.size(), "improvement");
        return new Html()
                .raw("<details><summary>" + Html.escape(what) + "</summary>\n")
                .table(List.of("evaluation", "best so far", "after"), rows)
                .raw("</details>\n")
                .toString();
    }

    /// Failures by reason, the most frequent first.
    String failures() {
        Map<String, List<JournalResult>> groups = new LinkedHashMap<>();
        for (JournalResult result : run.results()) {
            result.failed()
                    .ifPresent(reason -> groups.computeIfAbsent(reason, any -> new ArrayList<>())
                            .add(result));
        }
        if (groups.isEmpty()) {
            return "";
        }
        List<List<String>> rows = groups.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(FRONT)
                .map(group -> List.of(
                        Numbers.grouped(group.getValue().size()),
                        group.getKey(),
                        example(group.getValue().getFirst())))
                .toList();
        Html html = new Html()
                .section("failures", "Failures")
                .element(
                        "p",
                        Numbers.count(run.journal().failures(), "evaluation") + " of "
                                + Numbers.grouped(run.results().size()) + " failed, for "
                                + Numbers.count(groups.size(), "reason") + ".")
                .table(List.of("count", "reason", "example"), rows);
        return html.raw("</section>\n").toString();
    }

    private static String example(JournalResult result) {
        return Setting.of(result.parameters()).values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + Numbers.of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
