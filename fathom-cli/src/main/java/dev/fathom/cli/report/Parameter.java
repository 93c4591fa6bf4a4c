package dev.fathom.cli.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One column of the settings.
///
/// @param key what the charts call it: `p0`, `p1`, …
/// @param name what the user calls it
/// @param options the options that were taken, in declared order; empty for numbers
/// @param low least number that was tried, 0 for options
/// @param high greatest number that was tried, 0 for options
/// @param log whether numbers are drawn on a logarithmic axis
/// @param optional whether some settings do not have it
record Parameter(
        String key, String name, List<String> options, double low, double high, boolean log, boolean optional) {

    /// Whether it takes one of several options rather than numbers.
    boolean isChoice() {
        return !options.isEmpty();
    }

    /// Whether it had the same value in every setting.
    boolean isConstant() {
        return isChoice() ? options.size() < 2 : low == high;
    }

    /// The value in a setting as the charts take it: a number, a text, or null where the parameter is missing.
    @Nullable
    Object value(Map<String, Object> setting) {
        Object value = setting.get(name);
        if (value == null) {
            return null;
        }
        return isChoice() ? String.valueOf(value) : value;
    }
}
