package dev.fathom.cli.study;

import java.util.ArrayList;
import java.util.List;

/// Splits a command line into words as a POSIX shell does, without expanding anything: blanks separate, single quotes
/// keep everything, double quotes keep all but backslashes before `"`, `\`, `$` and `` ` ``.
public final class Words {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private Words(String line) {
        this.line = line;
    }

    /// The words of a command line.
    ///
    /// @throws IllegalArgumentException if a quote is not closed, or there is no word
    public static List<String> split(String line) {
        Words words = new Words(line);
        words.read();
        if (words.words.isEmpty()) {
            throw new IllegalArgumentException("the command is empty. Maybe name a program?");
        }
        return List.copyOf(words.words);
    }

    private void read() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> end();
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> {
                    if (at < line.length()) {
                        add(line.charAt(at++));
                    }
                }
                default -> add(c);
            }
        }
        end();
    }

    private void quoted(char quote) {
        inWord = true;
        int begin = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0) {
                c = line.charAt(at++);
            }
            add(c);
        }
        throw new IllegalArgumentException(
                "the quote " + quote + " before '" + line.substring(begin) + "' is not closed. Maybe add another one?");
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
