package dev.fathom.lab.report;

import java.util.Locale;
import java.util.stream.Collectors;

/// Writes pictures as SVG 1.1.
final class Svg {

    static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private Svg() {}

    static String of(Picture picture) {
        String head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                + "font-family=\"%s\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#FFFFFF\"/>%n";
        return String.format(
                        Locale.ROOT,
                        head.replace("%n", "\n"),
                        picture.width(),
                        picture.height(),
                        picture.width(),
                        picture.height(),
                        FONTS)
                + picture.marks().stream().map(Svg::mark).collect(Collectors.joining("\n")) + "\n</svg>";
    }

    /// The text with the characters replaced that mean something in SVG and HTML.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String mark(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Area area ->
                "<path d=\"" + path(area.x(), area.y()) + "Z\" fill=\"" + area.color() + "\" fill-opacity=\""
                        + area.opacity() + "\"/>";
            case Mark.Box box -> box(box);
            case Mark.Dot dot -> dot(dot);
            case Mark.Text text -> text(text);
        };
    }

    private static String line(Mark.Line line) {
        Mark.Pen pen = line.pen();
        String dash = pen.dash().isEmpty()
                ? ""
                : " stroke-dasharray=\"" + pen.dash().stream().map(Svg::number).collect(Collectors.joining(" ")) + "\"";
        return "<path d=\"" + path(line.x(), line.y()) + "\" fill=\"none\" stroke=\"" + pen.color()
                + "\" stroke-width=\"" + number(pen.width()) + "\" stroke-linejoin=\"round\"" + dash
                + titled("path", line.title());
    }

    private static String box(Mark.Box box) {
        return "<rect x=\"" + number(box.x()) + "\" y=\"" + number(box.y()) + "\" width=\"" + number(box.width())
                + "\" height=\"" + number(box.height()) + "\" fill=\"" + box.color() + "\""
                + titled("rect", box.title());
    }

    private static String dot(Mark.Dot dot) {
        String paint = " fill=\"#FFFFFF\" stroke=\"" + dot.color() + "\" stroke-width=\"1.2\"";
        if (dot.form() == Mark.Form.CIRCLE) {
            return "<circle cx=\"" + number(dot.x()) + "\" cy=\"" + number(dot.y()) + "\" r=\"" + number(dot.radius())
                    + "\"" + paint + titled("circle", dot.title());
        }
        StringBuilder points = new StringBuilder();
        for (double corner : dot.corners()) {
            points.append(number(corner)).append(' ');
        }
        return "<polygon points=\"" + points.toString().strip() + "\"" + paint + titled("polygon", dot.title());
    }

    private static String text(Mark.Text text) {
        String anchor = text.anchor() == Mark.Anchor.START
                ? ""
                : " text-anchor=\"" + text.anchor().name().toLowerCase(Locale.ROOT) + "\"";
        String turn =
                text.turned() ? " transform=\"rotate(-90 " + number(text.x()) + " " + number(text.y()) + ")\"" : "";
        return "<text x=\"" + number(text.x()) + "\" y=\"" + number(text.y()) + "\" font-size=\"" + number(text.size())
                + "\" fill=\"" + text.color() + "\"" + anchor + (text.bold() ? " font-weight=\"bold\"" : "") + turn
                + ">" + escape(text.text()) + "</text>";
    }

    private static String titled(String element, String title) {
        return title.isEmpty() ? "/>" : "><title>" + escape(title) + "</title></" + element + ">";
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (i > 0 && i < x.length - 1 && isBetween(x, y, i)) {
                continue;
            }
            if (i > 0 && y[i] == y[i - 1]) {
                path.append('H').append(number(x[i]));
            } else if (i > 0 && x[i] == x[i - 1]) {
                path.append('V').append(number(y[i]));
            } else {
                path.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
            }
        }
        return path.toString();
    }

    /// Whether a point lies on the level line between its neighbours, so that nothing is lost without it.
    private static boolean isBetween(double[] x, double[] y, int i) {
        return y[i] == y[i - 1] && y[i] == y[i + 1] && (x[i] - x[i - 1]) * (x[i + 1] - x[i]) >= 0;
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
