package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A run of some generations: what was seen of them and all rows evaluated.
record Generations(List<Generation> seen, List<Row> rows) {

    static Generations of(Enomad enomad, Shape shape, ToDoubleFunction<double[]> f, long budget, long seed) {
        List<Generation> seen = new ArrayList<>();
        Runs run = Runs.of(enomad.watching(seen::add), shape, f, budget, seed);
        return new Generations(seen, run.rows());
    }

    /// Σ (x_j - 1.3)²
    static double moved(double[] x) {
        return Arrays.stream(x).map(v -> (v - 1.3) * (v - 1.3)).sum();
    }

    Generation get(int number) {
        return seen.get(number - 1);
    }

    /// Individual `i` of a generation.
    Row individual(int number, int i) {
        return get(number).individuals().get(i);
    }

    double[][] points() {
        return rows.stream().map(row -> row.x).toArray(double[][]::new);
    }
}
