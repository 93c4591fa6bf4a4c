package dev.fathom.algorithms;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Row;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Single generations, for tests that look into states.
public final class Generations {

    private Generations() {}

    /// Rows drawn from a state, unsorted and without values.
    public static <S> Batch sample(Generational<S> algorithm, S state, int d, Rng rng) {
        Batch batch = new Batch(algorithm.size(state), d, 1, 0);
        algorithm.sample(state, batch, rng);
        return batch;
    }

    /// The same rows with values, best first.
    public static Batch ranked(Batch batch, ToDoubleFunction<double[]> f) {
        Row[] rows = new Row[batch.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[batch.dimension()], 0);
            batch.read(i, rows[i]);
            rows[i].tell(f.applyAsDouble(rows[i].x), 0);
        }
        Arrays.sort(rows);
        Batch sorted = new Batch(rows.length, batch.dimension(), 1, 0);
        for (int i = 0; i < rows.length; i++) {
            sorted.write(i, rows[i], true);
        }
        return sorted;
    }

    /// A generation: drawn, evaluated, learned.
    public static <S> S step(Generational<S> algorithm, S state, int d, ToDoubleFunction<double[]> f, Rng rng) {
        return algorithm.update(state, ranked(sample(algorithm, state, d, rng), f), rng);
    }
}
