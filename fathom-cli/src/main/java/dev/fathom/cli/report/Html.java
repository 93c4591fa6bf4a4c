package dev.fathom.cli.report;

import java.util.List;

/// Builds HTML text; whatever comes from a journal goes through [#escape].
final class Html {

    private final StringBuilder text = new StringBuilder();

    /// Text that shows as it is, in elements and in quoted attributes.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /// JSON as the content of a script element, which no string in it can end.
    static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /// Markup, unchanged.
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /// An element with a text.
    Html element(String tag, String content) {
        return raw("<" + tag + ">").raw(escape(content)).raw("</" + tag.split(" ")[0] + ">\n");
    }

    /// Opens a section with a heading; close it with `</section>`.
    Html section(String id, String heading) {
        return raw("<section id=\"" + id + "\">\n").element("h2", heading);
    }

    /// A place for a chart, with a caption.
    Html figure(String chart, String label, String caption) {
        raw("<figure><div class=\"chart\" data-chart=\"" + escape(chart) + "\" role=\"img\" aria-label=\""
                + escape(label) + "\"></div>");
        return caption.isEmpty()
                ? raw("</figure>\n")
                : element("figcaption", caption).raw("</figure>\n");
    }

    /// A table; columns whose cells are all numbers or dashes are set flush right.
    Html table(List<String> heads, List<List<String>> rows) {
        boolean[] numeric = new boolean[heads.size()];
        for (int j = 0; j < numeric.length; j++) {
            int column = j;
            numeric[j] = rows.stream().allMatch(row -> row.get(column).matches("–|−?[0-9][0-9.\u202fe−]*"));
        }
        raw("<div class=\"scroll\"><table>\n<thead>");
        row("th scope=\"col\"", heads, numeric).raw("</thead>\n<tbody>\n");
        rows.forEach(cells -> row("td", cells, numeric));
        return raw("</tbody></table></div>\n");
    }

    private Html row(String tag, List<String> cells, boolean[] numeric) {
        raw("<tr>");
        for (int j = 0; j < numeric.length; j++) {
            raw("<" + tag + (numeric[j] ? " class=\"number\"" : "") + ">")
                    .raw(escape(cells.get(j)))
                    .raw("</" + tag.substring(0, 2) + ">");
        }
        return raw("</tr>\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
