package dev.fathom.examples;

import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Searches;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;

/// Several searches go side by side as one batch, so that one call evaluates the generations of all of them.
public final class SideBySide {

    private SideBySide() {}

    /// Prints the best loss of each search.
    public static void main(String[] args) {
        for (double loss : losses()) {
            IO.println(loss);
        }
    }

    static double[] losses() {
        Recipe recipe = Recipe.use(new Snes().withPopulation(60));
        Space<double[]> space = Space.reals(10, -5.12, 5.12);
        try (Searches searches = Optimizer.many(recipe, space, Goal.minimize(), Heap.of(2), 1, 2, 3, 4, 5)) {
            for (int generation = 0; generation < 300; generation++) {
                searches.tell(Populations.rastrigin(searches.ask())); // [5λ×10] to [5λ×1]
            }
            double[] losses = new double[searches.count()];
            for (int k = 0; k < losses.length; k++) {
                losses[k] = searches.best(k).orElseThrow().loss();
            }
            return losses;
        }
    }
}
