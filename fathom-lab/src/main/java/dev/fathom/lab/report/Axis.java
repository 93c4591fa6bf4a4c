package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.List;

/// Turns values into places of a picture.
///
/// @param low least value; above 0 if logarithmic
/// @param high largest value, above low
/// @param from place of the least value in pixels
/// @param to place of the largest value in pixels
/// @param scale how values are spread
record Axis(double low, double high, double from, double to, Scale scale) {

    /// How values are spread.
    enum Scale {
        /// Equal differences are equally long.
        LINEAR,
        /// Equal factors are equally long, powers of ten are labelled.
        DECADES,
        /// Equal factors are equally long, powers of two are labelled.
        OCTAVES
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static Axis linear(double low, double high, double from, double to) {
        return new Axis(low, high, from, to, Scale.LINEAR);
    }

    static Axis logarithmic(double low, double high, double from, double to) {
        return new Axis(low, high, from, to, Scale.DECADES);
    }

    /// Equal factors are equally long, powers of two are labelled.
    static Axis octaves(double low, double high, double from, double to) {
        return new Axis(low, high, from, to, Scale.OCTAVES);
    }

    /// The place of a value; values beyond the ends are moved to the ends.
    double at(double value) {
        double v = Math.max(low, Math.min(high, value));
        double share =
                scale != Scale.LINEAR ? StrictMath.log(v / low) / StrictMath.log(high / low) : (v - low) / (high - low);
        return from + share * (to - from);
    }

    /// Values with a label: powers of ten or of two, or round numbers, at most about the given count.
    List<Double> ticks(int most) {
        return scale == Scale.LINEAR ? round(most) : powers(most);
    }

    private List<Double> powers(int most) {
        double base = scale == Scale.OCTAVES ? 2 : 10;
        double unit = StrictMath.log10(base);
        int first = (int) Math.ceil(StrictMath.log10(low) / unit - 1e-9);
        int last = (int) Math.floor(StrictMath.log10(high) / unit + 1e-9);
        int step = Math.max(1, (int) Math.ceil((last - first + 1.0) / most));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power, step) == 0) {
                ticks.add(StrictMath.pow(base, power));
            }
        }
        return ticks;
    }

    private List<Double> round(int most) {
        double unit = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / most)));
        double step = unit;
        for (double factor : new double[] {2, 5, 10}) {
            step = (high - low) / step > most ? unit * factor : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// Values between the labelled ones: 2 to 9 times each power of ten; none on other axes.
    List<Double> minorTicks() {
        List<Double> ticks = new ArrayList<>();
        if (scale == Scale.DECADES && high / low < 1e5) {
            for (double power = StrictMath.pow(10, Math.floor(StrictMath.log10(low))); power < high; power *= 10) {
                for (int i = 2; i < 10; i++) {
                    if (i * power > low && i * power <= high) {
                        ticks.add(i * power);
                    }
                }
            }
        }
        return ticks;
    }

    /// How a tick is labelled: 0.2, 10, 1000, 10⁴, 10⁻².
    String label(double tick) {
        int power = (int) Math.rint(StrictMath.log10(Math.abs(tick) + 1e-300));
        if (scale == Scale.DECADES && (power > 4 || power < -1 || low < 0.01)) {
            return "10" + raised(power);
        }
        double rounded = Math.rint(tick * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private static String raised(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        for (char digit : String.valueOf(Math.abs(power)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
