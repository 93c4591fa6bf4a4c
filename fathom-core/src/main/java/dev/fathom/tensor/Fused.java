package dev.fathom.tensor;

/// Verbs that do several things in one pass.
final class Fused {

    private Fused() {}

    static Tensor clamp(HeapTensor x, double low, double high) {
        int d = x.columns();
        HeapTensor out = x.heap().make(x.rows(), d);
        x.heap().blocks(x.rows(), d, (from, to) -> {
            double[] a = x.data();
            double[] b = out.data();
            int shift = x.offset();
            for (int j = from * d; j < to * d; j++) {
                b[j] = Math.max(low, Math.min(high, a[shift + j]));
            }
        });
        return out;
    }

    /// `scale · x + shift`, one row of both for every `served` rows.
    static Tensor affine(HeapTensor x, HeapTensor scale, HeapTensor shift, int served) {
        int d = x.columns();
        HeapTensor out = x.heap().make(x.rows(), d);
        x.heap().blocks(x.rows(), d, (from, to) -> affine(x, scale, shift, served, out, from, to));
        return out;
    }

    static void affine(HeapTensor x, HeapTensor scale, HeapTensor shift, int served, HeapTensor out, int from, int to) {
        int d = x.columns();
        for (int i = from; i < to; i++) {
            int row = i / served * d;
            Kernels.CHOSEN.affine(
                    x.data(),
                    x.offset() + i * d,
                    scale.data(),
                    scale.offset() + row,
                    shift.data(),
                    shift.offset() + row,
                    out.data(),
                    i * d,
                    d);
        }
    }

    /// `(x − m)·(1/s)`, limited.
    static Tensor standardize(HeapTensor x, HeapTensor mean, HeapTensor deviation, int served, double limit) {
        int d = x.columns();
        double[] inverse = inverse(deviation);
        HeapTensor out = x.heap().make(x.rows(), d);
        x.heap()
                .blocks(
                        x.rows(),
                        d,
                        (from, to) -> standardize(x, mean, inverse, served, limit, from, to, out.data(), from * d));
        return out;
    }

    /// `1/x`, [k·d]
    static double[] inverse(HeapTensor x) {
        double[] inverse = new double[x.rows() * x.columns()];
        for (int j = 0; j < inverse.length; j++) {
            inverse[j] = 1 / x.data()[x.offset() + j];
        }
        return inverse;
    }

    /// Rows `from … to - 1`, standardized, written one after the other from `at` on.
    static void standardize(
            HeapTensor x,
            HeapTensor mean,
            double[] inverse,
            int served,
            double limit,
            int from,
            int to,
            double[] out,
            int at) {
        int d = x.columns();
        for (int i = from; i < to; i++) {
            int row = i / served * d;
            standardize(
                    x.data(),
                    x.offset() + i * d,
                    mean.data(),
                    mean.offset() + row,
                    inverse,
                    row,
                    limit,
                    out,
                    at + (i - from) * d,
                    d);
        }
    }

    private static void standardize(
            double[] x,
            int from,
            double[] m,
            int mi,
            double[] inverse,
            int si,
            double limit,
            double[] out,
            int at,
            int count) {
        for (int j = 0; j < count; j++) {
            double z = (x[from + j] - m[mi + j]) * inverse[si + j];
            out[at + j] = Math.max(-limit, Math.min(limit, z));
        }
    }
}
