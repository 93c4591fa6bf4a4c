package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Row;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Breeding: the best individuals are the parents and stay, their children take the places of the others.
///
/// Parents are chosen by rank, so that only the order of the individuals matters: of m parents, one that k others are
/// better than has weight m - k.
record Offspring(Breeding options, Sizes sizes, Range range) {

    /// Makes the next generation, parents first, best of all first.
    ///
    /// @param population evaluated individuals
    void replaceWorst(Row[] population, Rng rng) {
        int[] better = IntStream.range(0, population.length)
                .map(i -> better(population, i))
                .toArray();
        Integer[] order = new Integer[population.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> better[i])); // stable
        int elites = sizes.elites();
        Row[] parents = new Row[elites];
        double[] weights = new double[elites];
        for (int k = 0; k < elites; k++) {
            parents[k] = population[order[k]];
            weights[k] = Math.max(1, elites - better[order[k]]);
        }
        System.arraycopy(parents, 0, population, 0, elites);
        for (int i = elites; i < population.length; i++) {
            population[i] = child(parents, weights, rng);
        }
    }

    /// How many individuals are better; this orders them even where several objectives leave some incomparable.
    private static int better(Row[] population, int i) {
        int count = 0;
        for (Row other : population) {
            count += other.compareTo(population[i]) < 0 ? 1 : 0;
        }
        return count;
    }

    private Row child(Row[] parents, double[] weights, Rng rng) {
        int one = draw(weights, rng);
        int other = draw(weights, rng);
        double share = options.crossover().share(weights[one], weights[other]);
        double[] x = Crossover.mix(parents[one].x, parents[other].x, share, rng);
        mutate(x, rng);
        return Arrays.equals(x, parents[one].x) ? parents[one] : new Row(-1, x, 0);
    }

    /// An index with probability proportional to its weight.
    private static int draw(double[] weights, Rng rng) {
        double left = rng.nextDouble() * Arrays.stream(weights).sum();
        int i = 0;
        while (i < weights.length - 1 && left >= weights[i]) {
            left -= weights[i++];
        }
        return i;
    }

    /// Random reset of distinct coordinates.
    private void mutate(double[] x, Rng rng) {
        int[] columns = rng.permutation(x.length);
        for (int k = 0; k < sizes.mutated(); k++) {
            x[columns[k]] = range.draw(columns[k], rng);
        }
    }
}
