package dev.fathom.cli.objective;

import dev.fathom.cli.study.ParameterNames;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a command in which `{name}` stands for a parameter.
///
/// `${name}` is left to the shell, and `{{name}}` is written for braces that should remain.
///
/// @param words the program and its arguments
record Template(List<String> words) {

    private static final Pattern HOLE =
            Pattern.compile("\\{\\{([^{}]*)}}|(?<!\\$)\\{([A-Za-z_][A-Za-z0-9_-]*(?:[.\\[][A-Za-z0-9_.\\[\\]-]*)?)}");

    Template {
        words = List.copyOf(words);
    }

    /// @throws IllegalArgumentException if it speaks of a parameter that is not in `names`
    void check(ParameterNames names) {
        for (String word : words) {
            Matcher matcher = HOLE.matcher(word);
            while (matcher.find()) {
                String name = matcher.group(2);
                if (name != null && !names.contains(name)) {
                    throw new IllegalArgumentException("{" + name + "}: " + names.unknown(name)
                            + " Braces that should remain are written {{" + name + "}}.");
                }
            }
        }
    }

    /// The words with the texts of the parameters; those of an option not taken are empty.
    List<String> fill(Map<String, String> texts) {
        return words.stream()
                .map(word -> HOLE.matcher(word).replaceAll(match -> Matcher.quoteReplacement(text(match, texts))))
                .toList();
    }

    private static String text(MatchResult match, Map<String, String> texts) {
        return match.group(1) != null ? "{" + match.group(1) + "}" : texts.getOrDefault(match.group(2), "");
    }
}
