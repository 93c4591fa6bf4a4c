package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.alias;
import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.enomad.Enomad;
import dev.fathom.algorithms.evolution.Crossover;
import dev.fathom.algorithms.evolution.DifferentialEvolution;
import dev.fathom.algorithms.evolution.OnePlusOne;
import dev.fathom.algorithms.mads.DmultiMads;
import dev.fathom.algorithms.mads.Mads;
import dev.fathom.algorithms.mads.PsdMads;
import dev.fathom.algorithms.model.QuasiNewton;
import dev.fathom.algorithms.model.Scout;
import dev.fathom.algorithms.sampling.Halton;
import dev.fathom.algorithms.sampling.Hammersley;
import dev.fathom.algorithms.sampling.RandomSearch;
import dev.fathom.algorithms.swarm.ParticleSwarm;
import java.util.List;
import java.util.stream.Stream;

/// The registered names of this module, one line each.
public final class Names implements Catalog {

    private static final CmaEs CMA = new CmaEs();
    private static final DifferentialEvolution DE = new DifferentialEvolution();

    /// For the service loader.
    public Names() {}

    @Override
    public List<Entry> entries() {
        return Stream.of(
                        general(),
                        CmaNames.entries(),
                        NesNames.entries(),
                        LargeScaleNames.entries(),
                        TensorNames.entries(),
                        GeneticNames.entries())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> general() {
        return List.of(
                entry("Auto", "maps", Auto.recipe(), "chooses by columns, budget, workers and noise"),
                entry("CMA", "cma", CMA, "CMA-ES with active update (Hansen 2016)"),
                alias("OldCMA", "CMA", "cma", CMA),
                entry("IPOP-CMA", "cma", restarts(Policy.IPOP), "CMA-ES, restarted with doubled populations (2005)"),
                entry("BIPOP-CMA", "cma", restarts(Policy.BIPOP), "CMA-ES, restarted large and small (2009)"),
                entry("OnePlusOne", "evolution", new OnePlusOne(), "(1+1) evolution strategy, one-fifth rule (1973)"),
                entry("DE", "evolution", DE, "differential evolution, current-to-best (Storn and Price 1997)"),
                entry("OnePointDE", "evolution", crossing(Crossover.ONE_POINT), "DE with one-point crossover"),
                entry("TwoPointsDE", "evolution", crossing(Crossover.TWO_POINTS), "DE with two-point crossover"),
                entry("ENOMAD-EA", "enomad", Enomad.ea(), "evolution, refined in random subsets of columns (2025)"),
                entry("ENOMAD-rEA", "enomad", Enomad.rea(), "evolution near a prior, refined where it differs"),
                entry("DMultiMADS", "mads", new DmultiMads(), "MADS for several objectives (Bigeon et al. 2021)"),
                entry("PSO", "swarm", new ParticleSwarm(), "particle swarm (Clerc 2006)"),
                entry("NelderMead", "direct", new NelderMead(), "simplex method (1965), adaptive (Gao and Han 2012)"),
                entry("MADS", "mads", new Mads(), "mesh adaptive direct search (Audet and Dennis 2006; NOMAD 4)"),
                entry("PSD-MADS", "mads", new PsdMads(), "MADS in few variables at a time, side by side (2008)"),
                entry("CompassSearch", "direct", new CompassSearch(), "coordinate polls (Kolda et al. 2003)"),
                entry(
                        "QuasiNewton",
                        "model",
                        new QuasiNewton(),
                        "BFGS with gradients from differences, for smooth functions"),
                entry("Scout", "model", new Scout(), "finds out whether a function is separable, smooth or rugged"),
                entry("RandomSearch", "sampling", new RandomSearch(), "independent random points"),
                entry("HaltonSearch", "sampling", new Halton(false), "Halton sequence (1960)"),
                entry("ScrHaltonSearch", "sampling", new Halton(true), "Halton sequence, scrambled"),
                entry("HammersleySearch", "sampling", new Hammersley(false), "Hammersley set (1960)"),
                entry("ScrHammersleySearch", "sampling", new Hammersley(true), "Hammersley set, scrambled"));
    }

    private static Algorithm crossing(Crossover crossover) {
        return DE.withCrossover(crossover);
    }

    private static Recipe restarts(Policy policy) {
        return Recipe.use(CMA).restarting(policy);
    }
}
