package dev.fathom.internal.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as plain data: maps, lists, strings, numbers, booleans and null, on one line.
///
/// Whole numbers are read as `Long`, all others as `Double`. Numbers that are not finite are written as the strings
/// `"NaN"`,
/// `"Infinity"`, `"-Infinity"`.
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// The data of a JSON text.
    ///
    /// @throws IllegalArgumentException if it is not one JSON value
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is more than one JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// The object of a JSON text.
    ///
    /// @throws IllegalArgumentException if it is not one JSON object
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parseObject(String text) {
        if (parse(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not a JSON object: " + text);
    }

    private static @Nullable Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("the JSON text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("unexpected " + token + " in JSON");
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, read(parser));
        }
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> readArray(JsonParser parser) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(parser));
        }
        return Collections.unmodifiableList(list);
    }

    /// The JSON text of data, on one line.
    ///
    /// @throws IllegalArgumentException if it holds something that is not JSON-ready
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, member) -> {
                    out.writeName(String.valueOf(key));
                    write(member, out);
                });
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(member -> write(member, out));
                out.writeEndArray();
            }
            case double[] array -> {
                out.writeStartArray();
                for (double number : array) {
                    write(number, out);
                }
                out.writeEndArray();
            }
            case Double number -> writeDouble(number, out);
            case Float number -> write((double) number, out);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Number number -> write(number.doubleValue(), out);
            case Boolean bool -> out.writeBoolean(bool);
            case CharSequence text -> out.writeString(text.toString());
            case Enum<?> constant -> out.writeString(constant.name());
            default ->
                throw new IllegalArgumentException("cannot write " + value + " of " + value.getClass() + " as JSON");
        }
    }

    private static void writeDouble(double number, JsonGenerator out) {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeString(Double.toString(number));
        }
    }

    /// Data as it looks after being written and read again: the form in which two descriptions are compared.
    public static @Nullable Object normalize(@Nullable Object value) {
        return parse(write(value));
    }
}
