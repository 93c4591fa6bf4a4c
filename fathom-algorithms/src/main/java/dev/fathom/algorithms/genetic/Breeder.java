package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.Optional;

/// A search that breeds as a [GeneticAlgorithm] does, with options of its own.
public sealed interface Breeder extends Vectorized<GeneticAlgorithm.State> permits Nsga2, SteadyStateGa {

    /// What it comes to.
    GeneticAlgorithm scheme();

    @Override
    default GeneticAlgorithm.State start(Shape shape, Tensor starts, Noise noise) {
        return scheme().start(shape, starts, noise);
    }

    @Override
    default int size(GeneticAlgorithm.State s) {
        return scheme().size(s);
    }

    @Override
    default Tensor sample(GeneticAlgorithm.State s, int rows, Noise noise) {
        return scheme().sample(s, rows, noise);
    }

    @Override
    default GeneticAlgorithm.State update(GeneticAlgorithm.State s, Population told, Noise noise) {
        return scheme().update(s, told, noise);
    }

    @Override
    default Optional<Population> population(GeneticAlgorithm.State s) {
        return scheme().population(s);
    }

    @Override
    default Optional<String> finished(GeneticAlgorithm.State s) {
        return scheme().finished(s);
    }
}
