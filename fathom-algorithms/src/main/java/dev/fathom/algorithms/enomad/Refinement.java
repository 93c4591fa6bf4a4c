package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.mads.Mads;

/// How individuals are refined: on which columns, within which box, by what and for how long.
///
/// @param inner the inner search
/// @param subsetSize number of columns of a refinement in `EA`, at least 1; all columns where there are fewer. There is
///     no upper limit. In `REA` the columns are those that differ from the prior
/// @param evaluations of a refinement, at least 1, that of an individual not evaluated yet included; 0 for 150, fewer
///     where the budget would not last for twenty generations, see [Enomad]
/// @param reach the box of a refinement
/// @param block how many points the inner search may evaluate at once, at least 1. It is not the number of workers, so
///     that this does not change the search
/// @param novelty which sets of columns are refined once only, in `REA`
public record Refinement(Recipe inner, int subsetSize, int evaluations, Reach reach, int block, Novelty novelty) {

    /// The inner search where none is chosen.
    static final Recipe DEFAULT_INNER = Recipe.use(new Mads());

    /// How long `REA` remembers which set of columns was refined; individuals with a set refined before are only
    /// evaluated.
    public enum Novelty {
        /// Until the end of the generation, so that parents are refined again.
        GENERATION,
        /// Until the end of the run.
        RUN
    }

    public Refinement {
        if (subsetSize < 1 || evaluations < 0 || block < 1) {
            throw new IllegalArgumentException("a refinement cannot have subset size " + subsetSize + ", "
                    + evaluations + " evaluations and blocks of " + block
                    + ". Maybe 20, 0 (which chooses it from the budget) and 1?");
        }
    }

    /// Subsets of 20, evaluations by budget, half width 0.1, points one by one, novelty per generation.
    public Refinement() {
        this(DEFAULT_INNER, 20, 0, new Reach.HalfWidth(0.1), 1, Novelty.GENERATION);
    }

    public Refinement withInner(Recipe search) {
        return new Refinement(search, subsetSize, evaluations, reach, block, novelty);
    }

    public Refinement withSubsetSize(int columns) {
        return new Refinement(inner, columns, evaluations, reach, block, novelty);
    }

    public Refinement withEvaluations(int count) {
        return new Refinement(inner, subsetSize, count, reach, block, novelty);
    }

    public Refinement withReach(Reach box) {
        return new Refinement(inner, subsetSize, evaluations, box, block, novelty);
    }

    public Refinement withBlock(int points) {
        return new Refinement(inner, subsetSize, evaluations, reach, points, novelty);
    }

    public Refinement withNovelty(Novelty memory) {
        return new Refinement(inner, subsetSize, evaluations, reach, block, memory);
    }
}
