package dev.fathom.benchmarks.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Row;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// A generation that is evaluated and sorted.
final class Population {

    private final Batch batch;
    private final Row[] rows;
    private final int notes;
    private final ToDoubleFunction<double[]> f;

    /// @param notes that the algorithm keeps with each row
    Population(int lambda, int d, int notes, ToDoubleFunction<double[]> f) {
        this.notes = notes;
        batch = new Batch(lambda, d, 1, notes);
        rows = new Row[lambda];
        this.f = f;
    }

    Batch batch() {
        return batch;
    }

    /// Evaluates the rows of the batch and sorts them.
    ///
    /// @return the best value
    double evaluate() {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[batch.dimension()], notes);
            batch.read(i, rows[i]);
            rows[i].tell(f.applyAsDouble(rows[i].x), 0);
        }
        Arrays.sort(rows);
        for (int i = 0; i < rows.length; i++) {
            batch.write(i, rows[i], false);
        }
        return rows[0].value();
    }
}
