package dev.fathom.algorithm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Registered names. A module that brings algorithms provides one as a service; see [ServiceLoader].
@FunctionalInterface
public interface Catalog {

    /// The names of this module, in the order in which they are listed.
    List<Entry> entries();

    /// A registered name.
    ///
    /// @param name unique over all catalogs on the class path
    /// @param family such as `evolution`, `cma`, `sampling`
    /// @param recipe how it searches
    /// @param aliasOf the name it stands for, if it is another name of the same recipe
    /// @param summary one line: what it is and where it comes from
    record Entry(
            String name,
            String family,
            Recipe recipe,
            @Nullable String aliasOf,
            String summary) {}

    /// All names on the class path.
    static List<Entry> all() {
        return ServiceLoader.load(Catalog.class).stream()
                .flatMap(provider -> provider.get().entries().stream())
                .toList();
    }

    /// The entry of a name.
    ///
    /// @throws IllegalArgumentException if no catalog has it; the message proposes the nearest names
    static Entry entry(String name) {
        List<Entry> all = all();
        Optional<Entry> found = all.stream().filter(e -> e.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException(unknown(name, all)));
    }

    private static String unknown(String name, List<Entry> all) {
        if (all.isEmpty()) {
            return "unknown optimizer '" + name
                    + "': no catalog is on the class path. Maybe fathom-algorithms is missing?";
        }
        List<String> near = all.stream()
                .map(Entry::name)
                .sorted(Comparator.comparingInt(n -> distance(n, name)))
                .limit(3)
                .toList();
        return "unknown optimizer '" + name + "'. Maybe " + String.join(", ", near)
                + "? `fathom list optimizers` shows all " + all.size() + ".";
    }

    /// Levenshtein distance without regard to case.
    private static int distance(String first, String second) {
        String a = first.toLowerCase(java.util.Locale.ROOT);
        String b = second.toLowerCase(java.util.Locale.ROOT);
        int[] row = java.util.stream.IntStream.rangeClosed(0, b.length()).toArray();
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
