package dev.fathom.algorithms.catalog;

import dev.fathom.algorithm.Catalog.Entry;
import java.util.List;

/// The names of variants of CMA-ES.
final class CmaNames {

    private CmaNames() {}

    static List<Entry> entries() {
        return List.of();
    }
}
