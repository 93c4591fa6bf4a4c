package dev.fathom.algorithms.genetic;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A genetic algorithm with at most one crossover and one mutation, applied in this order: EvoTorch's older interface.
/// Despite the name it breeds whole generations, as [GeneticAlgorithm] does.
///
/// @param population λ ≥ 2, or 0, as in [GeneticAlgorithm]
/// @param crossover null for none
/// @param mutation null for none; one of both is needed
/// @param elitist whether parents compete with their children
/// @param reevaluate whether elitist parents are evaluated again with their children
public record SteadyStateGa(
        int population,
        @Nullable Operator crossover,
        @Nullable Operator mutation,
        boolean elitist,
        boolean reevaluate) implements Breeder {

    public SteadyStateGa {
        Sizes.check(population);
    }

    /// Without operators yet.
    public SteadyStateGa(int population) {
        this(population, null, null, true, false);
    }

    /// With an operator more.
    ///
    /// @throws IllegalArgumentException if there is one of its kind
    public SteadyStateGa use(Operator operator) {
        boolean crosses = operator.isCrossover();
        Operator old = crosses ? crossover : mutation;
        if (old != null) {
            throw new IllegalArgumentException("there is " + old + " already, so that " + operator
                    + " cannot be used. Maybe GeneticAlgorithm, which takes any list of operators?");
        }
        return new SteadyStateGa(
                population, crosses ? operator : crossover, crosses ? mutation : operator, elitist, reevaluate);
    }

    public SteadyStateGa withElitism(boolean wanted) {
        return new SteadyStateGa(population, crossover, mutation, wanted, reevaluate);
    }

    public SteadyStateGa withReevaluation(boolean wanted) {
        return new SteadyStateGa(population, crossover, mutation, elitist, wanted);
    }

    @Override
    public GeneticAlgorithm scheme() {
        return new GeneticAlgorithm(
                population,
                Stream.of(crossover, mutation).filter(Objects::nonNull).toList(),
                elitist,
                reevaluate);
    }
}
