package dev.fathom.internal.engine;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Rule;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.event.Observer;
import dev.fathom.math.Rng;

/// Turns recipes into running searches. A resolver is its seed and where events go; members of a composite get forks.
///
/// @param seed from which all random numbers of the search derive
/// @param observer sees generations and restarts
public record Resolver(Rng seed, Observer observer) {

    Resolver fork(String key) {
        return new Resolver(seed.fork(key), observer);
    }

    Rng rng(String key) {
        return seed.fork(key);
    }

    Searcher open(Recipe recipe, Shape shape) {
        return switch (recipe) {
            case Recipe.Use use -> start(use.algorithm(), shape);
            case Recipe.Named named -> open(Catalog.entry(named.name()).recipe(), shape);
            case Recipe.Choose choose -> open(choice(choose, shape), shape);
            case Recipe.Chain chain -> new ChainSearcher(chain, shape, this);
            case Recipe.Portfolio portfolio -> new PortfolioSearcher(portfolio, shape, this);
            case Recipe.Restart restart -> new RestartSearcher(restart, shape, this);
        };
    }

    private Searcher start(Algorithm algorithm, Shape shape) {
        if (algorithm.traits().contains(Trait.NEEDS_BUDGET) && !shape.hasBudget()) {
            throw new IllegalArgumentException(
                    algorithm + " needs to know its budget. Maybe add a budget, or choose an optimizer that does not?");
        }
        Rng rng = rng("algorithm");
        return switch (algorithm) {
            case Generational<?> generational -> generational(generational, shape, rng);
            case Incremental<?> incremental -> incremental(incremental, shape, rng);
            case Sequential sequential -> new SequentialSearcher(sequential, shape, rng);
        };
    }

    // These two give the wildcard of the state a name.
    private <S> Searcher generational(Generational<S> algorithm, Shape shape, Rng rng) {
        return new GenerationalSearcher<>(algorithm, shape, rng, observer);
    }

    private static <S> Searcher incremental(Incremental<S> algorithm, Shape shape, Rng rng) {
        return new IncrementalSearcher<>(algorithm, shape, rng);
    }

    /// The recipe that a competence map takes for a shape.
    public static Recipe choice(Recipe.Choose choose, Shape shape) {
        return choose.rules().stream()
                .filter(rule -> rule.condition().holds(shape))
                .map(Rule::recipe)
                .findFirst()
                .orElse(choose.otherwise());
    }

    /// Whether a recipe ends with its search instead of being restarted.
    static boolean isOnce(Recipe recipe, Shape shape) {
        return switch (recipe) {
            case Recipe.Restart restart -> restart.policy() == Recipe.Policy.NEVER;
            case Recipe.Named named -> isOnce(Catalog.entry(named.name()).recipe(), shape);
            case Recipe.Choose choose -> isOnce(choice(choose, shape), shape);
            default -> false;
        };
    }

    /// How many note slots the rows of a recipe need.
    int notes(Recipe recipe, Shape shape) {
        return switch (recipe) {
            case Recipe.Use use ->
                use.algorithm() instanceof Sequential
                        ? SequentialSearcher.NOTES
                        : use.algorithm().notes(shape);
            case Recipe.Named named -> notes(Catalog.entry(named.name()).recipe(), shape);
            case Recipe.Choose choose -> notes(choice(choose, shape), shape);
            case Recipe.Chain chain ->
                1
                        + chain.stages().stream()
                                .mapToInt(s -> notes(s.recipe(), shape))
                                .max()
                                .orElse(0);
            case Recipe.Portfolio portfolio ->
                1
                        + portfolio.members().stream()
                                .mapToInt(m -> notes(m, shape))
                                .max()
                                .orElse(0);
            case Recipe.Restart restart -> 1 + notes(restart.recipe(), shape);
        };
    }
}
