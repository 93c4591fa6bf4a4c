package dev.fathom.algorithms.nes;

import dev.fathom.algorithms.linear.Eigensystem;
import dev.fathom.algorithms.linear.Vectors;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Fits D(I + VᵀSV)D with k directions to D(α²I + UᵀU)D.
///
/// Akimoto and Hansen, "Projection-based restricted covariance matrix adaptation for high dimension" (GECCO 2016):
/// the k largest eigenvalues of UᵀU are kept, the others replaced by their mean γ, and D adjusted to give the exact
/// variances of the columns.
///
/// @param rows U `[r×d]`
/// @param alpha2 α², `≥ 0`
record Projection(double[][] rows, double alpha2) {

    private static final double TINY = 1e-15;

    /// Changes V, S and D.
    ///
    /// @param k number of directions kept; fewer where UᵀU has not as many
    void onto(LowRankNormal normal, int k) {
        int d = normal.scale().length;
        double[] sums = new double[d];
        for (double[] row : rows) {
            for (int j = 0; j < d; j++) {
                sums[j] += row[j] * row[j];
            }
        }
        double[] before = new double[d];
        for (int j = 0; j < d; j++) {
            before[j] = normal.scale()[j] * Math.sqrt(alpha2 + sums[j]);
            normal.scale()[j] = 1;
        }
        keep(normal, k, sum(sums));
        double[] variances = normal.variances();
        for (int j = 0; j < d; j++) {
            normal.scale()[j] = before[j] / Math.sqrt(variances[j]);
        }
    }

    /// s_i = (λ_i − γ)/(α² + γ) for the k largest eigenvalues λ_i.
    private void keep(LowRankNormal normal, int k, double trace) {
        int d = normal.scale().length;
        if (k == 0) {
            normal.replace(new double[0][], new double[0]);
            return;
        }
        boolean few = rows.length < d;
        Eigensystem system = new Eigensystem(few ? rows.length : d);
        if (!system.decompose(few ? rowProducts() : columnProducts(d))) {
            return;
        }
        double[] values = system.values();
        double largest = Vectors.largest(values);
        int[] kept = IntStream.range(0, values.length)
                .filter(i -> values[i] > TINY * largest)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(k)
                .mapToInt(i -> i)
                .toArray();
        double rest = trace;
        for (int i : kept) {
            rest -= values[i];
        }
        double gamma = Math.max(0, rest) / (d - k);
        double[] excess = new double[kept.length];
        double[][] directions = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            excess[i] = Math.max(0, values[kept[i]] - gamma) / (alpha2 + gamma);
            directions[i] = few ? combined(system, kept[i]) : row(system, kept[i]);
        }
        normal.replace(directions, excess);
    }

    /// UUᵀ, lower triangle.
    private double[] rowProducts() {
        int r = rows.length;
        double[] products = new double[r * r];
        for (int i = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                products[i * r + j] = Vectors.dot(rows[i], 0, rows[j], 0, rows[i].length);
            }
        }
        return products;
    }

    /// UᵀU, lower triangle.
    private double[] columnProducts(int d) {
        double[] products = new double[d * d];
        for (double[] row : rows) {
            for (int i = 0; i < d; i++) {
                Vectors.add(row[i], row, 0, products, i * d, i + 1);
            }
        }
        return products;
    }

    /// The eigenvector of UᵀU, of length 1, that belongs to one of UUᵀ.
    private double[] combined(Eigensystem system, int k) {
        double[] v = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            Vectors.add(system.vectors()[k * rows.length + i], rows[i], 0, v, 0, v.length);
        }
        Vectors.scale(v, 1 / Vectors.norm(v));
        return v;
    }

    private static double[] row(Eigensystem system, int k) {
        int d = system.values().length;
        double[] v = new double[d];
        System.arraycopy(system.vectors(), k * d, v, 0, d);
        return v;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
