package dev.fathom.tensor;

import dev.fathom.math.Noise;

/// Plain loops over [Elementary].
record PlainKernels() implements Kernels {

    @Override
    public String name() {
        return "plain loops";
    }

    @Override
    public void exp(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.exp(x[from + i]);
        }
    }

    @Override
    public void log(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.log(x[from + i]);
        }
    }

    @Override
    public void sin(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.sin(x[from + i]);
        }
    }

    @Override
    public void cos(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.cos(x[from + i]);
        }
    }

    @Override
    public void affine(double[] x, int from, double[] a, int ai, double[] b, int bi, double[] out, int at, int count) {
        for (int j = 0; j < count; j++) {
            out[at + j] = Math.fma(x[from + j], a[ai + j], b[bi + j]);
        }
    }

    @Override
    public void bits(Noise noise, long first, long[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = noise.bits(first + i);
        }
    }

    @Override
    public double sum(double[] x, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int j = from;
        for (int end = from + count - count % PARTIAL; j < end; j += PARTIAL) {
            s0 += x[j];
            s1 += x[j + 1];
            s2 += x[j + 2];
            s3 += x[j + 3];
            s4 += x[j + 4];
            s5 += x[j + 5];
            s6 += x[j + 6];
            s7 += x[j + 7];
        }
        int left = from + count - j;
        s0 += left > 0 ? x[j] : 0;
        s1 += left > 1 ? x[j + 1] : 0;
        s2 += left > 2 ? x[j + 2] : 0;
        s3 += left > 3 ? x[j + 3] : 0;
        s4 += left > 4 ? x[j + 4] : 0;
        s5 += left > 5 ? x[j + 5] : 0;
        s6 += left > 6 ? x[j + 6] : 0;
        return Kernels.total(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public double dot(double[] x, int from, double[] y, int other, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int shift = other - from;
        int j = from;
        for (int end = from + count - count % PARTIAL; j < end; j += PARTIAL) {
            s0 = Math.fma(x[j], y[j + shift], s0);
            s1 = Math.fma(x[j + 1], y[j + 1 + shift], s1);
            s2 = Math.fma(x[j + 2], y[j + 2 + shift], s2);
            s3 = Math.fma(x[j + 3], y[j + 3 + shift], s3);
            s4 = Math.fma(x[j + 4], y[j + 4 + shift], s4);
            s5 = Math.fma(x[j + 5], y[j + 5 + shift], s5);
            s6 = Math.fma(x[j + 6], y[j + 6 + shift], s6);
            s7 = Math.fma(x[j + 7], y[j + 7 + shift], s7);
        }
        int left = from + count - j;
        s0 = left > 0 ? Math.fma(x[j], y[j + shift], s0) : s0;
        s1 = left > 1 ? Math.fma(x[j + 1], y[j + 1 + shift], s1) : s1;
        s2 = left > 2 ? Math.fma(x[j + 2], y[j + 2 + shift], s2) : s2;
        s3 = left > 3 ? Math.fma(x[j + 3], y[j + 3 + shift], s3) : s3;
        s4 = left > 4 ? Math.fma(x[j + 4], y[j + 4 + shift], s4) : s4;
        s5 = left > 5 ? Math.fma(x[j + 5], y[j + 5 + shift], s5) : s5;
        s6 = left > 6 ? Math.fma(x[j + 6], y[j + 6 + shift], s6) : s6;
        return Kernels.total(s0, s1, s2, s3, s4, s5, s6, s7);
    }
}
