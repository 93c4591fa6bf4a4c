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
/// Braces around anything that is neither a parameter nor a single word are left alone, too.
///
/// @param words the program and its arguments
/// @param names the parameters
record Template(List<String> words, ParameterNames names) {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([^{}]*)}}|(?<!\\$)\\{([^{}]*)}");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_-]*(?:[.\\[][\\p{L}\\p{M}\\p{N}_.\\[\\]-]*)?");
    private static final Pattern ELEMENT = Pattern.compile("(?<list>.+?)\\[\\d+](?:\\[\\d+]|\\.[^\\[\\]]+)*");

    Template {
        words = List.copyOf(words);
    }

    /// @throws IllegalArgumentException if it speaks of a parameter that is not in `names`
    void check() {
        for (String word : words) {
            Matcher matcher = HOLE.matcher(word);
            while (matcher.find()) {
                String name = matcher.group(2);
                if (name != null && !isParameter(name) && WORD.matcher(name).matches()) {
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

    private String text(MatchResult match, Map<String, String> texts) {
        if (match.group(1) != null) {
            return "{" + match.group(1) + "}";
        }
        return isParameter(match.group(2)) ? texts.getOrDefault(match.group(2), "") : match.group();
    }

    private boolean isParameter(String name) {
        Matcher element = ELEMENT.matcher(name);
        return names.paths().contains(name)
                || (element.matches() && names.paths().contains(element.group("list")));
    }
}
