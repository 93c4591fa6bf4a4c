package dev.fathom.algorithms.genetic;

import java.util.List;

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
public record Nsga2(int population, double eta, int tournament, double sigma) implements Breeder {

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

    @Override
    public GeneticAlgorithm scheme() {
        return new GeneticAlgorithm(population, operators(eta, tournament, sigma), true, false);
    }
}
