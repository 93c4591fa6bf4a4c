package dev.fathom.tensor;

import java.util.Arrays;

/// Matrix products, row by row of the left operand, four rows of the right one at a time.
final class Products {

    private Products() {}

    static Tensor of(HeapTensor x, HeapTensor y) {
        int inner = x.columns();
        int width = y.columns();
        HeapTensor out = x.heap().make(x.rows(), width);
        x.heap().blocks(x.rows(), Math.max(1, inner * width / 8), (from, to) -> {
            for (int i = from; i < to; i++) {
                row(x.data(), x.offset() + i * inner, inner, y.data(), y.offset(), out.data(), i * width, width);
            }
        });
        return out;
    }

    private static void row(double[] x, int from, int inner, double[] y, int other, double[] out, int at, int width) {
        Arrays.fill(out, at, at + width, 0);
        int k = 0;
        for (; k + 4 <= inner; k += 4) {
            four(x[from + k], x[from + k + 1], x[from + k + 2], x[from + k + 3], y, other + k * width, out, at, width);
        }
        for (; k < inner; k++) {
            double factor = x[from + k];
            for (int j = 0; j < width; j++) {
                out[at + j] += factor * y[other + k * width + j];
            }
        }
    }

    private static void four(
            double f0, double f1, double f2, double f3, double[] y, int from, double[] out, int at, int width) {
        for (int j = 0; j < width; j++) {
            int k = from + j;
            out[at + j] += (f0 * y[k] + f1 * y[k + width]) + (f2 * y[k + 2 * width] + f3 * y[k + 3 * width]);
        }
    }
}
