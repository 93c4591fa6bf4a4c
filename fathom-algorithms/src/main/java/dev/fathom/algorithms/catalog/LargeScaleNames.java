package dev.fathom.algorithms.catalog;

import dev.fathom.algorithm.Catalog.Entry;
import java.util.List;

/// The names of evolution strategies for many columns.
final class LargeScaleNames {

    private LargeScaleNames() {}

    static List<Entry> entries() {
        return List.of();
    }
}
