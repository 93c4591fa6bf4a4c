package dev.fathom.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A report about a run, finished or not, as one HTML file that loads nothing from anywhere.
///
/// Charts are Vega-Lite specifications over one shared set of rows; all results also stand in plain tables.
public final class HtmlReport {

    /// At most so many parameters have a chart of their own.
    private static final int SINGLE = 36;

    private final Run run;
    private final Map<String, Object> charts = new LinkedHashMap<>();

    private HtmlReport(Run run) {
        this.run = run;
    }

    /// Writes the report of a journal.
    ///
    /// @throws IOException if the journal cannot be read or the report cannot be written
    /// @throws IllegalArgumentException if the file is no journal or damaged before its last line
    public static void write(Path journal, Path html) throws IOException {
        String name = String.valueOf(journal.getFileName());
        Files.writeString(html, of(JournalReader.read(journal), name));
    }

    /// The text of a report.
    ///
    /// @param name how the report calls the run if the study has no name
    public static String of(Journal journal, String name) {
        return new HtmlReport(Run.of(journal, name)).page();
    }

    private String page() {
        ChartData data = new ChartData(run);
        Summary summary = new Summary(run);
        String body = summary.html()
                + convergence(data)
                + new Tables(run).settings()
                + parameters(data)
                + new Tables(run).failures()
                + times()
                + new Description(run).html();
        Html page = new Html()
                .raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ")
                .raw("script-src 'unsafe-inline' 'unsafe-eval'; img-src data: blob:\">\n")
                .element("title", summary.title())
                .raw("<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n<main>\n")
                .raw(body)
                .raw("</main>\n");
        if (!charts.isEmpty()) {
            scripts(page, data);
        }
        return page.raw("</body>\n</html>\n").toString();
    }

    private void scripts(Html page, ChartData data) {
        page.raw("<!--\n" + resource("licenses.txt") + "-->\n");
        json(page, "rows", data.toJson());
        json(page, "charts", charts);
        for (String script : List.of("vega.min.js", "vega-lite.min.js", "report.js")) {
            page.raw("<script>\n" + resource(script) + "\n</script>\n");
        }
    }

    private static void json(Html page, String id, Object value) {
        page.raw("<script type=\"application/json\" id=\"" + id + "\">")
                .raw(Html.inScript(JsonMapper.shared().writeValueAsString(value)))
                .raw("</script>\n");
    }

    private void figure(Html html, String id, String label, String caption, Map<String, @Nullable Object> spec) {
        charts.put(id, spec);
        html.figure(id, label, caption);
    }

    private String convergence(ChartData data) {
        if (!run.hasValues()) {
            return "";
        }
        RunCharts along = new RunCharts(run);
        String thinned = data.isThinned()
                ? " Of " + Numbers.grouped(run.results().size()) + " evaluations " + Numbers.grouped(data.count(0))
                        + " are drawn, every improvement among them."
                : "";
        Html html = new Html().section("convergence", run.isSingle() ? "Convergence" : "Objectives");
        if (run.isSingle()) {
            String failures = run.journal().failures() > 0 ? " Ticks at the foot are failures." : "";
            figure(
                    html,
                    "convergence",
                    "Loss of every evaluation and best loss so far",
                    "Each dot is an evaluation; the line is the best so far." + marks() + failures + thinned,
                    along.convergence());
            html.raw(new Tables(run).improvements());
        } else {
            figure(
                    html,
                    "front",
                    "The first two objectives of every evaluation and the front",
                    "Each dot is an evaluation; the strong ones are the front." + marks() + more() + thinned,
                    along.front());
        }
        return html.raw("</section>\n").toString();
    }

    private String marks() {
        return run.results().stream().anyMatch(result -> !result.isFailed() && !result.isFeasible())
                ? " Hollow ones violate a constraint."
                : "";
    }

    private String more() {
        int objectives = run.journal().objectives();
        return objectives > 2 ? " Only two of " + objectives + " objectives are drawn; the front is that of all." : "";
    }

    private String parameters(ChartData data) {
        List<Parameter> drawn = run.parameters().columns().stream()
                .filter(ParameterChart::draws)
                .toList();
        if (!run.hasValues() || drawn.isEmpty()) {
            return "";
        }
        Html html = new Html().section("parameters", "Parameters").raw("<div class=\"grid\">\n");
        ParameterChart chart = new ParameterChart(run);
        for (Parameter parameter : drawn.subList(0, Math.min(SINGLE, drawn.size()))) {
            figure(html, parameter.key(), parameter.name() + " against " + run.objective(0), "", chart.of(parameter));
        }
        html.raw("</div>\n").element("p class=\"note\"", caption(data, drawn.size()));
        parallel(html);
        return html.raw("</section>\n").toString();
    }

    private String caption(ChartData data, int drawn) {
        String caption = "Each parameter against " + (run.isSingle() ? "the " : "") + run.objective(0) + "; "
                + (run.isSingle() ? "the best setting is" : "the front is") + " marked"
                + (hasChoice() ? ", bars are medians of an option." : ".");
        String thinned = data.count(1) < run.results().size()
                ? " About " + Numbers.grouped(data.count(1)) + " evaluations are drawn."
                : "";
        String many = drawn > SINGLE ? " The first " + SINGLE + " of " + drawn + " parameters are drawn." : "";
        String constant = run.parameters().columns().size() > drawn
                ? " Parameters that never changed, or have more than " + ParameterChart.OPTIONS
                        + " options, are left out."
                : "";
        return caption + thinned + many + constant + " "
                + String.join(" ", run.parameters().notes());
    }

    private boolean hasChoice() {
        return run.parameters().columns().stream().anyMatch(Parameter::isChoice);
    }

    private void parallel(Html html) {
        ParallelChart chart = new ParallelChart(run);
        if (chart.axes() < 2) {
            return;
        }
        html.raw("<div class=\"scroll\"><div style=\"min-width:" + 3.2 * chart.axes() + "rem\">");
        figure(
                html,
                "parallel",
                "All parameters of the evaluations as lines across parallel axes",
                (run.isSingle()
                                ? "A line is a setting, coloured by its rank; the ten best are drawn strong."
                                : "A line is a setting, coloured by the rank of the first objective; the front is drawn strong.")
                        + (chart.axes() == ParallelChart.AXES
                                ? " The first " + ParallelChart.AXES + " parameters."
                                : ""),
                chart.spec());
        html.raw("</div></div>\n");
    }

    private String times() {
        Times times = new Times(run);
        if (times.isEmpty()) {
            return "";
        }
        Html html = new Html().section("time", "Time").element("p", times.sentence());
        figure(html, "times", "Duration of every evaluation", "", new RunCharts(run).times());
        return html.raw("</section>\n").toString();
    }

    /// A file that is packed into every report.
    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, () -> "the resource " + name + " is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
