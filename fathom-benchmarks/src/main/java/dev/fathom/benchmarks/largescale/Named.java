package dev.fathom.benchmarks.largescale;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Recipe;

/// Algorithms by their registered names.
final class Named {

    private Named() {}

    /// The algorithm that a name stands for, its restarts left out.
    ///
    /// @throws IllegalArgumentException if it is no single generational one
    static Generational<?> algorithm(String name) {
        Recipe recipe = Catalog.entry(name).recipe();
        while (recipe instanceof Recipe.Restart restart) {
            recipe = restart.recipe();
        }
        if (recipe instanceof Recipe.Use use && use.algorithm() instanceof Generational<?> algorithm) {
            return algorithm;
        }
        throw new IllegalArgumentException(name + " is not one generational algorithm. Maybe LMCMA?");
    }
}
