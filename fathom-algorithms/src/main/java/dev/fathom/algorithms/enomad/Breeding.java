package dev.fathom.algorithms.enomad;

/// How a generation follows from the one before.
///
/// @param elites how many of the best individuals stay and are the parents, at least 1; 0 for half of the population,
///     rounded up. At least one place is left for a child
/// @param mutatedCoordinates how many coordinates of each child are drawn anew, all where there are fewer columns; -1
///     for 5, or 2 up to ten columns
/// @param crossover how a child takes its coordinates from two parents
/// @param interval number of generations from one breeding to the next, at least 1
public record Breeding(int elites, int mutatedCoordinates, Crossover crossover, int interval) {

    public Breeding {
        if (elites < 0 || mutatedCoordinates < -1 || interval < 1) {
            throw new IllegalArgumentException("breeding cannot have " + elites + " elites, " + mutatedCoordinates
                    + " mutated coordinates and interval " + interval
                    + ". Maybe 0 and -1, which choose them from population and columns, and 1?");
        }
    }

    /// Half of the population, mutations by dimension, uniform crossover with rate 0.5, every generation.
    public Breeding() {
        this(0, -1, new Crossover.Uniform(0.5), 1);
    }

    public Breeding withElites(int parents) {
        return new Breeding(parents, mutatedCoordinates, crossover, interval);
    }

    public Breeding withMutatedCoordinates(int count) {
        return new Breeding(elites, count, crossover, interval);
    }

    public Breeding withCrossover(Crossover other) {
        return new Breeding(elites, mutatedCoordinates, other, interval);
    }

    public Breeding withInterval(int generations) {
        return new Breeding(elites, mutatedCoordinates, crossover, generations);
    }
}
