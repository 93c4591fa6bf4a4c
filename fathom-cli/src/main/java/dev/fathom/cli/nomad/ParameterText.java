package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.PerVariable;
import dev.fathom.cli.study.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits the text of a parameter file into lines: a name and its value each. What follows a word that begins with `#`,
/// and a line that begins with `%`, is a comment. A bracket goes on in the next lines until it is closed.
final class ParameterText {

    /// Parameters that hold values of variables without being numbers only.
    private static final Set<String> LISTS = Set.of("X0", "BB_INPUT_TYPE", "BB_OUTPUT_TYPE", "INITIAL_POLL_SIZE");

    private final String source;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String name = "";
    private int number;

    private ParameterText(String source) {
        this.source = source;
    }

    /// The lines of a text.
    ///
    /// @param source what errors begin with
    /// @throws BadInput if a name has no value, or a bracket or quote is not closed
    static List<Line> lines(String source, String text) {
        ParameterText reader = new ParameterText(source);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.stripLeading().startsWith("%") ? "" : reader.withoutComment(line, number);
            if (!content.isEmpty()) {
                reader.add(content, number);
            }
        }
        reader.end();
        return List.copyOf(reader.lines);
    }

    /// The line without its comment. A `#` counts only where a word begins, and not inside quotes.
    private String withoutComment(String line, int at) {
        char quote = 0;
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean begins = Character.isWhitespace(before);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (begins && c == '#') {
                return line.substring(0, i).strip();
            } else if (begins && (c == '"' || c == '\'')) {
                quote = c;
            }
            before = c;
        }
        if (quote != 0) {
            throw error(at, "the quote " + quote + " is not closed. Maybe add one at the end?");
        }
        return line.strip();
    }

    private void add(String content, int at) {
        String[] parts = content.split("\\s+", 2);
        if (isOpen() && !isKnown(parts[0])) {
            text.append(' ').append(content);
            return;
        }
        end();
        name = parts[0].toUpperCase(Locale.ROOT);
        number = at;
        text.append(parts.length > 1 ? parts[1] : "");
    }

    private static boolean isKnown(String word) {
        return word.length() > 1 && Vocabulary.names().contains(word.toUpperCase(Locale.ROOT));
    }

    private boolean isOpen() {
        return isList(name) && depth() > 0;
    }

    private int depth() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return depth;
    }

    private static boolean isList(String name) {
        return LISTS.contains(name)
                || Parameters.all().stream().anyMatch(p -> p.name().equals(name) && isPerVariable(p));
    }

    static boolean isPerVariable(Parameter<?> parameter) {
        return parameter.standard() instanceof PerVariable;
    }

    /// Ends the parameter that is being read.
    private void end() {
        if (!name.isEmpty()) {
            if (text.isEmpty()) {
                throw error(number, name + " has no value. Maybe remove the line?");
            }
            if (isList(name) && depth() != 0) {
                throw error(
                        number,
                        "a bracket of " + name + " is not " + (depth() > 0 ? "closed" : "opened") + ": " + text
                                + ". Maybe " + (depth() > 0 ? "add ) at the end?" : "add ( before the first value?"));
            }
            lines.add(new Line(name, text.toString(), number));
        }
        name = "";
        text.setLength(0);
    }

    private BadInput error(int at, String message) {
        return new BadInput(source + ": line " + at + ": " + message);
    }
}
