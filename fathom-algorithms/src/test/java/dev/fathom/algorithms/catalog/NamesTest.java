package dev.fathom.algorithms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Catalog;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void namesAreUnique() {
        assertThat(new Names().entries())
                .extracting(Catalog.Entry::name)
                .doesNotHaveDuplicates()
                .contains("Auto", "CMA", "OldCMA", "OnePlusOne", "DE", "PSO", "NelderMead", "ScrHammersleySearch");
    }

    @Test
    void everyNameIsFoundOnTheClassPath() {
        for (Catalog.Entry entry : new Names().entries()) {
            assertThat(Catalog.entry(entry.name())).isEqualTo(entry);
        }
    }

    @Test
    void aliasesHaveTheRecipeOfTheirName() {
        for (Catalog.Entry entry : new Names().entries()) {
            if (entry.aliasOf() != null) {
                Catalog.Entry meant = new Names()
                        .entries().stream()
                                .filter(e -> e.name().equals(entry.aliasOf()))
                                .findFirst()
                                .orElseThrow();
                assertThat(entry.recipe()).isEqualTo(meant.recipe());
            }
        }
    }
}
