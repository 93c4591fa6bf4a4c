package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// CoSyNE, cooperative synapse neuroevolution: every column is a population of its own, whose members are combined anew
/// in each generation.
///
/// Gomez, Schmidhuber, Miikkulainen, "Accelerated neural evolution through cooperatively coevolved synapses" (JMLR 9,
/// 2008), in the form of EvoTorch: the best quarter breeds children by crossover and mutation, the whole population is
/// shuffled column by column ([CosynePermutation]), and of elites, children and shuffled rows the best λ remain.
///
/// Elites keep the results they have, unless they are to be evaluated again, as EvoTorch does.
///
/// @param population λ ≥ 4, or 0, as in [GeneticAlgorithm]
/// @param eta distribution index of [SimulatedBinary], or 0 for one-point crossover, `[0, ∞)`
/// @param tournament rows of each tournament, at least 1
/// @param sigma of [GaussianMutation], in natural steps, `(0, ∞)`
/// @param probability of [GaussianMutation], `(0, 1]`
/// @param children bred in a generation, or 0 for two of each row of the best quarter
/// @param elites that compete with the new rows, `[0, λ]`
/// @param permuteAll whether all numbers leave their rows, see [CosynePermutation]
/// @param reevaluate whether elites are evaluated again with the new rows, which helps where evaluations are noisy
public record Cosyne(
        int population,
        double eta,
        int tournament,
        double sigma,
        double probability,
        int children,
        int elites,
        boolean permuteAll,
        boolean reevaluate)
        implements Vectorized<Cosyne.State> {

    private static final int FEWEST = 4;

    public Cosyne {
        Sizes.check(population);
        if ((population > 0 && population < FEWEST) || children < 0 || elites < 0) {
            throw new IllegalArgumentException("CoSyNE cannot have population " + population + ", " + children
                    + " children and " + elites + " elites. Maybe 0, 0 and 1?");
        }
        operators(eta, tournament, sigma, probability); // checks them
    }

    /// One-point crossover, tournaments of four, every number mutated by 0.1 natural steps, one elite.
    public Cosyne() {
        this(0, 0, 4, 0.1, 1, 0, 1, false, false);
    }

    public Cosyne withPopulation(int lambda) {
        return new Cosyne(lambda, eta, tournament, sigma, probability, children, elites, permuteAll, reevaluate);
    }

    public Cosyne withCrossover(double index, int rows) {
        return new Cosyne(population, index, rows, sigma, probability, children, elites, permuteAll, reevaluate);
    }

    public Cosyne withMutation(double naturalSteps, double share) {
        return new Cosyne(population, eta, tournament, naturalSteps, share, children, elites, permuteAll, reevaluate);
    }

    public Cosyne withChildren(int count) {
        return new Cosyne(population, eta, tournament, sigma, probability, count, elites, permuteAll, reevaluate);
    }

    public Cosyne withElites(int count) {
        return new Cosyne(population, eta, tournament, sigma, probability, children, count, permuteAll, reevaluate);
    }

    public Cosyne withPermuteAll(boolean wanted) {
        return new Cosyne(population, eta, tournament, sigma, probability, children, elites, wanted, reevaluate);
    }

    public Cosyne withReevaluation(boolean wanted) {
        return new Cosyne(population, eta, tournament, sigma, probability, children, elites, permuteAll, wanted);
    }

    private static List<Operator> operators(double eta, int tournament, double sigma, double probability) {
        return List.of(
                eta == 0 ? PointCrossover.one(tournament) : new SimulatedBinary(eta, tournament),
                new GaussianMutation(sigma, probability));
    }

    /// The population.
    ///
    /// @param lambda λ
    /// @param begin where and how the first rows are drawn
    /// @param rows λ rows of each search with their results, best first; null before the first results
    public record State(
            int lambda, Beginning begin, @Nullable Population rows) {}

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        return new State(Math.max(FEWEST, Sizes.of(population, shape)), Beginning.of(shape, starts), null);
    }

    @Override
    public int size(State s) {
        return s.rows() == null ? s.lambda() : shown(s) + bred(s) + s.lambda();
    }

    /// Elites that are evaluated again.
    private int shown(State s) {
        return reevaluate ? Math.min(elites, s.lambda()) : 0;
    }

    private int bred(State s) {
        return children > 0 ? children : 2 * (s.lambda() / 4);
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        Population all = s.rows();
        if (all == null) {
            return s.begin().sample(rows, noise);
        }
        int k = all.searches();
        int shown = Math.clamp(rows - bred(s) - s.lambda(), 0, shown(s));
        int permuted = Math.clamp(rows - shown - bred(s), 0, s.lambda());
        Tensor out = breed(s, all, rows - shown - permuted, noise.fork(0));
        if (permuted > 0) {
            out = Groups.join(out, shuffled(s, all, permuted, noise.fork(1)), k);
        }
        return shown == 0 ? out : Groups.join(Groups.first(all.x(), shown, k), out, k);
    }

    /// The first rows of the population, shuffled.
    private Tensor shuffled(State s, Population all, int count, Noise noise) {
        int k = all.searches();
        Breeding whole = new Breeding(all.x(), all.ranks(), k, count, s.begin().domain());
        return Groups.first(new CosynePermutation(permuteAll).of(whole, noise), count, k);
    }

    /// Children of the best quarter.
    private Tensor breed(State s, Population all, int count, Noise noise) {
        int quarter = s.lambda() / 4;
        int k = all.searches();
        Tensor parents = Groups.first(all.x(), quarter, k);
        Tensor ranks = Groups.first(all.ranks(), quarter, k);
        Breeding breeding = new Breeding(parents, ranks, k, count, s.begin().domain());
        return Operator.apply(operators(eta, tournament, sigma, probability), breeding, noise);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        Population old = s.rows();
        int kept = old == null || reevaluate ? 0 : Math.min(elites, s.lambda());
        Population pool = old == null || kept == 0 ? told : Groups.join(Groups.best(old, kept), told);
        return new State(s.lambda(), s.begin(), Groups.best(pool, s.lambda()));
    }

    @Override
    public Optional<Population> population(State s) {
        return Optional.ofNullable(s.rows());
    }
}
