package dev.fathom.algorithms.catalog;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithm.Recipe;

/// How the lines of a catalog are written.
final class Lines {

    private Lines() {}

    static Entry entry(String name, String family, Algorithm algorithm, String summary) {
        return entry(name, family, Recipe.use(algorithm), summary);
    }

    static Entry entry(String name, String family, Recipe recipe, String summary) {
        return new Entry(name, family, recipe, null, summary);
    }

    static Entry alias(String name, String aliasOf, String family, Algorithm algorithm) {
        return new Entry(name, family, Recipe.use(algorithm), aliasOf, "another name of " + aliasOf);
    }
}
