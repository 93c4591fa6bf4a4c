package dev.fathom.cli.nomad;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One parameter as a file gives it.
///
/// @param name in capitals
/// @param text what follows the name, without comments; a bracket over several lines is one text
/// @param number of its line in the file, from 1
record Line(String name, String text, int number) {

    /// A quoted text, or what stands between blanks.
    private static final Pattern WORD = Pattern.compile("\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|\\S+");

    /// The words, without the quotes around them.
    List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group("double") == null ? matcher.group("single") : matcher.group("double");
            words.add(quoted == null ? matcher.group() : quoted);
        }
        return words;
    }

    /// The words of a list of values, brackets and commas left out.
    List<String> values() {
        List<String> values = new ArrayList<>();
        for (String value : text.split("[\\s()\\[\\],;]+", -1)) {
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    /// Whether it is a list in brackets.
    boolean hasBracket() {
        return text.contains("(") || text.contains("[");
    }

    /// The same with another value.
    Line withText(String other) {
        return new Line(name, other, number);
    }

    @Override
    public String toString() {
        return name + " " + text;
    }
}
