package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithms.catalog.Lines.entry;

import dev.fathom.algorithm.Catalog.Entry;
import dev.fathom.algorithms.genetic.Cosyne;
import dev.fathom.algorithms.genetic.GaussianMutation;
import dev.fathom.algorithms.genetic.GeneticAlgorithm;
import dev.fathom.algorithms.genetic.MapElites;
import dev.fathom.algorithms.genetic.Nsga2;
import dev.fathom.algorithms.genetic.SimulatedBinary;
import dev.fathom.algorithms.genetic.SteadyStateGa;
import java.util.List;

/// The names of genetic algorithms over tensors.
final class GeneticNames {

    private static final SteadyStateGa STEADY =
            new SteadyStateGa(0).use(new SimulatedBinary(8, 4)).use(new GaussianMutation(0.03));

    private GeneticNames() {}

    static List<Entry> entries() {
        return List.of(
                entry("GA", "genetic", new GeneticAlgorithm(), "genetic algorithm with real-valued operators"),
                entry("SteadyStateGA", "genetic", STEADY, "genetic algorithm, as EvoTorch's older interface has it"),
                entry("NSGA2", "genetic", new Nsga2(), "NSGA-II, for several objectives (Deb et al. 2002)"),
                entry("CoSyNE", "genetic", new Cosyne(), "cooperative synapse neuroevolution (Gomez et al. 2008)"),
                entry("MAPElites", "genetic", new MapElites(), "the best of every cell (Mouret and Clune 2015)"));
    }
}
