package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithms.cma.CmaOverTensors;
import dev.fathom.algorithms.distribution.Ars;
import dev.fathom.algorithms.distribution.Cem;
import dev.fathom.algorithms.distribution.OpenAiEs;
import dev.fathom.algorithms.distribution.Pgpe;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.Xnes;
import java.util.List;

/// The names of searches written over tensors.
final class TensorNames {

    private TensorNames() {}

    static List<Entry> entries() {
        return List.of(
                entry("SNES", "nes", new Snes(), "separable natural evolution strategy (Schaul et al. 2011)"),
                entry("XNES", "nes", new Xnes(), "exponential natural evolution strategy (Glasmachers et al. 2010)"),
                entry("PGPE", "distribution", new Pgpe(), "parameter-exploring policy gradients (Sehnke et al. 2010)"),
                entry("CEM", "distribution", new Cem(), "cross-entropy method (Rubinstein 1999)"),
                entry(
                        "OpenAIES",
                        "distribution",
                        new OpenAiEs(),
                        "evolution strategy with Adam (Salimans et al. 2017)"),
                entry("ARS", "distribution", new Ars(), "augmented random search (Mania et al. 2018)"),
                entry("TensorCMA", "cma", new CmaOverTensors(), "CMA-ES over whole populations (Hansen 2016)"),
                entry(
                        "TensorSepCMA",
                        "cma",
                        new CmaOverTensors().withSeparable(true),
                        "CMA-ES over whole populations with a diagonal covariance (Ros and Hansen 2008)"));
    }
}
