package dev.fathom.problems;

import java.util.Comparator;
import java.util.List;

/// Names that somebody may have meant.
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    /// Up to five of the names, nearest first: those that contain the word or begin it, and those that differ from it
    /// in at most a third of its letters.
    static List<String> of(String word, List<String> names) {
        return names.stream()
                .filter(name -> name.contains(word)
                        || word.startsWith(name)
                        || distance(word, name) <= Math.max(1, word.length() / 3))
                .sorted(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /// Levenshtein's distance: the least number of letters to insert, delete or replace.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
