package dev.fathom;

import dev.fathom.algorithm.Recipe;

/// How to search.
///
/// @param recipe the method
/// @param budget how many evaluations
/// @param workers how many evaluations may be pending at once, at least 1
/// @param seed from which all random numbers derive
public record Search(Recipe recipe, Budget budget, int workers, long seed) {

    /// The seed where none is chosen: runs are reproducible unless another one is asked for.
    public static final long DEFAULT_SEED = 1;

    public Search {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, but is " + workers);
        }
    }

    /// One worker, the default seed.
    public static Search of(Recipe recipe, Budget budget) {
        return new Search(recipe, budget, 1, DEFAULT_SEED);
    }

    /// The same with another budget.
    public Search withBudget(Budget other) {
        return new Search(recipe, other, workers, seed);
    }

    /// The same with another number of workers.
    public Search withWorkers(int count) {
        return new Search(recipe, budget, count, seed);
    }

    /// The same with another seed.
    public Search withSeed(long other) {
        return new Search(recipe, budget, workers, other);
    }

    /// The method in a word, where it has a name.
    String method() {
        return recipe instanceof Recipe.Named named ? named.name() : recipe.toString();
    }
}
