package dev.fathom.lab.report;

import dev.fathom.lab.measure.Bands;
import java.util.ArrayList;
import java.util.List;

/// Convergence on several functions, a small panel for each: medians as lines, 10 % to 90 % as bands; both axes
/// logarithmic and the same in all panels.
///
/// @param title above all panels
/// @param high where the horizontal axis ends, above 1
/// @param best least value of the vertical axis
/// @param worst largest value of the vertical axis
/// @param panels one for each function
record BandChart(String title, double high, double best, double worst, List<Panel> panels) {

    private static final int COLUMNS = 6;
    private static final double WIDTH = 158;
    private static final double HEIGHT = 118;
    private static final double LEFT = 62;
    private static final double TOP = 70;
    private static final double STEP_X = WIDTH + 22;
    private static final double STEP_Y = HEIGHT + 32;
    private static final double TEXT = 10;

    /// One function.
    ///
    /// @param title above the panel
    /// @param bands one for each algorithm
    record Panel(String title, List<Band> bands) {}

    /// One algorithm.
    ///
    /// @param name for the legend
    /// @param style of the median
    /// @param bands quantiles of the loss
    record Band(String name, Style style, Bands bands) {}

    Picture picture() {
        int columns = Math.min(COLUMNS, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(12, 18, title, Mark.Anchor.START, 13, Style.INK, true, false));
        double width = Math.max(LEFT + columns * STEP_X + 4, legend(marks));
        for (int p = 0; p < panels.size(); p++) {
            double left = LEFT + p % columns * STEP_X;
            int row = p / columns;
            double top = TOP + row * STEP_Y;
            panel(marks, panels.get(p), left, top, p % columns == 0, p + columns >= panels.size());
        }
        double bottom = TOP + rows * STEP_Y;
        marks.add(Mark.Text.of(
                LEFT + columns * STEP_X / 2,
                bottom + 22,
                "evaluations / dimension",
                Mark.Anchor.MIDDLE,
                12,
                Style.INK));
        marks.add(new Mark.Text(
                16, (TOP + bottom) / 2, "best loss − minimum", Mark.Anchor.MIDDLE, 12, Style.INK, false, true));
        return new Picture((int) Math.ceil(width), (int) Math.ceil(bottom + 34), marks);
    }

    /// @return where it ends
    private double legend(List<Mark> marks) {
        double at = LEFT;
        for (Band band : panels.getFirst().bands()) {
            marks.add(new Mark.Line(
                    new double[] {at, at + 26},
                    new double[] {36, 36},
                    band.style().pen(),
                    ""));
            marks.add(Mark.Text.of(at + 31, 40, band.name(), Mark.Anchor.START, 12, Style.INK));
            at += 48 + TextSize.width(band.name(), 12);
        }
        return at;
    }

    private void panel(List<Mark> marks, Panel panel, double left, double top, boolean first, boolean last) {
        Axis x = Axis.logarithmic(1, high, left, left + WIDTH);
        Axis y = Axis.logarithmic(best, worst, top + HEIGHT, top);
        frame(marks, x, y, first, last);
        for (Band band : panel.bands()) {
            area(marks, band, x, y);
        }
        for (Band band : panel.bands()) {
            median(marks, band, x, y);
        }
        marks.add(new Mark.Text(left, top - 5, panel.title(), Mark.Anchor.START, TEXT + 1, Style.INK, true, false));
    }

    private static void frame(List<Mark> marks, Axis x, Axis y, boolean first, boolean last) {
        for (double tick : x.ticks(5)) {
            Frame.line(marks, x.at(tick), y.from(), x.at(tick), y.to(), Style.FAINT, 0.8);
            if (last) {
                marks.add(Mark.Text.of(x.at(tick), y.from() + 13, x.label(tick), Mark.Anchor.MIDDLE, TEXT, Style.INK));
            }
        }
        for (double tick : y.ticks(6)) {
            Frame.line(marks, x.from(), y.at(tick), x.to(), y.at(tick), Style.FAINT, 0.8);
            if (first) {
                marks.add(
                        Mark.Text.of(x.from() - 5, y.at(tick) + 3.5, y.label(tick), Mark.Anchor.END, TEXT, Style.INK));
            }
        }
        Frame.line(marks, x.from(), y.from(), x.to(), y.from(), Style.SOFT, 1);
        Frame.line(marks, x.from(), y.from(), x.from(), y.to(), Style.SOFT, 1);
    }

    private static void area(List<Mark> marks, Band band, Axis x, Axis y) {
        double[] at = band.bands().at();
        double[] px = new double[2 * at.length];
        double[] py = new double[2 * at.length];
        for (int i = 0; i < at.length; i++) {
            px[i] = x.at(at[i]);
            py[i] = y.at(band.bands().high()[i]);
            px[px.length - 1 - i] = px[i];
            py[px.length - 1 - i] = y.at(band.bands().low()[i]);
        }
        marks.add(new Mark.Area(px, py, band.style().color(), 0.13));
    }

    private static void median(List<Mark> marks, Band band, Axis x, Axis y) {
        Curve curve = new Curve(
                band.name(),
                band.style(),
                false,
                false,
                band.bands().at(),
                band.bands().median());
        Mark.Line line = curve.line(x, y, band.name());
        Mark.Pen pen = band.style().pen();
        marks.add(new Mark.Line(line.x(), line.y(), new Mark.Pen(pen.color(), 1.5, pen.dash()), band.name()));
    }
}
