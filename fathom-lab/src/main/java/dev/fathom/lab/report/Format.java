package dev.fathom.lab.report;

import java.util.Locale;

/// Numbers as tables show them.
final class Format {

    private Format() {}

    /// Whole numbers without a point.
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /// With so many digits after the point; a dash for not-a-number.
    static String fixed(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /// With its sign and three digits after the point.
    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
    }

    /// A loss or a count, two significant digits.
    static String brief(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return "∞";
        }
        if (value != 0 && (Math.abs(value) < 1e-2 || Math.abs(value) >= 1e4)) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replace("e-0", "e-")
                    .replace("e+0", "e");
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.0f" : "%.2g", value);
    }

    /// A probability.
    static String probability(double p) {
        return p < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }
}
