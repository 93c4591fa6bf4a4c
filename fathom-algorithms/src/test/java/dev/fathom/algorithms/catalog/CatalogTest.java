package dev.fathom.algorithms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Trait;
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
    /// of 0.6.
    private static Contract contract(Entry entry) {
        Contract contract = Contract.of(entry.name(), Recipe.named(entry.name()));
        return entry.recipe() instanceof Recipe.Use use && learnsNothing(use.algorithm())
                ? contract.solving(0.6)
                : contract;
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
