package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Genetic algorithm: children are bred by a list of operators, the best rows are the next parents.
///
/// With several objectives and [#elitist] it is the scheme of NSGA-II ([Nsga2] has its usual operators), since the
/// engine ranks rows by fronts and crowding distance; tournaments then compare both.
///
/// The first parents are drawn by [Domain#first]. Parents keep the results they have, unless they are to be evaluated
/// again, which helps where evaluations are noisy. Rows that were told but not bred here join like children.
///
/// @param population λ ≥ 2, or 0 for 20 + ⌊10 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers
/// @param operators applied in this order, at least one
/// @param elitist whether parents compete with their children
/// @param reevaluate whether elitist parents are evaluated again with their children, in generations of 2λ rows
public record GeneticAlgorithm(int population, List<Operator> operators, boolean elitist, boolean reevaluate)
        implements Vectorized<GeneticAlgorithm.State> {

    private static final int PATIENCE = 100;

    public GeneticAlgorithm {
        operators = List.copyOf(operators);
        Sizes.check(population);
        if (operators.isEmpty()) {
            throw new IllegalArgumentException(
                    "a genetic algorithm needs an operator, but has none. Maybe new GaussianMutation(0.1)?");
        }
    }

    /// Simulated binary crossover (η = 8) among winners of tournaments of four, Gaussian mutation by 0.03 natural
    /// steps.
    public GeneticAlgorithm() {
        this(0, List.of(new SimulatedBinary(8, 4), new GaussianMutation(0.03)), true, false);
    }

    public GeneticAlgorithm withPopulation(int lambda) {
        return new GeneticAlgorithm(lambda, operators, elitist, reevaluate);
    }

    public GeneticAlgorithm withOperators(Operator... inOrder) {
        return new GeneticAlgorithm(population, List.of(inOrder), elitist, reevaluate);
    }

    public GeneticAlgorithm withElitism(boolean wanted) {
        return new GeneticAlgorithm(population, operators, wanted, reevaluate);
    }

    public GeneticAlgorithm withReevaluation(boolean wanted) {
        return new GeneticAlgorithm(population, operators, elitist, wanted);
    }

    /// The parents of the next generation.
    ///
    /// @param lambda λ
    /// @param begin where and how the first ones are drawn
    /// @param parents λ rows of each search with their results, best first; null before the first results
    /// @param idle generations since the best value has changed
    public record State(
            int lambda, Beginning begin, @Nullable Population parents, int idle) {}

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        return new State(Sizes.of(population, shape), Beginning.of(shape, starts), null, 0);
    }

    @Override
    public int size(State s) {
        return s.parents() == null || !showsParents() ? s.lambda() : 2 * s.lambda();
    }

    private boolean showsParents() {
        return elitist && reevaluate;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        Population parents = s.parents();
        if (parents == null) {
            return s.begin().sample(rows, noise);
        }
        int shown = showsParents() ? Math.clamp(rows - s.lambda(), 0, s.lambda()) : 0;
        int k = parents.searches();
        Breeding breeding = new Breeding(
                parents.x(), parents.ranks(), k, rows - shown, s.begin().domain());
        Tensor children = Operator.apply(operators, breeding, noise);
        return shown == 0 ? children : Groups.join(Groups.first(parents.x(), shown, k), children, k);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        Population old = s.parents();
        Population pool = elitist && !reevaluate && old != null ? Groups.join(old, told) : told;
        Population best = Groups.best(pool, s.lambda());
        boolean same = old != null && old.f().at(0, 0) == best.f().at(0, 0);
        return new State(s.lambda(), s.begin(), best, same ? s.idle() + 1 : 0);
    }

    @Override
    public Optional<Population> population(State s) {
        return Optional.ofNullable(s.parents());
    }

    @Override
    public Optional<String> finished(State s) {
        Population parents = s.parents();
        boolean over = parents != null && s.idle() >= PATIENCE && Groups.areEqual(parents.x(), parents.searches());
        return over
                ? Optional.of("all parents are equal, and nothing was better for " + s.idle() + " generations")
                : Optional.empty();
    }
}
