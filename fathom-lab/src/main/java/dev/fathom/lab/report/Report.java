package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.Solving;
import dev.fathom.problems.ProblemSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Shows the results of an experiment: `report.html`, one page that needs nothing else, with tables and pictures, and
/// each picture as SVG and PNG in `pictures/`.
public final class Report {

    private static final String FOLDED = "bbob";

    private Report() {}

    /// What was written.
    ///
    /// @param page the report
    /// @param hasImages whether each picture is there as PNG too; not where Java finds no fonts or cannot draw
    public record Written(Path page, boolean hasImages) {}

    /// Writes the report without data profiles and performance profiles. Files of the same names are replaced.
    ///
    /// @param runs of our algorithms; those of different budgets are shown apart
    /// @param peers to compare with
    /// @param set the functions, with labels that the runs use, and groups
    /// @param how title and facts for the reader
    /// @param directory is made if it is not there
    /// @throws IllegalArgumentException if there are no runs
    /// @throws IOException if a file cannot be written
    public static Written write(List<Run> runs, Peers peers, ProblemSet set, Presentation how, Path directory)
            throws IOException {
        return write(runs, List.of(), peers, set, how, directory);
    }

    /// Writes the report. Files of the same names are replaced.
    ///
    /// @param runs of our algorithms; those of different budgets are shown apart
    /// @param solvings how soon runs solved their problems, for data profiles and performance profiles; these are
    /// folded
    ///     for the BBOB suites, whose main measure is the runtime profile
    /// @param peers to compare with
    /// @param set the functions, with labels that the runs use, and groups
    /// @param how title and facts for the reader
    /// @param directory is made if it is not there
    /// @throws IllegalArgumentException if there are no runs
    /// @throws IOException if a file cannot be written
    public static Written write(
            List<Run> runs, List<Solving> solvings, Peers peers, ProblemSet set, Presentation how, Path directory)
            throws IOException {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no runs of " + set.name() + " to report. Maybe the experiment has not begun?");
        }
        Path pictures = Files.createDirectories(directory.resolve("pictures"));
        Html page = new Html();
        head(page, runs, peers, set, how);
        Map<String, Style> colors = colors(runs, peers, set, how);
        boolean hasImages = true;
        for (double budget : budgets(runs)) {
            Field field = new Field(runs, budget, peers, set, how, colors);
            List<Solving> solved = solvings.stream()
                    .filter(solving -> solving.budgetPerDimension() == budget)
                    .toList();
            SolvingSection profiles =
                    new SolvingSection(field, solved, set.name().startsWith(FOLDED), pictures);
            hasImages &= new Section(field, profiles, pictures).write(page);
        }
        page.raw(
                resource("definitions.html").replace("{target}", Targets.of(set).meaning()));
        page.raw("<script>" + resource("report.js") + "</script></body></html>");
        return new Written(Files.writeString(directory.resolve("report.html"), page.toString()), hasImages);
    }

    private static Set<Double> budgets(List<Run> runs) {
        return runs.stream().map(Run::budgetPerDimension).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same colour for the same algorithm in all sections: the largest budget decides the order.
    private static Map<String, Style> colors(List<Run> runs, Peers peers, ProblemSet set, Presentation how) {
        Set<String> order = new LinkedHashSet<>();
        for (double budget : new TreeSet<>(budgets(runs)).descendingSet()) {
            new Field(runs, budget, peers, set, how, Map.of()).own().forEach(entrant -> order.add(entrant.algorithm()));
        }
        Map<String, Style> colors = new HashMap<>();
        order.forEach(algorithm -> colors.put(algorithm, Style.of(colors.size())));
        return colors;
    }

    private static void head(Html page, List<Run> runs, Peers peers, ProblemSet set, Presentation how) {
        page.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\">");
        page.element("title", how.title());
        page.raw("<style>" + resource("report.css") + "</style></head><body>");
        page.element("h1", how.title());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("problems", set.name() + ": " + set.description());
        facts.put("functions", String.valueOf(distinct(runs, Run::function).size()));
        facts.put("instances", listed(distinct(runs, Run::instance)));
        facts.put("dimensions", listed(distinct(runs, Run::dimension)));
        facts.put(
                "budgets / dimension",
                listed(budgets(runs).stream().map(Format::plain).toList()));
        facts.put("algorithms", String.valueOf(distinct(runs, Run::algorithm).size()));
        facts.put("runs", String.valueOf(runs.size()));
        facts.putAll(how.facts());
        for (String note : peers.notes()) {
            facts.merge("peers", note, (before, more) -> before + "; " + more);
        }
        page.raw("<dl>");
        facts.forEach((name, value) -> page.element("dt", name).element("dd", value));
        page.raw("</dl>");
        if (!peers.points().isEmpty() || !peers.runs().isEmpty()) {
            page.raw("<p><label><input type=\"checkbox\" id=\"more\"> show all peers in the tables</label></p>");
        }
    }

    private static <T> Set<T> distinct(List<Run> runs, Function<Run, T> what) {
        return runs.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packed beside " + Report.class.getName()
                        + ". Maybe the resources were not copied?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
