package dev.fathom.algorithms.nes;

import dev.fathom.algorithm.Shape;
import java.util.Optional;

/// What natural evolution strategies have in common in their options and their end.
final class Settings {

    private Settings() {}

    /// @throws IllegalArgumentException if an option is outside its range
    static void check(
            String name, int population, int least, double step, double rateMean, double rateSigma, double tolerance) {
        if (population < least || !(step > 0) || !(rateMean > 0) || !(rateSigma > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException(name + " cannot have population " + population + ", step " + step
                    + ", learning rates " + rateMean + " and " + rateSigma + " and tolerance " + tolerance
                    + ". Maybe a population of at least " + least + ", and positive numbers for the others?");
        }
    }

    /// @throws IllegalArgumentException if an option is outside its range
    static void checkParents(String name, int population, int parents, int least, double step, double tolerance) {
        boolean rows = population == 0 || population >= least;
        boolean few = parents >= 0 && (population == 0 || parents <= population);
        if (!rows || !few || !(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException(name + " cannot have population " + population + ", " + parents
                    + " parents, step " + step + " and tolerance " + tolerance
                    + ". Maybe population 0 and parents 0, which choose them from the dimension, and step 1?");
        }
    }

    /// Number of parents, multiplied as the population is; 0 remains 0.
    static int parents(int base, Shape shape) {
        return base == 0 ? 0 : (int) Math.max(1, Math.floor(base * shape.start().population()));
    }

    /// Rows of a generation.
    ///
    /// @param base before it is multiplied by `shape.start().population()`
    static int rows(int base, int least, Shape shape) {
        return Math.max(least, shape.population(base));
    }

    static Optional<String> finished(TriangularNormal normal, Stagnation stagnation) {
        return normal.isExhausted()
                ? Optional.of("the covariance matrix is nearly singular")
                : stagnation.reason(normal.sigma());
    }
}
