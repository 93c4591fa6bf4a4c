package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.alias;
import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithms.largescale.LmCma;
import dev.fathom.algorithms.largescale.LmMaEs;
import dev.fathom.algorithms.largescale.MaEs;
import dev.fathom.algorithms.largescale.MmEs;
import dev.fathom.algorithms.largescale.R1Es;
import dev.fathom.algorithms.largescale.RmEs;
import dev.fathom.algorithms.largescale.SepCmaEs;
import java.util.List;

/// The names of evolution strategies for many columns.
final class LargeScaleNames {

    private LargeScaleNames() {}

    static List<Entry> entries() {
        LmCma first = new LmCma(LmCma.Version.GECCO_2014);
        return List.of(
                entry("SEPCMAES", "large", new SepCmaEs(), "CMA-ES with a diagonal (Ros and Hansen 2008)"),
                entry("LMCMA", "large", new LmCma(), "limited-memory CMA-ES (Loshchilov 2017)"),
                entry("LMCMAES", "large", first, "limited-memory CMA-ES, first version (Loshchilov 2014)"),
                entry("LMMAES", "large", new LmMaEs(), "limited-memory matrix adaptation (Loshchilov et al. 2019)"),
                entry("MAES", "large", new MaEs(), "matrix adaptation (Beyer and Sendhoff 2017)"),
                alias("FMAES", "MAES", "large", new MaEs()),
                entry("R1ES", "large", new R1Es(), "rank-one evolution strategy (Li and Zhang 2018)"),
                entry("RMES", "large", new RmEs(), "rank-m evolution strategy (Li and Zhang 2018)"),
                entry("MMES", "large", new MmEs(), "mixture of directions (He et al. 2021)"));
    }
}
