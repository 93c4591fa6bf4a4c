package dev.fathom.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A function that remembers what was asked of it: NaN is a failure.
final class Counting implements Oracle {

    private final ToDoubleFunction<double[]> f;
    final List<Row> rows = new ArrayList<>();
    final List<Integer> blocks = new ArrayList<>();

    Counting(ToDoubleFunction<double[]> f) {
        this.f = f;
    }

    /// `Σ (x - 1)²`.
    static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> (v - 1) * (v - 1)).sum();
    }

    @Override
    public Row at(double[] x) {
        return all(new double[][] {x})[0];
    }

    @Override
    public Row[] all(double[][] points) {
        blocks.add(points.length);
        return Arrays.stream(points).map(this::row).toArray(Row[]::new);
    }

    private Row row(double[] x) {
        Row row = new Row(rows.size(), x.clone(), 0);
        double value = f.applyAsDouble(x);
        if (Double.isNaN(value)) {
            row.fail();
        } else {
            row.tell(value, 0);
        }
        rows.add(row);
        return row;
    }
}
