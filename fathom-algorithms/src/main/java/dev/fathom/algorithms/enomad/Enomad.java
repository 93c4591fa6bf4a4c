package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithms.enomad.Refinement.Novelty;
import dev.fathom.math.Rng;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// ENOMAD: an evolutionary search in which each generation an inner search refines every individual within a few
/// columns and a small box, after which the best half breeds.
///
/// After the documentation and behaviour of ENOMAD 0.1.0 (2025), an evolutionary algorithm around the mesh adaptive
/// direct search of NOMAD 4 (Audet, Le Digabel, Rochon Montplaisir and Tribes, ACM TOMS 2022). One generation:
///
/// 1. For each individual columns are chosen: `EA` draws a subset; `REA` takes the mask, those that differ from the
///    prior, if no individual before had the same, otherwise none.
/// 2. The inner search refines all individuals side by side in the [Reach] of their columns. An individual becomes the
///    best point found. One without columns is only evaluated, if that has not been done.
/// 3. The elites are parents and stay. Children take coordinates from two parents, chosen by rank, and some are drawn
///    anew; they take the places of the others.
///
/// `EA` begins with the prior and points drawn from the range, `REA` with copies of the prior, so that its individuals
/// stay near it: in few columns, more with the generations. [Drift] measures that. The range is that of the bounds; for
/// columns without two bounds from the least to the greatest coordinate of the initial vector and population, where
/// these are given and not all equal, otherwise one natural step around the prior. A start with a spread below 1
/// contracts it.
///
/// Where they are not given and the budget is known, population (at most 32) and evaluations of a refinement (at most
/// 150, at least 5 for each column of the subset) are such that about twenty generations fit; four individuals are the
/// fewest. The search never ends by itself as long as there are points to evaluate. It does not depend on the number of
/// workers, of which it can use as many as there are individuals, times [Refinement#block].
///
/// Deviations, where the original has defects or lacks what it documents:
/// - a value near 0 is no failed evaluation, and values are of any size;
/// - parents are chosen by rank, not in proportion to fitness, so that fitness of any sign serves and the best are
///   always preferred; children are always mutated;
/// - initial populations are accepted, also together with an initial vector;
/// - a fixed box is cut to the mask in `REA` too;
/// - boxes and mutations respect the bounds of the columns; whole numbers reach their neighbours;
/// - seed 0 is a seed, and every refinement has random numbers of its own;
/// - failed evaluations rank last of all, infeasible individuals behind feasible ones;
/// - `REA` refines a mask once a generation, with [Novelty#RUN] once a run; elites choose before children;
/// - the number of elites is an option, and an odd population keeps its size;
/// - a point whose value is known is not evaluated again: parents, children that equal theirs, copies of the prior, the
///   start of a refinement, which does not count as an evaluation either;
/// - refinements are really independent of each other and run in parallel;
/// - subsets and masks may have 50 columns and more: the limit came from NOMAD's quadratic models;
/// - subsets and mutations larger than the dimension mean all columns, so that one recipe serves all spaces;
/// - `EA` begins with the prior as one of its individuals, so that a search that goes on from another loses nothing;
/// - it minimizes.
///
/// @param mode how columns are chosen and where it begins
/// @param population number of individuals, at least 2; 0 to choose it from the budget; multiplied by
///     `shape.start().population()`
/// @param refinement of individuals
/// @param breeding of generations
/// @param initial individuals and range of mutation
/// @param watcher sees the generations
public record Enomad(
        Mode mode, int population, Refinement refinement, Breeding breeding, Initial initial, Watcher watcher)
        implements Sequential {

    /// Which columns are refined, and where the search begins.
    public enum Mode {
        /// Random subsets of the columns; begins all over the space.
        EA,
        /// The columns that differ from the prior; begins there.
        REA
    }

    public Enomad {
        if (population < 0 || population == 1 || (population > 0 && breeding.elites() >= population)) {
            throw new IllegalArgumentException("ENOMAD cannot have population " + population + " with "
                    + breeding.elites() + " elites. Maybe population 32 and 0 elites, which means half of it?");
        }
        if (population > 0 && initial.population().size() > population) {
            throw new IllegalArgumentException(
                    "there are " + initial.population().size() + " initial individuals for a population of "
                            + population + ". Maybe leave the population at 0?");
        }
        if (mode == Mode.REA && breeding.mutatedCoordinates() == 0) {
            throw new IllegalArgumentException("REA needs mutations, since all individuals begin at the same point, "
                    + "but 0 coordinates are mutated. Maybe 5?");
        }
    }

    private static Enomad of(Mode mode) {
        return new Enomad(mode, 0, new Refinement(), new Breeding(), new Initial(), Watcher.NOBODY);
    }

    /// Random subsets, everything else by default.
    public static Enomad ea() {
        return of(Mode.EA);
    }

    /// Masks, everything else by default.
    public static Enomad rea() {
        return of(Mode.REA);
    }

    public Enomad withPopulation(int individuals) {
        return new Enomad(mode, individuals, refinement, breeding, initial, watcher);
    }

    public Enomad withRefinement(Refinement other) {
        return new Enomad(mode, population, other, breeding, initial, watcher);
    }

    public Enomad withBreeding(Breeding other) {
        return new Enomad(mode, population, refinement, other, initial, watcher);
    }

    public Enomad withInitial(Initial other) {
        return new Enomad(mode, population, refinement, breeding, other, watcher);
    }

    /// The inner search, see [Refinement].
    public Enomad withInner(Recipe search) {
        return withRefinement(refinement.withInner(search));
    }

    /// Number of columns of a refinement in `EA`, see [Refinement].
    public Enomad withSubsetSize(int columns) {
        return withRefinement(refinement.withSubsetSize(columns));
    }

    /// Evaluations of a refinement, see [Refinement].
    public Enomad withEvaluations(int count) {
        return withRefinement(refinement.withEvaluations(count));
    }

    /// Half width of the box of a refinement, see [Reach.HalfWidth].
    public Enomad withHalfWidth(double share) {
        return withRefinement(refinement.withReach(new Reach.HalfWidth(share)));
    }

    /// The box of all refinements in standard coordinates, see [Reach.Fixed].
    public Enomad withBox(double[] low, double[] high) {
        return withRefinement(refinement.withReach(new Reach.Fixed(Points.of(low, high))));
    }

    /// How many points an inner search may evaluate at once, see [Refinement].
    public Enomad withBlock(int points) {
        return withRefinement(refinement.withBlock(points));
    }

    /// Which masks `REA` refines once only, see [Refinement].
    public Enomad withNovelty(Novelty memory) {
        return withRefinement(refinement.withNovelty(memory));
    }

    /// Number of parents, which stay, see [Breeding].
    public Enomad withElites(int parents) {
        return withBreeding(breeding.withElites(parents));
    }

    /// Number of coordinates of a child that are drawn anew, see [Breeding].
    public Enomad withMutatedCoordinates(int count) {
        return withBreeding(breeding.withMutatedCoordinates(count));
    }

    /// How parents are mixed, see [Breeding].
    public Enomad withCrossover(Crossover other) {
        return withBreeding(breeding.withCrossover(other));
    }

    /// Generations from one breeding to the next, see [Breeding].
    public Enomad withBreedingInterval(int generations) {
        return withBreeding(breeding.withInterval(generations));
    }

    /// The prior in standard coordinates, see [Initial].
    public Enomad withInitialVector(double... x) {
        return withInitial(initial.withVector(x));
    }

    /// The first individuals in standard coordinates, see [Initial].
    public Enomad withInitialPopulation(double[]... points) {
        return withInitial(initial.withPopulation(points));
    }

    /// The range of first individuals and mutations in standard coordinates, see [Initial].
    public Enomad withRange(double low, double high) {
        return withInitial(initial.withRange(low, high));
    }

    /// Passes each generation on once it is refined.
    public Enomad watching(Consumer<? super Generation> consumer) {
        return new Enomad(mode, population, refinement, breeding, initial, Watcher.of(consumer));
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.SIDE_BY_SIDE);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        return new Evolution(this, f, shape, rng).run();
    }
}
