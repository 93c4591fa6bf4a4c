package dev.fathom.internal.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Guesses which word was meant, for error messages.
public final class NearWords {

    private static final int MOST = 3;

    private NearWords() {}

    /// A question that proposes what may have been meant, such as ` Maybe rastrigin?`: the nearest words, else all of
    /// them
    /// if they are few; nothing for no words.
    public static String maybe(String word, Collection<String> words) {
        List<String> near = near(word, words);
        if (!near.isEmpty()) {
            return " Maybe " + String.join(" or ", near) + "?";
        }
        return words.isEmpty() || words.size() > 12 ? "" : " Maybe one of " + String.join(", ", words) + "?";
    }

    /// Up to three words, nearest first: those that contain the word or begin it, and those that differ from it in at
    /// most a third
    /// of its letters, without regard to case.
    public static List<String> near(String word, Collection<String> words) {
        String meant = word.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(w -> isNear(meant, w.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt((String w) -> distance(meant, w.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String meant, String word) {
        return !meant.isEmpty()
                && (word.contains(meant)
                        || meant.startsWith(word)
                        || distance(meant, word) <= Math.max(1, meant.length() / 3));
    }

    /// Levenshtein's distance: the least number of letters to insert, delete or replace.
    static int distance(String a, String b) {
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
