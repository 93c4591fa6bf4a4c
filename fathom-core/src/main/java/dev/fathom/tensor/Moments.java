package dev.fathom.tensor;

import java.util.Arrays;

/// `Σ_i w_i z_i` and `Σ_i w_i z_i²` of standardized rows, which are not stored: the same operations in the same order
/// as
/// if they were.
///
/// @param x `[n×d]`
/// @param mean `[k×d]`
/// @param inverse of the deviations `[k·d]`
/// @param w `[n×1]`
/// @param sums `[2b×d]`, the first sums of all blocks and then the second ones
/// @param blocks b
record Moments(HeapTensor x, HeapTensor mean, double[] inverse, HeapTensor w, HeapTensor sums, int blocks) {

    /// Adds up a block.
    ///
    /// @param block its number
    /// @param row of mean and deviation
    void add(int block, int first, int last, int row) {
        int d = x.columns();
        double[] out = sums.data();
        int at = block * d;
        int second = (blocks + block) * d;
        Arrays.fill(out, at, at + d, 0);
        Arrays.fill(out, second, second + d, 0);
        int i = first;
        for (; i + 4 <= last; i += 4) {
            int from = x.offset() + i * d;
            double[] m = mean.data();
            int mi = mean.offset() + row * d;
            four(
                    x.data(),
                    from,
                    d,
                    m,
                    mi,
                    inverse,
                    row * d,
                    weight(i),
                    weight(i + 1),
                    weight(i + 2),
                    weight(i + 3),
                    out,
                    at,
                    second);
        }
        for (; i < last; i++) {
            one(i, row, weight(i), out, at, second);
        }
    }

    private double weight(int i) {
        return w.data()[w.offset() + i];
    }

    private static void four(
            double[] x,
            int from,
            int d,
            double[] m,
            int mi,
            double[] inverse,
            int vi,
            double w0,
            double w1,
            double w2,
            double w3,
            double[] out,
            int at,
            int second) {
        for (int j = 0; j < d; j++) {
            double mean = m[mi + j];
            double scale = inverse[vi + j];
            double z0 = (x[from + j] - mean) * scale;
            double z1 = (x[from + d + j] - mean) * scale;
            double z2 = (x[from + 2 * d + j] - mean) * scale;
            double z3 = (x[from + 3 * d + j] - mean) * scale;
            double v0 = w0 * z0;
            double v1 = w1 * z1;
            double v2 = w2 * z2;
            double v3 = w3 * z3;
            out[at + j] += (v0 + v1) + (v2 + v3);
            out[second + j] += (v0 * z0 + v1 * z1) + (v2 * z2 + v3 * z3);
        }
    }

    private void one(int i, int row, double weight, double[] out, int at, int second) {
        int d = x.columns();
        for (int j = 0; j < d; j++) {
            double z = (x.data()[x.offset() + i * d + j] - mean.data()[mean.offset() + row * d + j])
                    * inverse[row * d + j];
            double v = weight * z;
            out[at + j] += v;
            out[second + j] += v * z;
        }
    }
}
