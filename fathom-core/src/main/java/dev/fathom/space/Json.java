package dev.fathom.space;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads JSON-ready data, and checks numbers that come from outside.
final class Json {

    private Json() {}

    /// A number; also one written as text, as some readers of YAML give `1e-5`.
    static double real(Object json) {
        if (json instanceof Number number) {
            return number.doubleValue();
        }
        if (json instanceof String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new Complaint("'" + text + "' is not a number. Maybe a choice is meant?");
            }
        }
        throw new Complaint(json + " is not a number but " + typeOf(json) + ". Maybe it belongs to another parameter?");
    }

    /// A whole number that fits 32 bits; `3.0` is one.
    static int whole(Object json) {
        double value = real(json);
        if (value != Math.rint(value)) {
            throw new Complaint(json + " is not a whole number. Maybe type real is meant?");
        }
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new Complaint(json + " does not fit 32 bits. Maybe type real is meant?");
        }
        return (int) value;
    }

    static List<?> list(Object json) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw new Complaint(json + " is not a list but " + typeOf(json) + ". Maybe it needs brackets?");
    }

    static Map<?, ?> map(Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new Complaint(json + " is not a map but " + typeOf(json) + ". Maybe the names are missing?");
    }

    static boolean truth(Object json) {
        if (json instanceof Boolean value) {
            return value;
        }
        throw new Complaint(json + " is neither true nor false. Maybe it is quoted?");
    }

    /// What stands for an option in JSON: itself if it is JSON, the name of an enum constant, else what it prints.
    static Object label(Object value) {
        return switch (value) {
            case String s -> s;
            case Boolean b -> b;
            case Number n -> n;
            case List<?> l -> l;
            case Map<?, ?> m -> m;
            case Enum<?> e -> e.name();
            default -> value.toString();
        };
    }

    /// Equal for labels that mean the same: numbers are compared by value.
    static Object key(Object label) {
        if (label instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return label;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void checkBounds(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high) || low >= high) {
            throw new Complaint("low " + low + " is not below high " + high
                    + ". Maybe they are exchanged, or a constant is meant?");
        }
        if (low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new Complaint("no number lies between low " + low + " and high " + high + ". Maybe a sign is wrong?");
        }
        if (Double.isInfinite(high - low) && !Double.isInfinite(low) && !Double.isInfinite(high)) {
            throw new Complaint("the range from " + low + " to " + high + " is too wide. Maybe leave the bounds out?");
        }
    }

    static void checkPositive(double low) {
        if (!(low > 0)) {
            throw new Complaint("low " + low + " is not positive, as a logarithmic scale needs. Maybe use a small "
                    + "positive number, or no logarithmic scale?");
        }
    }

    static void checkStep(double step) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new Complaint("step " + step + " is not positive and finite. Maybe leave it out?");
        }
    }

    static void checkWithin(String what, double value, double low, double high) {
        if (!(value >= low && value <= high) || Double.isInfinite(value)) {
            throw new Complaint(
                    what + " " + value + " is not a number within " + low + " … " + high + ". Maybe widen the bounds?");
        }
    }

    static String typeOf(Object json) {
        return switch (json) {
            case String s -> "text";
            case Boolean b -> "a truth value";
            case Number n -> "a number";
            case List<?> l -> "a list";
            case Map<?, ?> m -> "a map";
            default -> "a " + json.getClass().getSimpleName();
        };
    }
}
