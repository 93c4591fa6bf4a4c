package dev.fathom.tensor;

import dev.fathom.math.Noise;

/// Random numbers in bulk: first all bits of a stretch, in SIMD lanes, then the numbers that they stand for.
final class Draws {

    private static final int STRETCH = 512;

    private Draws() {}

    /// Normal numbers `first … first + count - 1`, written from `at` on.
    static void gaussian(Noise noise, long first, double[] target, int at, int count) {
        long[] bits = new long[Math.min(count, STRETCH)];
        for (int from = 0; from < count; from += STRETCH) {
            int length = Math.min(STRETCH, count - from);
            Kernels.CHOSEN.bits(noise, first + from, bits, length);
            Noise.gaussian(bits, target, at + from, length);
        }
    }

    /// Uniform numbers `first … first + count - 1`, written from `at` on.
    static void uniform(Noise noise, long first, double[] target, int at, int count) {
        long[] bits = new long[Math.min(count, STRETCH)];
        for (int from = 0; from < count; from += STRETCH) {
            int length = Math.min(STRETCH, count - from);
            Kernels.CHOSEN.bits(noise, first + from, bits, length);
            Noise.uniform(bits, target, at + from, length);
        }
    }
}
