package dev.fathom.lab.report;

import java.util.List;

/// How one algorithm looks in every picture. Seven colours are those of Okabe and Ito ("Color universal design", 2008),
/// without yellow, which white paper swallows, three of Tol ("Colour schemes", 2021); people with any kind of colour
/// vision can tell neighbours apart. Line patterns change along, so that 30 algorithms differ.
///
/// @param pen of its lines
/// @param form of its markers
/// @param marked whether measured points are marked
record Style(Mark.Pen pen, Mark.Form form, boolean marked) {

    static final String INK = "#222222";
    static final String SOFT = "#666666";
    static final String FAINT = "#E4E4E4";

    private static final List<String> COLORS = List.of(
            "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9", "#882255", "#999933",
            "#332288");
    private static final List<List<Double>> DASHES = List.of(List.of(), List.of(8.0, 3.0), List.of(9.0, 3.0, 2.0, 3.0));
    private static final List<String> GREYS = List.of("#4D4D4D", "#737373", "#8C8C8C");

    /// The style of the i-th algorithm, from 0.
    static Style of(int i) {
        String color = COLORS.get(i % COLORS.size());
        return new Style(new Mark.Pen(color, 2, DASHES.get(i % DASHES.size())), Mark.Form.CIRCLE, false);
    }

    /// The style of the i-th peer, from 0: grey, with markers.
    static Style peer(int i) {
        Mark.Form[] forms = Mark.Form.values();
        Mark.Pen pen = new Mark.Pen(GREYS.get(i % GREYS.size()), 1.2, List.of(4.0, 3.0));
        return new Style(pen, forms[i % forms.length], true);
    }

    /// The style of algorithms that are only there to show the field.
    static Style background() {
        return new Style(Mark.Pen.of("#CFCFCF", 0.8), Mark.Form.CIRCLE, false);
    }

    String color() {
        return pen.color();
    }
}
