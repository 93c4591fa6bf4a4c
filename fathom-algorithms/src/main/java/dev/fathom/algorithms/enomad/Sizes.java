package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Shape;

/// The numbers of a run: options with what is left to the shape filled in.
///
/// @param population P ≥ 2
/// @param elites `1 … P - 1`
/// @param subset `1 … d`
/// @param evaluations of a refinement, at least 1
/// @param mutated `0 … d`
record Sizes(int population, int elites, int subset, int evaluations, int mutated) {

    /// How many generations a budget should last: boxes of a tenth of half the range lead once through it.
    private static final int GENERATIONS = 20;

    private static final int POPULATION = 32;
    private static final int FEWEST = 4;
    private static final int EVALUATIONS = 150;
    /// Fewest evaluations of a refinement for each of its columns.
    private static final int PER_COLUMN = 5;

    static Sizes of(Enomad options, Shape shape) {
        int d = shape.dimension();
        Refinement refinement = options.refinement();
        Breeding breeding = options.breeding();
        int subset = Math.min(refinement.subsetSize(), d);
        int evaluations = refinement.evaluations() > 0 ? refinement.evaluations() : evaluations(options, subset, shape);
        int given = options.initial().population().size();
        int population = given > options.population() ? given : population(options, evaluations, shape);
        int elites = breeding.elites() > 0 ? breeding.elites() : (population + 1) / 2;
        int mutated = breeding.mutatedCoordinates() >= 0 ? breeding.mutatedCoordinates() : d <= 10 ? 2 : 5;
        return new Sizes(population, Math.min(elites, population - 1), subset, evaluations, Math.min(mutated, d));
    }

    /// As many as leave a generation of few individuals its share of the budget.
    private static int evaluations(Enomad options, int subset, Shape shape) {
        if (!shape.hasBudget()) {
            return EVALUATIONS;
        }
        int individuals = options.population() > 0 ? options.population() : 2 * FEWEST;
        long share = shape.budget() / GENERATIONS / individuals;
        long least = Math.min(EVALUATIONS, (long) PER_COLUMN * subset);
        return (int) Math.clamp(share, least, EVALUATIONS);
    }

    private static int population(Enomad options, int evaluations, Shape shape) {
        long share = shape.hasBudget() ? shape.budget() / GENERATIONS / evaluations : POPULATION;
        int base = options.population() > 0 ? options.population() : Math.clamp(share, FEWEST, POPULATION);
        return shape.start().scale(base);
    }
}
