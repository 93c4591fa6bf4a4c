package dev.fathom.lab.report;

import dev.fathom.lab.Solving;
import dev.fathom.lab.measure.SolvingTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Data profiles and performance profiles of one budget.
final class SolvingSection {

    private static final String TITLE = "Data profiles and performance profiles";
    private static final int DRAWN = 3;

    private final Field field;
    private final List<Solving> rows;
    private final boolean folded;
    private final Path pictures;
    private boolean isWhole = true;

    /// @param field who takes part, in which style
    /// @param rows of this budget, of all algorithms
    /// @param folded whether the section opens at a click only
    /// @param pictures the folder of the pictures
    SolvingSection(Field field, List<Solving> rows, boolean folded, Path pictures) {
        this.field = field;
        this.rows = List.copyOf(rows);
        this.folded = folded;
        this.pictures = pictures;
    }

    /// Writes nothing if no problem has solving times of all algorithms.
    ///
    /// @return whether each picture is there as PNG too
    boolean write(Html page) throws IOException {
        if (SolvingTimes.fromStart(rows, 0).problems().isEmpty()) {
            return true;
        }
        if (folded) {
            page.details(TITLE, content());
        } else {
            page.element("h3", TITLE).raw(content().toString());
        }
        return isWhole;
    }

    private Html content() throws IOException {
        boolean compared = rows.stream().map(Solving::algorithm).distinct().count() > 1;
        Html content =
                new Html().element("p class=\"note\"", definition(compared)).raw("<div class=\"figures\">");
        for (int k = 0; k < DRAWN; k++) {
            SolvingTimes times = SolvingTimes.fromStart(rows, k);
            figure(content, SolvingCharts.dataProfiles(times, title("Data", k, times), field), "data", k);
            if (compared) {
                Picture picture = SolvingCharts.performanceProfiles(times, title("Performance", k, times), field);
                figure(content, picture, "performance", k);
            }
        }
        return content.raw("</div>");
    }

    private static String definition(boolean compared) {
        return "A problem is solved to τ by the first feasible point that makes up for all but the part τ of the loss's "
                + "distance between the problem's start and the known minimum; a data profile is the share of problems "
                + "solved within so many evaluations / (dimension + 1)"
                + (compared
                        ? ", a performance profile the share solved within so many times the evaluations of the fastest "
                                + "of ours on the same problem."
                        : ".");
    }

    private String title(String kind, int precision, SolvingTimes times) {
        int n = times.problems().size();
        return kind + " profiles, τ = " + power(precision) + ", " + n + (n == 1 ? " problem, " : " problems, ")
                + field.label() + " evaluations";
    }

    /// Such as 10⁻³.
    private static String power(int precision) {
        double tau = Solving.precisions()[precision];
        return Axis.logarithmic(1e-9, 1, 0, 1).label(tau);
    }

    private void figure(Html content, Picture picture, String kind, int precision) throws IOException {
        int digits = (int) Math.rint(-StrictMath.log10(Solving.precisions()[precision]));
        isWhole &= picture.write(pictures, kind + "-profile-b" + Format.plain(field.budget()) + "-tau1e-" + digits);
        content.raw("<figure>" + picture.svg() + "</figure>");
    }
}
