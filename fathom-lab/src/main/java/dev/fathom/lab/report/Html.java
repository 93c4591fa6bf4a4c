package dev.fathom.lab.report;

import java.util.List;

/// Pieces of a page. Texts are escaped, names of elements are not.
final class Html {

    private final StringBuilder text = new StringBuilder();

    /// An element with a text inside.
    Html element(String name, String inside) {
        return raw("<" + name + ">" + Svg.escape(inside) + "</" + name.split(" ")[0] + ">");
    }

    /// What is already HTML.
    Html raw(String html) {
        text.append(html).append('\n');
        return this;
    }

    /// A part that opens at a click.
    Html details(String summary, Html inside) {
        return raw("<details><summary>" + Svg.escape(summary) + "</summary>")
                .raw(inside.toString())
                .raw("</details>");
    }

    /// A table.
    ///
    /// @param names so many of the first columns hold names rather than numbers
    /// @param head HTML of the headings
    /// @param rows pieces of HTML that together make a `tr` element each
    Html table(String attributes, int names, List<String> head, List<List<String>> rows) {
        raw("<div class=\"scroll\"><table " + attributes + "><thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            raw("<th" + (i < names ? " class=\"name\"" : "") + ">" + head.get(i) + "</th>");
        }
        raw("</tr></thead><tbody>");
        for (List<String> row : rows) {
            raw(String.join("", row));
        }
        return raw("</tbody></table></div>");
    }

    /// A cell with a text, and with what a pointer over it tells.
    static String cell(String inside, String kind, String tip) {
        return "<td" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"")
                + (tip.isEmpty() ? "" : " title=\"" + Svg.escape(tip) + "\"") + ">" + Svg.escape(inside) + "</td>";
    }

    /// A cell with a text.
    static String cell(String inside) {
        return cell(inside, "", "");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
