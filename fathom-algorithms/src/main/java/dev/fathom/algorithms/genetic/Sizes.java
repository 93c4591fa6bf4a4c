package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Shape;

/// How many rows a population has.
final class Sizes {

    private Sizes() {}

    static void check(int population) {
        if (population < 0 || population == 1) {
            throw new IllegalArgumentException("a population cannot have " + population
                    + " rows. Maybe 0, which chooses them from the dimension?");
        }
    }

    /// What is wanted, or 20 + ⌊10 ln d⌋ for 0, times the start's factor, at least the number of workers.
    static int of(int population, Shape shape) {
        int base = population > 0 ? population : 20 + (int) (10 * StrictMath.log(shape.dimension()));
        return shape.population(base);
    }
}
