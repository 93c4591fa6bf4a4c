package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// NSGA-II: parents and children are ranked together by fronts and crowding distance, the better half are the next
/// parents (Deb, Pratap, Agarwal, Meyarivan, "A fast and elitist multiobjective genetic algorithm: NSGA-II", IEEE
/// Trans.
/// Evol. Comput. 6, 2002).
///
/// Deviations: tournaments of more than two rows; Gaussian instead of polynomial mutation, in natural steps; crossover
/// of every column, in its unbounded form.
///
/// @param population λ ≥ 2, or 0, as in [GeneticAlgorithm]
/// @param eta distribution index of [SimulatedBinary], `[0, ∞)`
/// @param tournament rows of each tournament, at least 1
/// @param sigma of [GaussianMutation], in natural steps, `(0, ∞)`
public record Nsga2(int population, double eta, int tournament, double sigma)
        implements Vectorized<GeneticAlgorithm.State> {

    public Nsga2 {
        new GeneticAlgorithm(population, operators(eta, tournament, sigma), true, false); // checks them
    }

    /// η = 8, tournaments of four, σ = 0.03.
    public Nsga2() {
        this(0, 8, 4, 0.03);
    }

    public Nsga2 withPopulation(int lambda) {
        return new Nsga2(lambda, eta, tournament, sigma);
    }

    public Nsga2 withEta(double index) {
        return new Nsga2(population, index, tournament, sigma);
    }

    public Nsga2 withTournament(int rows) {
        return new Nsga2(population, eta, rows, sigma);
    }

    public Nsga2 withSigma(double naturalSteps) {
        return new Nsga2(population, eta, tournament, naturalSteps);
    }

    private static List<Operator> operators(double eta, int tournament, double sigma) {
        return List.of(new SimulatedBinary(eta, tournament), new GaussianMutation(sigma));
    }

    private GeneticAlgorithm scheme() {
        return new GeneticAlgorithm(population, operators(eta, tournament, sigma), true, false);
    }

    @Override
    public GeneticAlgorithm.State start(Shape shape, Tensor starts, Noise noise) {
        return scheme().start(shape, starts, noise);
    }

    @Override
    public int size(GeneticAlgorithm.State s) {
        return scheme().size(s);
    }

    @Override
    public Tensor sample(GeneticAlgorithm.State s, int rows, Noise noise) {
        return scheme().sample(s, rows, noise);
    }

    @Override
    public GeneticAlgorithm.State update(GeneticAlgorithm.State s, Population told, Noise noise) {
        return scheme().update(s, told, noise);
    }

    @Override
    public Optional<Population> population(GeneticAlgorithm.State s) {
        return scheme().population(s);
    }

    @Override
    public Optional<String> finished(GeneticAlgorithm.State s) {
        return scheme().finished(s);
    }
}
