package dev.fathom.algorithms.catalog;

import dev.fathom.algorithm.Catalog.Entry;
import java.util.List;

/// The names of natural evolution strategies.
final class NesNames {

    private NesNames() {}

    static List<Entry> entries() {
        return List.of();
    }
}
