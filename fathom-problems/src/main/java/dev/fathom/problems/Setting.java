package dev.fathom.problems;

/// A number that may be given in a problem's name.
///
/// @param key how it is called, small letters
/// @param normal its value when the name does not say it
/// @param least the smallest value allowed
/// @param most the largest value allowed
/// @param whole whether only whole numbers are allowed
record Setting(String key, double normal, double least, double most, boolean whole) {

    /// The dimension: whole, 10 unless said otherwise.
    static Setting dimension(int least) {
        return new Setting(ProblemName.DIMENSION, 10, least, Integer.MAX_VALUE, true);
    }

    /// The ratio of the largest to the smallest curvature: from 1 to 10³⁰, 10⁶ unless said otherwise.
    static Setting condition() {
        return new Setting("condition", 1e6, 1, 1e30, false);
    }

    /// The value that the name gives.
    ///
    /// @throws IllegalArgumentException if the value is not allowed
    double of(ProblemName name) {
        double value = name.settings().getOrDefault(key, normal);
        if (!(value >= least && value <= most) || (whole && value != Math.rint(value))) {
            throw new IllegalArgumentException(key + " in \"" + name + "\" is " + ProblemName.plain(value)
                    + ", but must be a " + (whole ? "whole " : "") + "number " + range() + ". Maybe write \"" + key
                    + (long) Math.max(least, normal) + "\".");
        }
        return value;
    }

    private String range() {
        return most == Integer.MAX_VALUE
                ? "of at least " + ProblemName.plain(least)
                : "from " + ProblemName.plain(least) + " to " + ProblemName.plain(most);
    }
}
