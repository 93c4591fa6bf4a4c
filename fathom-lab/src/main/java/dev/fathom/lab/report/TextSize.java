package dev.fathom.lab.report;

/// How wide a text may become. An estimate that is large enough for the usual sans-serif fonts, so that a picture is
/// laid out the same on every machine, with whatever fonts it has.
final class TextSize {

    private static final String NARROW = "iljtfrI.,:;|!'()[]-/ ";
    private static final String WIDE = "mwMW@%—~+=<>";

    private TextSize() {}

    /// Width in pixels at a font size in pixels.
    static double width(String text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            ems += ems(text.charAt(i));
        }
        return ems * size;
    }

    private static double ems(char c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.38;
        }
        return WIDE.indexOf(c) >= 0 ? 0.95 : Character.isUpperCase(c) ? 0.72 : 0.64;
    }
}
