package dev.fathom.examples;

import dev.fathom.Objective;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.observe.DataTable;
import dev.fathom.observe.Pace;
import dev.fathom.space.Space;
import dev.fathom.tensor.Tensor;

/// A whole generation is evaluated at once: the objective is given a tensor with a setting in each row.
public final class Populations {

    private Populations() {}

    /// Prints how the best and the mean loss fell.
    public static void main(String[] args) {
        DataTable table = DataTable.of(Pace.every(20));
        Result<double[]> result = search(table);
        double[] best = table.column("best_eval");
        double[] mean = table.column("mean_eval");
        for (int k = 0; k < best.length; k++) {
            IO.println(best[k] + "  " + mean[k]);
        }
        IO.println(result.value() + " after " + result.evaluations() + " evaluations");
    }

    static Result<double[]> search(DataTable table) {
        return Study.minimize(
                        Space.reals(20, -5.12, 5.12),
                        Objective.tensor(Populations::rastrigin).byRows())
                .optimizer(new Snes().withPopulation(200))
                .budget(80_000)
                .seed(2)
                .observe(table)
                .run();
    }

    /// 10 d + Σ_j (x_j² − 10 cos 2π x_j): from settings `[n×d]` to losses `[n×1]`.
    static Tensor rastrigin(Tensor x) {
        Tensor waves = x.times(2 * Math.PI).cos().times(10);
        return x.square().minus(waves).rowSums().plus(10.0 * x.columns());
    }
}
