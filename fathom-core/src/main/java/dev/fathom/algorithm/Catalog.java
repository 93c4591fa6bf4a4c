package dev.fathom.algorithm;

import dev.fathom.internal.words.NearWords;
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
        List<String> names = all.stream().map(Entry::name).toList();
        return "unknown optimizer '" + name + "'." + NearWords.maybe(name, names)
                + " `fathom list optimizers` shows all " + names.size() + ".";
    }
}
