package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Medians as lines with bands around them, over any quantity: convergence, times, growth.
///
/// @param title above the plot
/// @param x the horizontal axis
/// @param y the vertical axis
/// @param series drawn in order; at least one
public record SeriesChart(String title, Quantity x, Quantity y, List<Series> series) {

    private static final int WIDTH = 740;
    private static final int HEIGHT = 430;
    private static final double LEFT = 74;
    private static final double TOP = 40;
    private static final double BOTTOM = 56;
    private static final double TEXT = 12;
    private static final double SAMPLE = 22;
    private static final double LINE = 17;

    /// What an axis shows.
    ///
    /// @param name its title
    /// @param logarithmic whether equal factors are equally long; values that are not positive are left out then
    public record Quantity(String name, boolean logarithmic) {}

    /// A line.
    ///
    /// @param name for the legend
    /// @param x ascending `[n]`
    /// @param low lower end of the band `[n]`; empty for no band
    /// @param median `[n]`
    /// @param high upper end of the band `[n]`; empty for no band
    /// @param reference whether it is somebody else's: grey markers with bars for the band
    public record Series(String name, double[] x, double[] low, double[] median, double[] high, boolean reference) {

        /// A line without a band.
        public static Series line(String name, double[] x, double[] y) {
            return new Series(name, x, new double[0], y, new double[0], false);
        }

        /// The same as a reference.
        public Series asReference() {
            return new Series(name, x, low, median, high, true);
        }
    }

    /// Copies the list.
    public SeriesChart {
        series = List.copyOf(series);
    }

    /// The drawing.
    public Picture picture() {
        double legend = series.stream()
                .mapToDouble(s -> TextSize.width(s.name(), TEXT))
                .max()
                .orElse(0);
        Axis across = axis(x, series.stream().map(Series::x), LEFT, WIDTH - legend - SAMPLE - 24);
        Axis up = axis(y, series.stream().flatMap(s -> Stream.of(s.low(), s.median(), s.high())), HEIGHT - BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(LEFT, TOP - 16, title, Mark.Anchor.START, 13, Style.INK, true, false));
        new Frame(across, up, x.name(), y.name(), TEXT, 7).draw(marks);
        for (int i = 0; i < series.size(); i++) {
            band(marks, series.get(i), style(i), across, up);
        }
        for (int i = 0; i < series.size(); i++) {
            line(marks, series.get(i), style(i), across, up);
            entry(marks, series.get(i).name(), style(i), across.to() + 12, TOP + 8 + LINE * i);
        }
        return new Picture(WIDTH, HEIGHT, marks);
    }

    /// Lines of one name and its reference have one colour.
    private Style style(int i) {
        int own =
                (int) series.subList(0, i).stream().filter(s -> !s.reference()).count();
        int references = i - own;
        return series.get(i).reference() ? Style.peer(references) : Style.of(own);
    }

    private static Axis axis(Quantity quantity, Stream<double[]> values, double from, double to) {
        double[] shown = values.flatMapToDouble(Arrays::stream)
                .filter(v -> Double.isFinite(v) && !(quantity.logarithmic() && v <= 0))
                .toArray();
        double low = DoubleStream.of(shown).min().orElse(1);
        double high = DoubleStream.of(shown).max().orElse(2);
        if (quantity.logarithmic()) {
            return Axis.logarithmic(low, Math.max(high, low * 1.01), from, to);
        }
        double floor = low > 0 && low < 0.3 * high ? 0 : low;
        return Axis.linear(floor, high > floor ? high : floor + 1, from, to);
    }

    private boolean isShown(double px, double py) {
        return Double.isFinite(px) && Double.isFinite(py) && !(x.logarithmic() && px <= 0);
    }

    private void band(List<Mark> marks, Series s, Style style, Axis across, Axis up) {
        if (s.low().length == 0) {
            return;
        }
        int n = s.x().length;
        if (s.reference()) {
            for (int i = 0; i < n; i++) {
                double at = across.at(s.x()[i]);
                Frame.line(marks, at, up.at(s.low()[i]), at, up.at(s.high()[i]), style.color(), 1.6);
            }
            return;
        }
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            px[i] = across.at(s.x()[i]);
            py[i] = up.at(s.high()[i]);
            px[2 * n - 1 - i] = px[i];
            py[2 * n - 1 - i] = up.at(s.low()[i]);
        }
        marks.add(new Mark.Area(px, py, style.color(), 0.13));
    }

    private void line(List<Mark> marks, Series s, Style style, Axis across, Axis up) {
        int[] shown = java.util.stream.IntStream.range(0, s.x().length)
                .filter(i -> isShown(s.x()[i], s.median()[i]) && !(y.logarithmic() && s.median()[i] <= 0))
                .toArray();
        double[] px = Arrays.stream(shown).mapToDouble(i -> across.at(s.x()[i])).toArray();
        double[] py =
                Arrays.stream(shown).mapToDouble(i -> up.at(s.median()[i])).toArray();
        if (!s.reference()) {
            marks.add(new Mark.Line(px, py, style.pen(), s.name()));
        }
        for (int i = 0; i < px.length && style.marked(); i++) {
            marks.add(new Mark.Dot(px[i], py[i], 3.4, style.form(), style.color(), s.name()));
        }
    }

    private static void entry(List<Mark> marks, String name, Style style, double left, double at) {
        if (!style.marked()) {
            marks.add(new Mark.Line(new double[] {left, left + SAMPLE}, new double[] {at, at}, style.pen(), name));
        } else {
            marks.add(new Mark.Dot(left + SAMPLE / 2, at, 3.4, style.form(), style.color(), name));
        }
        marks.add(Mark.Text.of(left + SAMPLE + 6, at + TEXT * 0.36, name, Mark.Anchor.START, TEXT, Style.INK));
    }
}
