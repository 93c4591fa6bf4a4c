package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.List;

/// How a measure of several runs changes from generation to generation: medians as lines, quantiles as bands, names at
/// the ends of the lines; both axes linear.
///
/// @param title above the plot
/// @param xTitle below the horizontal axis
/// @param yTitle beside the vertical axis
/// @param low where the vertical axis begins
/// @param high where it ends
/// @param series at least one
public record GrowthChart(String title, String xTitle, String yTitle, double low, double high, List<Series> series) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final double LEFT = 62;
    private static final double RIGHT = 118;
    private static final double TOP = 34;
    private static final double BOTTOM = 52;
    private static final double TEXT = 12;

    /// One line with its band, at x = 1 … n.
    ///
    /// @param name at its end
    /// @param low lower edge of the band, [n]
    /// @param median [n]
    /// @param high upper edge of the band, [n]
    public record Series(String name, double[] low, double[] median, double[] high) {}

    /// Copies the list.
    public GrowthChart {
        series = List.copyOf(series);
    }

    /// The drawing.
    public Picture picture() {
        int n = series.stream().mapToInt(s -> s.median.length).max().orElse(2);
        Axis x = Axis.linear(1, n, LEFT, WIDTH - RIGHT);
        Axis y = Axis.linear(low, high, HEIGHT - BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(LEFT, TOP - 14, title, Mark.Anchor.START, 13, Style.INK, true, false));
        new Frame(x, y, xTitle, yTitle, TEXT, 8).draw(marks);
        for (int i = 0; i < series.size(); i++) {
            band(marks, series.get(i), Style.of(i), x, y);
        }
        double[] ends = series.stream()
                .mapToDouble(s -> y.at(s.median[s.median.length - 1]))
                .toArray();
        double[] places = Labels.apart(ends, 14, TOP, HEIGHT - BOTTOM);
        for (int i = 0; i < series.size(); i++) {
            Series s = series.get(i);
            double[] at = new double[s.median.length];
            java.util.Arrays.setAll(at, g -> g + 1);
            Style style = Style.of(i);
            marks.add(new Curve(s.name, style, true, false, at, s.median).line(x, y, s.name));
            Frame.line(marks, x.to() + 3, ends[i], x.to() + 14, places[i], style.color(), 0.7);
            marks.add(
                    Mark.Text.of(x.to() + 17, places[i] + TEXT * 0.36, s.name, Mark.Anchor.START, TEXT, style.color()));
        }
        return new Picture(WIDTH, HEIGHT, marks);
    }

    private static void band(List<Mark> marks, Series s, Style style, Axis x, Axis y) {
        int n = s.median.length;
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        for (int g = 0; g < n; g++) {
            px[g] = x.at(g + 1);
            py[g] = y.at(s.high[g]);
            px[2 * n - 1 - g] = px[g];
            py[2 * n - 1 - g] = y.at(s.low[g]);
        }
        marks.add(new Mark.Area(px, py, style.color(), 0.15));
    }
}
