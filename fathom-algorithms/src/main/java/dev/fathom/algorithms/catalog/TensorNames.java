package dev.fathom.algorithms.catalog;

import dev.fathom.algorithm.Catalog.Entry;
import java.util.List;

/// The names of searches written over tensors.
final class TensorNames {

    private TensorNames() {}

    static List<Entry> entries() {
        return List.of();
    }
}
