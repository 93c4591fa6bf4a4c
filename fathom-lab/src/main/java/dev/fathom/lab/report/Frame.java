package dev.fathom.lab.report;

import java.util.List;

/// The axes of a plot: light grid, ticks outside, titles.
///
/// @param x the horizontal axis
/// @param y the vertical axis, from below
/// @param xTitle below the axis; may be empty
/// @param yTitle left of the axis, to be read from below; may be empty
/// @param textSize of the labels in pixels
/// @param ticks at most so many labels on each axis
record Frame(Axis x, Axis y, String xTitle, String yTitle, double textSize, int ticks) {

    private static final double TICK = 4;
    private static final double MINOR = 2.5;

    void draw(List<Mark> marks) {
        x.ticks(ticks).forEach(tick -> vertical(marks, tick));
        y.ticks(ticks).forEach(tick -> horizontal(marks, tick));
        for (double tick : x.minorTicks()) {
            line(marks, x.at(tick), y.from(), x.at(tick), y.from() + MINOR, Style.SOFT, 0.7);
        }
        for (double tick : y.minorTicks()) {
            line(marks, x.from(), y.at(tick), x.from() - MINOR, y.at(tick), Style.SOFT, 0.7);
        }
        line(marks, x.from(), y.from(), x.to(), y.from(), Style.SOFT, 1);
        line(marks, x.from(), y.from(), x.from(), y.to(), Style.SOFT, 1);
        titles(marks);
    }

    private void vertical(List<Mark> marks, double tick) {
        double at = x.at(tick);
        line(marks, at, y.from(), at, y.to(), Style.FAINT, 0.8);
        line(marks, at, y.from(), at, y.from() + TICK, Style.SOFT, 0.8);
        marks.add(Mark.Text.of(at, y.from() + TICK + textSize, x.label(tick), Mark.Anchor.MIDDLE, textSize, Style.INK));
    }

    private void horizontal(List<Mark> marks, double tick) {
        double at = y.at(tick);
        line(marks, x.from(), at, x.to(), at, Style.FAINT, 0.8);
        line(marks, x.from(), at, x.from() - TICK, at, Style.SOFT, 0.8);
        marks.add(Mark.Text.of(
                x.from() - TICK - 3, at + textSize * 0.36, y.label(tick), Mark.Anchor.END, textSize, Style.INK));
    }

    private void titles(List<Mark> marks) {
        double middle = (x.from() + x.to()) / 2;
        marks.add(Mark.Text.of(
                middle, y.from() + TICK + 2.7 * textSize, xTitle, Mark.Anchor.MIDDLE, textSize, Style.INK));
        marks.add(new Mark.Text(
                x.from() - TICK - 3.2 * textSize,
                (y.from() + y.to()) / 2,
                yTitle,
                Mark.Anchor.MIDDLE,
                textSize,
                Style.INK,
                false,
                true));
    }

    static void line(List<Mark> marks, double x0, double y0, double x1, double y1, String color, double width) {
        marks.add(new Mark.Line(new double[] {x0, x1}, new double[] {y0, y1}, Mark.Pen.of(color, width), ""));
    }
}
