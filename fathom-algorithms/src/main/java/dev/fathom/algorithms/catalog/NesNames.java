package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithms.nes.Enes;
import dev.fathom.algorithms.nes.Ones;
import dev.fathom.algorithms.nes.R1nes;
import dev.fathom.algorithms.nes.Sges;
import dev.fathom.algorithms.nes.VdCma;
import dev.fathom.algorithms.nes.VkdCma;
import java.util.List;

/// The names of natural evolution strategies.
final class NesNames {

    private NesNames() {}

    static List<Entry> entries() {
        return List.of(
                entry("ENES", "nes", ipop(new Enes()), "exact natural evolution strategy (Sun et al. 2009)"),
                entry("ONES", "nes", ipop(new Ones()), "original natural evolution strategy (Wierstra et al. 2008)"),
                entry("SGES", "nes", ipop(new Sges()), "search gradient evolution strategy (Wierstra et al. 2008)"),
                entry("R1NES", "nes", ipop(new R1nes()), "rank-one natural evolution strategy (Sun et al. 2013)"),
                entry("VDCMA", "nes", ipop(new VdCma()), "diagonal and one direction (Akimoto et al. 2014)"),
                entry("VKDCMA", "nes", ipop(new VkdCma()), "diagonal and k directions (Akimoto and Hansen 2016)"));
    }

    /// As PyPop7 does: again with a doubled population when the search stagnates.
    private static Recipe ipop(Algorithm algorithm) {
        return Recipe.use(algorithm).restarting(Policy.IPOP);
    }
}
