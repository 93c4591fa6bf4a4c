package dev.fathom.examples;

import dev.fathom.algorithms.enomad.Enomad.Mode;
import dev.fathom.examples.ConnectomeFit.Fit;
import dev.fathom.examples.ConnectomeFit.Individual;
import dev.fathom.lab.report.Mark;
import dev.fathom.lab.report.Mark.Anchor;
import dev.fathom.lab.report.Picture;
import java.util.ArrayList;
import java.util.List;

/// Reward against the number of changed weights, a point for each individual of each generation.
///
/// @param prior its reward
/// @param fits the runs
record ConnectomePicture(double prior, List<Fit> fits) {

    private static final String INK = "#222222";
    private static final String FAINT = "#E4E4E4";
    private static final int LEFT = 70;
    private static final int RIGHT = 690;
    private static final int TOP = 70;
    private static final int BOTTOM = 400;

    Picture picture() {
        List<Mark> marks = new ArrayList<>();
        text(marks, LEFT, 26, "Reward against number of changed weights", Anchor.START, true);
        frame(marks);
        for (Fit fit : fits) {
            fit.generations().forEach(g -> g.forEach(i -> marks.add(dot(i, 2, color(fit)))));
        }
        line(marks, LEFT, y(prior), RIGHT, y(prior), new Mark.Pen(INK, 1.2, List.of(6.0, 4.0)));
        text(marks, RIGHT, y(prior) + 16, "prior", Anchor.END, false);
        for (int k = 0; k < fits.size(); k++) {
            legend(marks, LEFT + 10 + 330 * k, fits.get(k));
            marks.add(dot(fits.get(k).best(), 6, color(fits.get(k))));
        }
        return new Picture(720, 450, marks);
    }

    private static void legend(List<Mark> marks, int x, Fit fit) {
        Individual best = fit.best();
        marks.add(new Mark.Dot(x, 47, 5, Mark.Form.CIRCLE, color(fit), ""));
        String name = "%s, best: %.3f with %d changed".formatted(fit.mode(), best.reward(), best.changed());
        text(marks, x + 12, 51, name, Anchor.START, false);
    }

    private void frame(List<Mark> marks) {
        for (int count = 0; count <= most(); count += 25) {
            line(marks, x(count), TOP, x(count), BOTTOM, new Mark.Pen(FAINT, 0.8, List.of()));
            text(marks, x(count), BOTTOM + 17, String.valueOf(count), Anchor.MIDDLE, false);
        }
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            line(marks, LEFT, y(tenth / 10.0), RIGHT, y(tenth / 10.0), new Mark.Pen(FAINT, 0.8, List.of()));
            text(marks, LEFT - 8, y(tenth / 10.0) + 4, String.valueOf(tenth / 10.0), Anchor.END, false);
        }
        text(
                marks,
                (LEFT + RIGHT) / 2.0,
                BOTTOM + 38,
                "changed weights, of " + Connectome.WEIGHTS,
                Anchor.MIDDLE,
                false);
        marks.add(new Mark.Text(22, (TOP + BOTTOM) / 2.0, "reward", Anchor.MIDDLE, 12, INK, false, true));
    }

    private Mark dot(Individual i, double radius, String color) {
        String title = "reward %.4f, %d changed, L2 %.3f".formatted(i.reward(), i.changed(), i.distance());
        return new Mark.Dot(x(i.changed()), y(i.reward()), radius, Mark.Form.CIRCLE, color, radius > 2 ? title : "");
    }

    private static String color(Fit fit) {
        return fit.mode() == Mode.EA ? "#D55E00" : "#0072B2";
    }

    private double x(double changed) {
        return LEFT + changed / most() * (RIGHT - LEFT);
    }

    /// The end of the horizontal axis.
    private int most() {
        int most = fits.stream()
                .flatMap(fit -> fit.generations().stream())
                .flatMap(List::stream)
                .mapToInt(Individual::changed)
                .max()
                .orElse(0);
        return 25 * (most / 25 + 1);
    }

    /// Rewards below 0 are drawn at 0.
    private static double y(double reward) {
        return BOTTOM - Math.max(0, reward) * (BOTTOM - TOP);
    }

    private static void line(List<Mark> marks, double x0, double y0, double x1, double y1, Mark.Pen pen) {
        marks.add(new Mark.Line(new double[] {x0, x1}, new double[] {y0, y1}, pen, ""));
    }

    private static void text(List<Mark> marks, double x, double y, String text, Anchor anchor, boolean bold) {
        marks.add(new Mark.Text(x, y, text, anchor, bold ? 14 : 12, INK, bold, false));
    }
}
