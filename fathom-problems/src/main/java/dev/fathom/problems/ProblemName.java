package dev.fathom.problems;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a problem, taken apart: a function, then settings, each a key and a number, separated by colons.
///
/// ```
/// name     = function (":" setting)*        rastrigin   rastrigin:d40   ellipsoid:d20:condition1e3
/// function = a-z then a-z 0-9 . -           styblinski-tang
/// setting  = key number                     d40   condition1e3
/// key      = a-z                            d is the dimension
/// ```
///
/// The order of the settings does not matter; no key comes twice. [#toString()] writes the dimension first, then the
/// other keys in alphabetical order, and [#parse] reads it back as an equal name. Digits belong to a function's name
/// only before the first colon, so suites can number their functions.
///
/// @param function the name of the function
/// @param settings the numbers by key, sorted by key
public record ProblemName(String function, SortedMap<String, Double> settings) {

    /// The key of the dimension.
    public static final String DIMENSION = "d";

    private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9.-]*");
    private static final Pattern SETTING =
            Pattern.compile("(?<key>[a-z]+?)(?<number>[+-]?[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?)");

    /// Copies the settings.
    public ProblemName {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// Takes a name apart.
    ///
    /// @throws IllegalArgumentException if it is not of the form above; whether the function exists is not looked at
    public static ProblemName parse(String name) {
        String[] parts = name.split(":", -1);
        if (!FUNCTION.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" does not begin with the name of a function."
                    + " Maybe write it in small letters, such as \"sphere:d10\".");
        }
        SortedMap<String, Double> settings = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            put(settings, name, parts[i]);
        }
        return new ProblemName(parts[0], settings);
    }

    private static void put(SortedMap<String, Double> settings, String name, String part) {
        Matcher setting = SETTING.matcher(part);
        if (!setting.matches()) {
            throw new IllegalArgumentException("\"" + part + "\" in \"" + name
                    + "\" is not a key followed by a number. Maybe write \"d10\" for 10 dimensions.");
        }
        String key = setting.group("key");
        double number = Double.parseDouble(setting.group("number"));
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "\"" + part + "\" in \"" + name + "\" is too large for a number. Maybe take a smaller exponent.");
        }
        if (settings.put(key, number) != null) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" comes twice in \"" + name + "\". Maybe remove one of them.");
        }
    }

    /// The name as text: function, dimension, other settings.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(function);
        if (settings.containsKey(DIMENSION)) {
            append(text, DIMENSION);
        }
        settings.keySet().stream().filter(key -> !key.equals(DIMENSION)).forEach(key -> append(text, key));
        return text.toString();
    }

    private void append(StringBuilder text, String key) {
        text.append(':').append(key).append(plain(settings.getOrDefault(key, 0.0)));
    }

    /// Whole numbers below a million without point or exponent; all others in the shortest form that reads back
    /// exactly.
    static String plain(double number) {
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (exact.scale() >= 0 || Math.abs(number) < 1e6) {
            return exact.toPlainString();
        }
        return exact.unscaledValue() + "e" + -exact.scale();
    }
}
