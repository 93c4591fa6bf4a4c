package dev.fathom.lab.report;

import java.util.List;
import java.util.Locale;

/// Colours for numbers in [0, 1], readable with any kind of colour vision and in grey (for [#RISING]).
enum Shade {
    /// From light yellow over green to dark blue.
    RISING(List.of("#FFFFE5", "#C7E9B4", "#41B6C4", "#2C7FB8", "#253494", "#081D58")),
    /// From orange (0) over white (0.5) to blue (1).
    BALANCED(List.of("#B35806", "#F1A340", "#FEE0B6", "#F7F7F7", "#C6DBEF", "#6BAED6", "#2166AC"));

    static final String UNKNOWN = "#F0F0F0";

    private final List<String> stops;

    Shade(List<String> stops) {
        this.stops = stops;
    }

    /// The colour of a value; light grey for not-a-number.
    String of(double value) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        double place = Math.max(0, Math.min(1, value)) * (stops.size() - 1);
        int below = Math.min((int) place, stops.size() - 2);
        int low = Integer.decode(stops.get(below));
        int high = Integer.decode(stops.get(below + 1));
        double part = place - below;
        return String.format(
                Locale.ROOT,
                "#%02X%02X%02X",
                mix(low, high, 16, part),
                mix(low, high, 8, part),
                mix(low, high, 0, part));
    }

    private static int mix(int low, int high, int shift, double part) {
        int from = low >> shift & 0xFF;
        int to = high >> shift & 0xFF;
        return (int) Math.rint(from + part * (to - from));
    }

    /// Black or white, whichever can be read on the colour.
    static String ink(String color) {
        int rgb = Integer.decode(color);
        double light = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        return light > 140 ? Style.INK : "#FFFFFF";
    }
}
