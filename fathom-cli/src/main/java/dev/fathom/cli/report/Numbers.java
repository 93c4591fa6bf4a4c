package dev.fathom.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them.
final class Numbers {

    private static final MathContext DIGITS = new MathContext(6);

    private Numbers() {}

    /// A number with at most six significant digits; whole numbers below 10¹⁵ are not rounded.
    static String brief(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return grouped((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 9) {
            return rounded.toPlainString().replace('-', '−');
        }
        String digits = rounded.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value < 0 ? "−" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "−" : "")
                + Math.abs(exponent);
    }

    /// A whole number; from 10 000 on with thin spaces between groups of three digits.
    static String grouped(long value) {
        String digits = Math.abs(value) < 10_000
                ? String.valueOf(Math.abs(value))
                : String.format(Locale.ROOT, "%,d", Math.abs(value)).replace(',', '\u202f');
        return value < 0 ? "−" + digits : digits;
    }

    /// A parameter or loss of any type.
    static String of(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return value instanceof Number number ? brief(number.doubleValue()) : String.valueOf(value);
    }

    /// A number of things: `1 failure`, `3 failures`.
    static String count(long count, String thing) {
        return grouped(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /// A time in seconds: `0.12 ms`, `35 s`, `2 h 03 min`.
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "unknown";
        }
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 1e-6) {
            return rounded(seconds * 1e9) + " ns";
        }
        if (seconds < 0.001) {
            return rounded(seconds * 1e6) + " µs";
        }
        if (seconds < 1) {
            return rounded(seconds * 1e3) + " ms";
        }
        if (seconds < 60) {
            return rounded(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + two(whole % 60) + " s"
                : grouped(whole / 3600) + " h " + two(whole / 60 % 60) + " min";
    }

    private static String two(long value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }

    private static String rounded(double value) {
        return brief(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }
}
