package dev.fathom.algorithms.linear;

/// Loops over parts of flat arrays, in fixed summation orders.
public final class Vectors {

    private Vectors() {}

    /// `Σ_j a[from + j]·b[at + j]` over `count` numbers, as four interleaved partial sums.
    public static double dot(double[] a, int from, double[] b, int at, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < count; j += 4) {
            s0 += a[from + j] * b[at + j];
            s1 += a[from + j + 1] * b[at + j + 1];
            s2 += a[from + j + 2] * b[at + j + 2];
            s3 += a[from + j + 3] * b[at + j + 3];
        }
        for (; j < count; j++) {
            s0 += a[from + j] * b[at + j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// `target[at + j] += factor·a[from + j]` for `count` numbers.
    public static void add(double factor, double[] a, int from, double[] target, int at, int count) {
        for (int j = 0; j < count; j++) {
            target[at + j] += factor * a[from + j];
        }
    }

    /// `a[j] *= factor` for all numbers.
    public static void scale(double[] a, double factor) {
        for (int j = 0; j < a.length; j++) {
            a[j] *= factor;
        }
    }

    /// Euclidean length.
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, 0, a, 0, a.length));
    }

    /// Largest absolute value; 0 for an empty array.
    public static double largest(double[] a) {
        double largest = 0;
        for (double value : a) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
