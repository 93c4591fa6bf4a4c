package dev.fathom.lab.report;

import java.util.Arrays;

/// A line of a chart.
///
/// @param name its label
/// @param style how it looks
/// @param labelled whether the name stands at its end
/// @param steps whether it stays at a value until the next point, else points are joined
/// @param x ascending, [n]
/// @param y [n]
record Curve(String name, Style style, boolean labelled, boolean steps, double[] x, double[] y) {

    /// The empirical distribution function of some times, thinned to what a picture can show.
    ///
    /// @param times ascending, [n]
    /// @param whole what counts as 1
    /// @param low where the axis begins
    /// @param high where the axis ends
    static Curve distribution(
            String name, Style style, boolean labelled, double[] times, int whole, double low, double high) {
        int places = 400;
        double[] x = new double[places + 1];
        double[] y = new double[places + 1];
        int n = 0;
        int reached = 0;
        for (int i = 0; i <= places; i++) {
            double at = i == places ? high : low * StrictMath.pow(high / low, (double) i / places);
            while (reached < times.length && times[reached] <= at) {
                reached++;
            }
            double value = (double) reached / whole;
            if (n == 0 || i == places || value != y[n - 1]) {
                x[n] = at;
                y[n++] = value;
            }
        }
        return new Curve(name, style, labelled, true, Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    double last() {
        return y[y.length - 1];
    }

    /// The line within a frame.
    Mark.Line line(Axis horizontal, Axis vertical, String title) {
        int n = steps ? 2 * x.length - 1 : x.length;
        double[] px = new double[n];
        double[] py = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = horizontal.at(x[steps ? (i + 1) / 2 : i]);
            py[i] = vertical.at(y[steps ? i / 2 : i]);
        }
        return new Mark.Line(px, py, style.pen(), title);
    }
}
