package dev.fathom.space;

import dev.fathom.math.Normal;
import dev.fathom.math.Rng;
import java.util.List;

/// n ordered options on one column: option i at `Φ(x + shift) ∈ (i/n, (i+1)/n]`, so that normal coordinates give each
/// option alike when there is no shift. An initial option shifts the centre of its bin to 0.
final class Bins implements Selector {

    private final int n;
    private final double shift;
    /// Upper ends of the bins but the last, increasing.
    private final double[] edges;

    private final double[] centers;

    Bins(int n, int init) {
        this.n = n;
        shift = init < 0 ? 0 : quantile(2 * init + 1, 2 * n);
        edges = new double[n - 1];
        centers = new double[n];
        for (int i = 0; i < n; i++) {
            centers[i] = quantile(2 * i + 1, 2 * n) - shift;
            if (i > 0) {
                edges[i - 1] = quantile(i, n) - shift;
            }
        }
    }

    private static double quantile(int part, int whole) {
        return 2 * part == whole ? 0 : Normal.quantile((double) part / whole);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int index(double[] x, int from) {
        return index(x[from]);
    }

    private int index(double coordinate) {
        double z = Double.isNaN(coordinate) ? 0 : coordinate;
        int below = 0;
        int end = n - 1;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (z > edges[middle]) {
                below = middle + 1;
            } else {
                end = middle;
            }
        }
        return below;
    }

    @Override
    public void write(int option, double[] x, int from) {
        x[from] = centers[option];
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        x[from] = rng.nextGaussian() - shift;
    }

    /// A Gaussian step of 1, at least to a neighbour.
    @Override
    public void change(double[] x, int from, Rng rng) {
        int old = index(x[from]);
        int option = index((Double.isNaN(x[from]) ? 0 : x[from]) + rng.nextGaussian());
        if (option == old) {
            boolean up = old == 0 || (old < n - 1 && rng.nextBoolean());
            option = up ? old + 1 : old - 1;
        }
        write(option, x, from);
    }

    @Override
    public List<Column> columns(List<Object> labels) {
        return List.of(Column.free("", Kind.ORDERED, n, 0).scaled(shift, 0));
    }
}
