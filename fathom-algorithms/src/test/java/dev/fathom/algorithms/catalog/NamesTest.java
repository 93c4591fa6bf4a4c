package dev.fathom.algorithms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Study;
import dev.fathom.algorithm.Catalog;
import dev.fathom.event.Event;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void namedRestartsKeepDoublingTheirPopulation() {
        List<String> restarts = new ArrayList<>();
        Study.minimize(Space.reals(3, -5, 5), x -> Arrays.equals(x, new double[3]) ? -1 : 0)
                .optimizer("IPOP-CMA")
                .suggest(new double[3])
                .budget(2000)
                .observe(event -> {
                    if (event instanceof Event.Restarted restarted) {
                        restarts.add(restarted.next());
                    }
                })
                .run();
        assertThat(restarts).hasSizeGreaterThan(3);
        assertThat(restarts.get(0)).contains("population × 2.0");
        assertThat(restarts.get(2)).contains("population × 8.0");
    }
}
