package dev.fathom.examples;

import dev.fathom.Direction;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithms.genetic.FlipMutation;
import dev.fathom.algorithms.genetic.GeneticAlgorithm;
import dev.fathom.algorithms.genetic.Operator;
import dev.fathom.algorithms.genetic.PointCrossover;
import dev.fathom.space.Space;
import dev.fathom.tensor.Tensor;
import java.util.List;

/// What to take along: bits are bred by crossover and mutation, and by an operator of one's own.
public final class Knapsack {

    static final int[] VALUES = {
        360, 83, 59, 130, 431, 67, 230, 52, 93, 125, 670, 892, 600, 38, 48, 147, 78, 256, 63, 17
    };
    static final int[] WEIGHTS = {7, 1, 30, 22, 80, 94, 11, 81, 70, 64, 59, 18, 1, 36, 3, 8, 15, 42, 9, 2};
    static final int CAPACITY = 200;

    private Knapsack() {}

    /// Prints the best load.
    public static void main(String[] args) {
        Result<double[]> result = search(1);
        IO.println("value " + result.value() + " with " + java.util.Arrays.toString(result.best()));
    }

    static Result<double[]> search(long seed) {
        Operator lighten = (parents, noise) -> { // a tenth of the children leave each thing out with probability 0.2
            Tensor x = parents.x();
            Tensor children = x.substrate()
                    .uniform(x.rows(), 1, noise.fork(0))
                    .atMost(x.substrate().row(0.1));
            Tensor things = x.substrate()
                    .uniform(x.rows(), x.columns(), noise.fork(1))
                    .atMost(x.substrate().row(0.2));
            return things.times(children).choose(x.times(0), x);
        };
        GeneticAlgorithm genetic = new GeneticAlgorithm()
                .withPopulation(100)
                .withOperators(PointCrossover.two(3), new FlipMutation(1.0 / VALUES.length), lighten);
        return Study.of(Space.bits(VALUES.length), Objective.tensor(Knapsack::load))
                .goal(new Goal(List.of(Direction.MAXIMIZE), 1, false))
                .optimizer(genetic)
                .budget(10_000)
                .seed(seed)
                .run();
    }

    /// The value of each load, and how far it is above the capacity: from bits `[n×d]` to `[n×2]`.
    static Tensor load(Tensor x) {
        Tensor value = x.times(x.substrate().row(numbers(VALUES))).rowSums();
        Tensor weight = x.times(x.substrate().row(numbers(WEIGHTS))).rowSums();
        return value.beside(weight.plus(-CAPACITY));
    }

    private static double[] numbers(int[] whole) {
        return java.util.Arrays.stream(whole).asDoubleStream().toArray();
    }
}
