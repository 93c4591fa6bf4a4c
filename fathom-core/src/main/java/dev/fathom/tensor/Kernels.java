package dev.fathom.tensor;

import dev.fathom.math.Noise;

/// The loops that the JIT compiler does not turn into SIMD code by itself. Two forms give the same bits: plain loops,
/// and
/// the JDK's Vector API where its module is enabled at run time (`--add-modules jdk.incubator.vector`). Chosen once,
/// when
/// the class is loaded.
sealed interface Kernels permits PlainKernels, VectorKernels {

    /// The form chosen.
    Kernels CHOSEN = choose();

    /// Partial sums of a row: fixed, whatever the width of the lanes.
    int PARTIAL = 8;

    /// How reports call it.
    String name();

    void exp(double[] x, int from, double[] out, int at, int count);

    void log(double[] x, int from, double[] out, int at, int count);

    void sin(double[] x, int from, double[] out, int at, int count);

    void cos(double[] x, int from, double[] out, int at, int count);

    /// `out = a·x + b`, rounded once.
    void affine(double[] x, int from, double[] a, int ai, double[] b, int bi, double[] out, int at, int count);

    /// The bits of numbers `first … first + count - 1` of some noise.
    void bits(Noise noise, long first, long[] out, int count);

    /// The sum of `count` numbers: number `j` belongs to partial sum `j mod 8`, and these are added by [#total].
    double sum(double[] x, int from, int count);

    /// The sum of `count` products, in the same way.
    double dot(double[] x, int from, double[] y, int other, int count);

    /// `((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7))`
    static double total(double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    }

    private static Kernels choose() {
        boolean enabled = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return enabled ? VectorKernels.instance() : new PlainKernels();
    }
}
