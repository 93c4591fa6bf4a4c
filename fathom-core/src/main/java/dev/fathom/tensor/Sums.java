package dev.fathom.tensor;

import org.jspecify.annotations.Nullable;

/// Sums over the rows of each group: four rows at a time within blocks of fixed size, then over the blocks in order.
final class Sums {

    private Sums() {}

    /// `Σ_i w_i x_i` or `Σ_i w_i x_i²`, [k×d]
    ///
    /// @param weights [n×1]; null for 1
    static Tensor of(HeapTensor x, @Nullable HeapTensor weights, boolean squares, int groups) {
        int d = x.columns();
        int size = x.groupRows(groups);
        int block = Heap.blockRows(d);
        int blocks = (size + block - 1) / block;
        HeapTensor partial = x.heap().make(groups * blocks, d);
        x.heap().blocks(groups * blocks, Math.min(size, block) * d, (from, to) -> {
            for (int b = from; b < to; b++) {
                int first = b / blocks * size + b % blocks * block;
                int last = Math.min(first + block, (b / blocks + 1) * size);
                add(x.data(), x.offset(), d, weights, squares, first, last, partial.data(), b * d);
            }
        });
        return total(partial, groups, blocks);
    }

    /// `Σ_i w_i z_i` and `Σ_i w_i z_i²` of standardized rows, which are made block by block, [2k×d]: the same
    /// operations
    /// in the same order as one after the other.
    static Tensor moments(
            HeapTensor x, HeapTensor mean, HeapTensor deviation, int served, double limit, HeapTensor w, int groups) {
        int d = x.columns();
        int size = x.groupRows(groups);
        int block = Heap.blockRows(d);
        int blocks = (size + block - 1) / block;
        int all = groups * blocks;
        double[] inverse = Fused.inverse(deviation);
        HeapTensor partial = x.heap().make(2 * all, d);
        if (limit == Double.POSITIVE_INFINITY && served % size == 0) {
            Moments sums = new Moments(x, mean, inverse, w, partial, all);
            x.heap().blocks(all, Math.min(size, block) * d, (from, to) -> {
                for (int b = from; b < to; b++) {
                    int first = b / blocks * size + b % blocks * block;
                    sums.add(b, first, Math.min(first + block, (b / blocks + 1) * size), first / served);
                }
            });
            return total(partial, 2 * groups, blocks);
        }
        x.heap().blocks(all, Math.min(size, block) * d, (from, to) -> {
            double[] z = new double[Math.min(size, block) * d];
            for (int b = from; b < to; b++) {
                int first = b / blocks * size + b % blocks * block;
                int last = Math.min(first + block, (b / blocks + 1) * size);
                Fused.standardize(x, mean, inverse, served, limit, first, last, z, 0);
                add(z, -first * d, d, w, false, first, last, partial.data(), b * d);
                add(z, -first * d, d, w, true, first, last, partial.data(), (all + b) * d);
            }
        });
        return total(partial, 2 * groups, blocks);
    }

    /// The sums of every `blocks` rows [k×d]
    private static Tensor total(HeapTensor partial, int groups, int blocks) {
        if (blocks == 1) {
            return partial;
        }
        int d = partial.columns();
        HeapTensor out = partial.heap().make(groups, d);
        for (int g = 0; g < groups; g++) {
            System.arraycopy(partial.data(), g * blocks * d, out.data(), g * d, d);
            for (int b = 1; b < blocks; b++) {
                Binary.PLUS.rows(out.data(), g * d, partial.data(), (g * blocks + b) * d, out.data(), g * d, d);
            }
        }
        return out;
    }

    /// @param shift where row 0 would begin
    private static void add(
            double[] x,
            int shift,
            int d,
            @Nullable HeapTensor w,
            boolean squares,
            int first,
            int last,
            double[] out,
            int at) {
        java.util.Arrays.fill(out, at, at + d, 0);
        int i = first;
        for (; i + 4 <= last; i += 4) {
            double w0 = weight(w, i);
            double w1 = weight(w, i + 1);
            double w2 = weight(w, i + 2);
            double w3 = weight(w, i + 3);
            int from = shift + i * d;
            if (squares) {
                squares(x, from, w0, w1, w2, w3, out, at, d);
            } else {
                numbers(x, from, w0, w1, w2, w3, out, at, d);
            }
        }
        for (; i < last; i++) {
            one(x, shift + i * d, weight(w, i), squares, out, at, d);
        }
    }

    private static double weight(@Nullable HeapTensor w, int i) {
        return w == null ? 1 : w.data()[w.offset() + i];
    }

    private static void numbers(
            double[] x, int from, double w0, double w1, double w2, double w3, double[] out, int at, int d) {
        for (int j = 0; j < d; j++) {
            int k = from + j;
            out[at + j] += (w0 * x[k] + w1 * x[k + d]) + (w2 * x[k + 2 * d] + w3 * x[k + 3 * d]);
        }
    }

    private static void squares(
            double[] x, int from, double w0, double w1, double w2, double w3, double[] out, int at, int d) {
        for (int j = 0; j < d; j++) {
            double x0 = x[from + j];
            double x1 = x[from + d + j];
            double x2 = x[from + 2 * d + j];
            double x3 = x[from + 3 * d + j];
            out[at + j] += (w0 * x0 * x0 + w1 * x1 * x1) + (w2 * x2 * x2 + w3 * x3 * x3);
        }
    }

    private static void one(double[] x, int from, double w, boolean squares, double[] out, int at, int d) {
        for (int j = 0; j < d; j++) {
            double v = x[from + j];
            out[at + j] += squares ? w * v * v : w * v;
        }
    }
}
