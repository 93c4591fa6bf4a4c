package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Curves over a logarithmic axis from 1, values in [0, 1], names at the ends of the lines: runtime profiles, data
/// profiles, performance profiles.
///
/// @param title above the plot
/// @param xTitle below the horizontal axis
/// @param yTitle beside the vertical axis
/// @param high where the horizontal axis ends, above 1
/// @param scale of the horizontal axis, not linear
/// @param curves unlabelled ones are drawn first
record CurveChart(String title, String xTitle, String yTitle, double high, Axis.Scale scale, List<Curve> curves) {

    private static final int WIDTH = 740;
    private static final int HEIGHT = 430;
    private static final double LEFT = 62;
    private static final double TOP = 34;
    private static final double BOTTOM = 52;
    private static final double TEXT = 12;
    private static final double GAP = 13.5;
    private static final double LEADER = 20;
    private static final double SAMPLE = 26;

    /// Over powers of ten.
    CurveChart(String title, String xTitle, String yTitle, double high, List<Curve> curves) {
        this(title, xTitle, yTitle, high, Axis.Scale.DECADES, curves);
    }

    Picture picture() {
        double right = LEADER
                + SAMPLE
                + 10
                + curves.stream()
                        .filter(Curve::labelled)
                        .mapToDouble(curve -> TextSize.width(label(curve), TEXT))
                        .max()
                        .orElse(0);
        Axis x = new Axis(1, high, LEFT, WIDTH - right, scale);
        Axis y = Axis.linear(0, ceiling(), HEIGHT - BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(LEFT, TOP - 14, title, Mark.Anchor.START, 13, Style.INK, true, false));
        new Frame(x, y, xTitle, yTitle, TEXT, 6).draw(marks);
        List<Curve> ordered = new ArrayList<>(curves);
        ordered.sort(Comparator.comparing(Curve::labelled)
                .thenComparing(curve -> !curve.style().marked()));
        ordered.forEach(curve -> draw(marks, curve, x, y));
        label(marks, curves.stream().filter(Curve::labelled).toList(), x, y);
        return new Picture(WIDTH, HEIGHT, marks);
    }

    /// The whole range if it is used, else a round number above all curves.
    private double ceiling() {
        double most = curves.stream().mapToDouble(Curve::last).max().orElse(1);
        return most > 0.72 ? 1 : Math.max(0.1, Math.ceil(most * 1.08 * 10) / 10);
    }

    private static String label(Curve curve) {
        return String.format(Locale.ROOT, "%s %.2f", curve.name(), curve.last());
    }

    private static void draw(List<Mark> marks, Curve curve, Axis x, Axis y) {
        String title = label(curve);
        marks.add(curve.line(x, y, title));
        if (curve.style().marked()) {
            for (int i = 0; i < curve.x().length; i++) {
                String tip =
                        String.format(Locale.ROOT, "%s: %.3f at %s", curve.name(), curve.y()[i], x.label(curve.x()[i]));
                marks.add(new Mark.Dot(
                        x.at(curve.x()[i]),
                        y.at(curve.y()[i]),
                        3.4,
                        curve.style().form(),
                        curve.style().color(),
                        tip));
            }
        }
    }

    private static void label(List<Mark> marks, List<Curve> labelled, Axis x, Axis y) {
        double[] wanted =
                labelled.stream().mapToDouble(curve -> y.at(curve.last())).toArray();
        double[] places = Labels.apart(wanted, GAP, TOP, HEIGHT - BOTTOM + 4);
        for (int i = 0; i < places.length; i++) {
            Curve curve = labelled.get(i);
            double end = x.at(curve.x()[curve.x().length - 1]);
            marks.add(new Mark.Line(
                    new double[] {end + 3, x.to() + 5, x.to() + LEADER - 2},
                    new double[] {wanted[i], wanted[i], places[i]},
                    Mark.Pen.of(curve.style().color(), 0.6),
                    ""));
            sample(marks, curve, x.to() + LEADER, places[i]);
            marks.add(Mark.Text.of(
                    x.to() + LEADER + SAMPLE + 5,
                    places[i] + TEXT * 0.36,
                    label(curve),
                    Mark.Anchor.START,
                    TEXT,
                    curve.style().marked() ? Style.SOFT : Style.INK));
        }
    }

    private static void sample(List<Mark> marks, Curve curve, double x, double y) {
        Style style = curve.style();
        marks.add(new Mark.Line(new double[] {x, x + SAMPLE}, new double[] {y, y}, style.pen(), label(curve)));
        if (style.marked()) {
            marks.add(new Mark.Dot(x + SAMPLE / 2, y, 3.4, style.form(), style.color(), label(curve)));
        }
    }
}
