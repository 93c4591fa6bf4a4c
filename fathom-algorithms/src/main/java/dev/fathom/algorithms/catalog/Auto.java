package dev.fathom.algorithms.catalog;

import static dev.fathom.algorithm.Condition.all;
import static dev.fathom.algorithm.Condition.atLeast;
import static dev.fathom.algorithm.Condition.below;
import static dev.fathom.algorithm.Condition.is;
import static dev.fathom.algorithm.Condition.not;
import static dev.fathom.algorithm.Fact.BUDGET_PER_DIMENSION;
import static dev.fathom.algorithm.Fact.BUDGET_PER_WORKER;
import static dev.fathom.algorithm.Fact.CONSTRAINTS;
import static dev.fathom.algorithm.Fact.CONTINUOUS;
import static dev.fathom.algorithm.Fact.DIMENSION;
import static dev.fathom.algorithm.Fact.NOISY;
import static dev.fathom.algorithm.Fact.OBJECTIVES;
import static dev.fathom.algorithm.Fact.WORKERS;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Condition;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Length;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Recipe.Rule;
import dev.fathom.algorithm.Recipe.Stage;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.evolution.Crossover;
import dev.fathom.algorithms.evolution.DifferentialEvolution;
import dev.fathom.algorithms.evolution.OnePlusOne;
import dev.fathom.algorithms.model.Scout;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.sampling.Hammersley;
import java.util.List;

/// The competence map `Auto`: which search suits what is known before it begins. An unknown budget counts as unlimited.
///
/// - *Several objectives*: differential evolution compares a child with its parent only, so that incomparable points
///   live side by side.
/// - *Noise*: the mean of a distribution averages noise away, a single best point does not. The smaller the budget, the
///   smaller the population that still arrives: 4 + 3 ln d up to 60 d, then 4 + 10 ln d, from 600 d on 4 + 30 ln d.
/// - *Integers and choices*: a rounded function is flat in places, where a distribution goes on sampling but a single
///   point with a shrinking step stops. SNES first; from 100 d on the best of SNES, differential evolution and, for one
///   worker, compass search, which alone moves along single columns.
/// - *Fewer than two rounds of the workers*: nothing can be learned. Up to four columns a Hammersley set covers the
///   box; in more, a normal sample around the start has the better best point, the narrower the more columns.
/// - *1000 columns and more*, or 300 and black-box constraints: matrices would need more evaluations than there are,
/// and
///   O(d²) time. The (1+1) strategy descends fastest up to 100 d, then SNES.
/// - *Black-box constraints*: methods that only compare. Nelder-Mead uses each value at once, where CMA-ES waits for
///   generations: it is ahead up to 300 d for d < 5, up to 100 d for d < 15, and from 10 d to 60 d for d < 30. Below
///   10 d the (1+1) strategy is.
/// - *Fewer than three evaluations per column*: not enough to look in all directions; the (1+1) strategy.
/// - *Otherwise*, the common case of real columns: a [Scout] looks at 2d + 4 points. Sums of functions of one column
/// each
///   are solved column by column, smooth functions by quasi-Newton steps. Where that ends, or the function is rugged,
///   CMA-ES takes over at the best point, with restarts of small and large populations, which alone solves
///   ill-conditioned and rugged functions alike; from 300 columns on SNES, which learns d numbers rather than d²/2.
///   Several workers share the arms of the star and the differences of a gradient; even where most of them idle in
///   between and fill in with random points, this is ahead of distributions up to 128 workers.
///
/// The last rule and its parts come from the `bbob` functions, instances 1 to 5, d = 2 … 20 and 300, budgets 3 d to
/// 1000 d, 1 to 128 workers: docs/auto.md has the measurements. The bounds for noise and constraints come from mean
/// ranks
/// over rotated functions with optima spread over the box (quadratics of condition 1, 1e4 and 1e6, Rosenbrock's, sums
/// of
/// powers, Rastrigin's and Ackley's); those for integers, many columns and several objectives are judgement.
final class Auto {

    private static final CmaEs CMA = new CmaEs();
    private static final DifferentialEvolution DE = new DifferentialEvolution().withCrossover(Crossover.TWO_POINTS);

    private static final Condition ONE_WORKER = below(WORKERS, 2);

    private Auto() {}

    static Recipe recipe() {
        return Recipe.choose(
                List.of(
                        rule(Recipe.use(DE), atLeast(OBJECTIVES, 2)),
                        rule(noisy(), is(NOISY)),
                        rule(discrete(), not(is(CONTINUOUS))),
                        rule(oneShot(), below(BUDGET_PER_WORKER, 2)),
                        rule(large(), atLeast(DIMENSION, 1000)),
                        rule(large(), atLeast(DIMENSION, 300), atLeast(CONSTRAINTS, 1)),
                        rule(constrained(), atLeast(CONSTRAINTS, 1)),
                        rule(again(new OnePlusOne()), below(BUDGET_PER_DIMENSION, 3)),
                        rule(scouted(Recipe.use(new Snes()).restarting(Policy.IPOP)), atLeast(DIMENSION, 300))),
                scouted(bipop(CMA)));
    }

    private static Recipe scouted(Recipe then) {
        return new Recipe.Chain(List.of(
                new Stage(Recipe.use(new Scout()), Length.ofBudget(1), 1), new Stage(then, Length.ofBudget(1), 0.5)));
    }

    private static Recipe constrained() {
        return Recipe.choose(
                List.of(
                        rule(again(new NelderMead()), below(DIMENSION, 5), below(BUDGET_PER_DIMENSION, 300)),
                        rule(again(new NelderMead()), below(DIMENSION, 15), below(BUDGET_PER_DIMENSION, 100)),
                        rule(again(new OnePlusOne()), below(BUDGET_PER_DIMENSION, 10)),
                        rule(again(new NelderMead()), below(DIMENSION, 30), below(BUDGET_PER_DIMENSION, 60))),
                bipop(CMA));
    }

    private static Recipe noisy() {
        return Recipe.choose(
                List.of(
                        rule(Recipe.use(CMA), below(BUDGET_PER_DIMENSION, 60)),
                        rule(Recipe.use(CMA.withPopulationFactor(10)), below(BUDGET_PER_DIMENSION, 600))),
                Recipe.use(CMA.withPopulationFactor(30)));
    }

    private static Recipe discrete() {
        Recipe snes = Recipe.use(new Snes()).restarting(Policy.IPOP);
        return Recipe.choose(
                List.of(
                        rule(snes, below(BUDGET_PER_DIMENSION, 100)),
                        rule(Recipe.portfolio(0.3, snes, Recipe.use(DE), again(new CompassSearch())), ONE_WORKER)),
                Recipe.portfolio(0.3, snes, Recipe.use(DE)));
    }

    private static Recipe oneShot() {
        return Recipe.choose(
                List.of(
                        rule(Recipe.use(new Hammersley()), below(DIMENSION, 5)),
                        rule(Recipe.use(new Snes()), below(DIMENSION, 20))),
                Recipe.use(new Snes().withStep(0.5)));
    }

    private static Recipe large() {
        return Recipe.choose(
                List.of(rule(again(new OnePlusOne()), ONE_WORKER, below(BUDGET_PER_DIMENSION, 100))),
                Recipe.use(new Snes()).restarting(Policy.IPOP));
    }

    private static Recipe again(Algorithm algorithm) {
        return Recipe.use(algorithm).restarting(Policy.SAME);
    }

    private static Recipe bipop(Algorithm algorithm) {
        return Recipe.use(algorithm).restarting(Policy.BIPOP);
    }

    private static Rule rule(Recipe recipe, Condition... conditions) {
        return new Rule(conditions.length == 1 ? conditions[0] : all(conditions), recipe);
    }
}
