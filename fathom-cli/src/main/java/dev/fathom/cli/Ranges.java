package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads whole numbers and ranges of them, such as `1-3,7`.
final class Ranges {

    private static final Pattern RANGE = Pattern.compile("(?<from>\\d{1,9})-(?<to>\\d{1,9})");
    private static final int MOST = 10_000;

    private Ranges() {}

    /// The numbers of an option, each once.
    ///
    /// @throws BadInput if a word is neither a number nor a range
    static List<Integer> numbers(String option, List<String> words) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String word : expanded(option, words)) {
            if (!word.matches("\\d{1,9}")) {
                throw new BadInput(option + ": '" + word + "' is no whole number. Maybe 1-3, or 2,5,10?");
            }
            numbers.add(Integer.valueOf(word));
        }
        return List.copyOf(numbers);
    }

    /// The words, ranges replaced by their numbers.
    ///
    /// @throws BadInput if a range ends before it begins
    static List<String> expanded(String option, List<String> words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            Matcher range = RANGE.matcher(word.strip());
            if (range.matches()) {
                int from = Integer.parseInt(range.group("from"));
                int to = Integer.parseInt(range.group("to"));
                if (from > to || to - from > MOST) {
                    throw new BadInput(option + ": the range " + word + " is empty or too long. Maybe 1-3?");
                }
                for (int i = from; i <= to; i++) {
                    all.add(String.valueOf(i));
                }
            } else {
                all.add(word.strip());
            }
        }
        return all;
    }
}
