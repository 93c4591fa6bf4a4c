package dev.fathom.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The vocabulary in which charts are written: pieces of Vega-Lite specifications as JSON data.
final class Spec {

    private Spec() {}

    /// A JSON map with keys in this order.
    static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    /// A chart of the rows of the report.
    ///
    /// @param detail least detail level of the rows it needs, see [ChartData]
    static Map<String, @Nullable Object> chart(int detail, int height, Object... layers) {
        return map(
                "usermeta", map("detail", detail),
                "width", "container",
                "height", height,
                "data", map("name", "rows"),
                "layer", List.of(layers));
    }

    /// A layer of marks in one of the styles of the theme.
    ///
    /// @param filter expression that chooses the rows, or empty
    static Map<String, @Nullable Object> layer(String filter, Object mark, Map<String, @Nullable Object> encoding) {
        Map<String, @Nullable Object> layer = map();
        if (!filter.isEmpty()) {
            layer.put("transform", List.of(map("filter", filter)));
        }
        layer.put("mark", mark);
        layer.put("encoding", encoding);
        return layer;
    }

    /// A mark with a style of the theme.
    static Map<String, @Nullable Object> mark(String type, String style) {
        return map("type", type, "style", style);
    }

    /// A channel of numbers.
    static Map<String, @Nullable Object> quantitative(String field) {
        return map("field", field, "type", "quantitative");
    }

    /// A channel of numbers with a title and an axis.
    static Map<String, @Nullable Object> number(String field, String title, Axis axis) {
        Map<String, @Nullable Object> channel = quantitative(field);
        channel.put("title", title);
        channel.put("scale", axis.scale());
        channel.put("axis", axis.marks());
        return channel;
    }

    /// An axis with a text at each of 0, 1, …
    static Map<String, @Nullable Object> labels(List<String> texts) {
        Map<String, @Nullable Object> axis = map("grid", false, "ticks", false, "labelOverlap", false);
        axis.put("values", IntStream.range(0, texts.size()).boxed().toList());
        axis.put("labelExpr", literal(texts) + "[datum.value]");
        return axis;
    }

    /// A value as it stands in an expression.
    static String literal(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
