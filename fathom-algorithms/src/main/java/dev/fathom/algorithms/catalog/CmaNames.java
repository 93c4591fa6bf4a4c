package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.alias;
import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.cma.CmaWithLearningRates;
import dev.fathom.algorithms.cma.CmaWithMargin;
import dev.fathom.algorithms.cma.OnePlusOneCma;
import dev.fathom.algorithms.nes.CrFmNes;
import dev.fathom.algorithms.nes.DxNesIc;
import java.util.List;

/// The names of variants of CMA-ES, and of the natural evolution strategies that move like them.
final class CmaNames {

    private static final CmaEs CMA = new CmaEs();
    private static final CmaEs ELITIST = CMA.withElitist(true);
    private static final OnePlusOneCma ONE = new OnePlusOneCma();

    private CmaNames() {}

    static List<Entry> entries() {
        return List.of(
                entry("ECMA", "cma", ELITIST, "CMA-ES in whose updates the best point takes part (pycma's elitism)"),
                alias("ElitistCMA", "ECMA", "cma", ELITIST),
                entry("CMAwM", "cma", new CmaWithMargin(), "CMA-ES with margin, for integers (Hamano et al. 2022)"),
                entry("LRA-CMA", "cma", new CmaWithLearningRates(), "learning rates adapted (Nomura et al. 2023)"),
                entry("OPOA2010", "cma", ONE, "(1+1)-CMA-ES with active update (Arnold and Hansen 2010)"),
                entry("OPOC2009", "cma", ONE.withActive(false), "(1+1)-CMA-ES with path (Suttorp et al. 2009)"),
                entry("OPOC2006", "cma", ONE.withActive(false).withPath(false), "(1+1)-CMA-ES (Igel et al. 2006)"),
                entry("CRFMNES", "nes", new CrFmNes(), "fast moving NES in O(d) (Nomura and Ono 2022)"),
                entry("DXNESIC", "nes", new DxNesIc(), "distance-weighted exponential NES (Nomura et al. 2021)"),
                alias("LSCMA", "CMA", "cma", CMA),
                entry("CMAsmall", "cma", CMA.withStep(0.3607), "CMA-ES with initial step 0.3607"),
                entry("CMAstd", "cma", CMA.withStep(0.4699), "CMA-ES with initial step 0.4699"),
                entry("TinyCMA", "cma", CMA.withStep(0.33), "CMA-ES with initial step 0.33"),
                entry("LargeCMA", "cma", CMA.withStep(3), "CMA-ES with initial step 3"),
                entry("MilliCMA", "cma", CMA.withStep(1e-3), "CMA-ES with initial step 0.001"),
                entry("LPCMA", "cma", CMA.withPopulationFactor(10), "CMA-ES with 4 + 10 ln d points"),
                entry("VLPCMA", "cma", CMA.withPopulationFactor(100), "CMA-ES with 4 + 100 ln d points"),
                entry(
                        "CMAtuning",
                        "cma",
                        ELITIST.withStep(0.4847).withPopulationFactor(1),
                        "elitist CMA-ES with initial step 0.4847 and 4 + ln d points"));
    }
}
