package dev.fathom.algorithms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import dev.fathom.testkit.Contract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every registered name keeps every promise of the contract.
class CatalogTest {

    @TestFactory
    Stream<DynamicContainer> everyNameKeepsTheContract() {
        return Catalog.all().stream()
                .map(e ->
                        DynamicContainer.dynamicContainer(e.name(), contract(e).tests()));
    }

    /// Methods that learn nothing need only come near: among 300 uniform points in the box, the best has a median loss
    /// of 0.6. Methods with at least 100 rows in a generation would learn ten times at most in 1,000 evaluations: they
    /// get 20,000.
    private static Contract contract(Entry entry) {
        Contract contract = Contract.of(entry.name(), Recipe.named(entry.name()));
        if (entry.recipe() instanceof Recipe.Use use && learnsNothing(use.algorithm())) {
            return contract.solving(0.6);
        }
        return hasLargeGenerations(entry.recipe()) ? contract.withBudget(20_000) : contract;
    }

    private static boolean hasLargeGenerations(Recipe recipe) {
        return switch (recipe) {
            case Recipe.Restart restart -> hasLargeGenerations(restart.recipe());
            case Recipe.Use use ->
                use.algorithm() instanceof Generational<?> generational
                        && !learnsNothing(generational)
                        && size(generational) >= 100;
            default -> false;
        };
    }

    private static <S> int size(Generational<S> algorithm) {
        return algorithm.size(algorithm.start(Shape.reals(3), Rng.of(1)));
    }

    private static boolean learnsNothing(Algorithm algorithm) {
        return algorithm.traits().contains(Trait.ONE_SHOT);
    }

    @Test
    void namesAreUniqueAndAliasesLead() {
        assertThat(Catalog.all())
                .extracting(Entry::name)
                .contains("Auto", "CMA", "DE")
                .doesNotHaveDuplicates();
        assertThat(Catalog.all())
                .filteredOn(e -> e.aliasOf() != null)
                .allSatisfy(e -> assertThat(e.recipe())
                        .isEqualTo(Catalog.entry(String.valueOf(e.aliasOf())).recipe()));
    }
}
