package dev.fathom.cli.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Guesses which word was meant.
public final class NearWords {

    private NearWords() {}

    /// A question that proposes the words nearest to `word`: those at most a third of its letters away, else all of
    /// them.
    public static String maybe(String word, Collection<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        List<String> near = words.stream()
                .filter(w -> distance(w, word) <= Math.max(1, word.length() / 3))
                .sorted(Comparator.comparingInt(w -> distance(w, word)))
                .limit(3)
                .toList();
        return " Maybe " + (near.isEmpty() ? "one of " + String.join(", ", words) : String.join(" or ", near)) + "?";
    }

    /// Levenshtein distance without regard to case.
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
