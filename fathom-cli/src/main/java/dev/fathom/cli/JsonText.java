package dev.fathom.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON documents for machines and people.
final class JsonText {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper LINE = JsonMapper.shared();

    private JsonText() {}

    /// A document over several lines.
    static String pretty(Object data) {
        return PRETTY.writeValueAsString(data);
    }

    /// Data on one line; texts without quotes.
    static String line(Object data) {
        return data instanceof String text ? text : LINE.writeValueAsString(data);
    }
}
