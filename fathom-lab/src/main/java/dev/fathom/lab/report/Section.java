package dev.fathom.lab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The part of a report about one budget.
final class Section {

    private final Field field;
    private final Path pictures;
    private final Drawings drawings;
    private final SolvingSection solving;
    private boolean isWhole = true;

    Section(Field field, SolvingSection solving, Path pictures) {
        this.solving = solving;
        this.field = field;
        this.pictures = pictures;
        this.drawings = new Drawings(field);
    }

    /// @return whether every picture could be written as PNG, too
    boolean write(Html page) throws IOException {
        page.element("h2", "Budget " + field.label() + " evaluations");
        page.element(
                "p class=\"note\"",
                "Area under the runtime profile up to " + field.label()
                        + ", and share of targets solved by then. Sorted by the area's lead over our mean. "
                        + "Grey: peers; places count those that are not shown too. Bold: best of ours, best peer. "
                        + "A click on a heading sorts.");
        if (!field.note().isEmpty()) {
            page.element("p class=\"note\"", field.note());
        }
        ScoreTables scores = new ScoreTables(field);
        scores.summary(page);
        scores.standing(page);
        profiles(page);
        isWhole &= solving.write(page);
        comparisons(page);
        page.element("h3", "Function by function");
        for (int d : field.dimensions()) {
            figure(page, drawings.functions(d), stem("functions", d));
        }
        for (int d : field.dimensions()) {
            Html details = new Html();
            figure(details, drawings.convergence(d), stem("convergence", d));
            details.element(
                    "p class=\"note\"",
                    "From the targets that each run reached: what lies above the first is drawn at the upper edge, below "
                            + "the last at the lower one.");
            page.details("Convergence in " + Field.inWords(d), details);
        }
        for (int d : field.dimensions()) {
            tables(page, scores, d);
        }
        return isWhole;
    }

    private void profiles(Html page) throws IOException {
        page.element("h3", "Runtime profiles");
        page.element(
                "p class=\"note\"",
                "Coloured: the best of ours; thin grey: our others; dashed grey with markers: the best peers. "
                        + "The number at a name is the share solved at " + field.label() + ".");
        page.raw("<div class=\"figures\">");
        for (int d : field.dimensions()) {
            figure(page, drawings.profiles(d, Field.ALL), stem("profile", d));
        }
        page.raw("</div>");
        for (int d : field.groups().isEmpty() ? List.<Integer>of() : field.dimensions()) {
            Html details = new Html().raw("<div class=\"figures\">");
            for (String group : field.groups()) {
                figure(details, drawings.profiles(d, group), stem("profile", d) + "-" + group);
            }
            page.details("Groups of functions in " + Field.inWords(d), details.raw("</div>"));
        }
    }

    private void comparisons(Html page) throws IOException {
        if (field.comparable().size() < 2) {
            return;
        }
        page.element("h3", "Who beats whom");
        figure(page, drawings.wins(), stem("wins"));
        List<Ranking> rankings = new ArrayList<>();
        for (int d : field.dimensions()) {
            Ranking.of(field, d).ifPresent(rankings::add);
        }
        page.raw("<div class=\"figures\">");
        for (Ranking ranking : rankings) {
            Html figure = new Html();
            figure(figure, drawings.ranks(ranking), stem("ranks", ranking.dimension()));
            FunctionTables.ranks(figure, ranking);
            page.raw("<div>" + figure + "</div>");
        }
        page.raw("</div>");
    }

    private void tables(Html page, ScoreTables scores, int dimension) {
        String where = Field.inWords(dimension);
        FunctionTables tables = new FunctionTables(field);
        Html times = new Html();
        tables.times(times, dimension);
        page.details("Expected running times / dimension in " + where, times);
        Html losses = new Html();
        tables.losses(losses, dimension);
        page.details("Final " + field.targets().measured() + " in " + where + ": median [10 %, 90 %]", losses);
        Html groups = new Html();
        scores.groups(groups, dimension);
        page.details("Fractions solved by group and evaluations in " + where, groups);
    }

    private String stem(String what) {
        return what + "-b" + Format.plain(field.budget());
    }

    private String stem(String what, int dimension) {
        return stem(what) + "-" + Field.stem(dimension);
    }

    private void figure(Html page, Picture picture, String stem) throws IOException {
        isWhole &= picture.write(pictures, stem);
        page.raw("<figure>" + picture.svg() + "</figure>");
    }
}
