package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was searched and how, as the header of the journal tells it.
final class Description {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Run run;

    Description(Run run) {
        this.run = run;
    }

    String html() {
        Html html = new Html().section("space", "Space");
        List<List<String>> rows = new ArrayList<>();
        run.space()
                .parameters()
                .forEach((name, space) ->
                        rows.add(List.of(name, String.valueOf(space.get("type")), range(space), rest(space))));
        if (!rows.isEmpty()) {
            html.table(List.of("parameter", "type", "range", "further"), rows);
        }
        html.raw("</section>\n");
        Map<String, @Nullable Object> study = run.journal().map("study");
        if (!study.isEmpty()) {
            html.section("study", "Study")
                    .element("pre", PRETTY.writeValueAsString(study))
                    .raw("</section>\n");
        }
        return html.toString();
    }

    private static String range(Map<String, @Nullable Object> space) {
        if (space.get("values") instanceof List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (space.get("value") != null) {
            return text(space.get("value"));
        }
        boolean bounded = space.get("low") != null || space.get("high") != null;
        return bounded ? text(space.get("low")) + " … " + text(space.get("high")) : "–";
    }

    private static String rest(Map<String, @Nullable Object> space) {
        String rest = space.entrySet().stream()
                .filter(entry ->
                        !List.of("type", "low", "high", "values", "value").contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return rest.isEmpty() ? "–" : rest;
    }

    private static String text(@Nullable Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>
                ? JsonMapper.shared().writeValueAsString(value)
                : Numbers.of(value);
    }
}
