package dev.fathom.math;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// Seeded random numbers: the same bits on every machine and every JDK.
///
/// The generator is xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
/// 2021),
/// seeded through SplitMix64. Normal deviates come from the ziggurat of [Ziggurat]. Nothing here depends on the
/// implementation of the JDK's generators: every method that a search uses is written out and specified to the bit.
///
/// Streams are *forked by key*: [#fork(long)] depends on the seed and the keys on the way only, never on how many
/// numbers
/// were drawn before. An instance is not thread-safe; give each thread its own fork.
public final class Rng implements RandomGenerator {

    static final long GOLDEN = 0x9E3779B97F4A7C15L;
    static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final double[] RATIO = Ziggurat.COARSE.ratio();
    private static final double[] RIGHT = Ziggurat.COARSE.right();
    private static final int LAYERS = 256;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private Rng(long seed) {
        this.seed = seed;
        long z = seed;
        s0 = mix(z += GOLDEN);
        s1 = mix(z += GOLDEN);
        s2 = mix(z += GOLDEN);
        s3 = mix(z + GOLDEN);
    }

    /// A generator whose whole stream is determined by `seed` (any value).
    public static Rng of(long seed) {
        return new Rng(seed);
    }

    /// An independent stream for `key`: a function of this generator's seed and `key` alone.
    public Rng fork(long key) {
        return new Rng(mix(seed ^ mix(key + GOLDEN)));
    }

    /// An independent stream for a name, such as `"engine"`.
    public Rng fork(String key) {
        long h = 0xCBF29CE484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return fork(h);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /// Uniform in `[0, 1)`, a multiple of 2⁻⁵³.
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /// Uniform in `[low, high)`; `low` itself when both are equal.
    @Override
    public double nextDouble(double low, double high) {
        double value = low + nextDouble() * (high - low);
        return value < high ? value : low;
    }

    /// Uniform in `0 … bound - 1` without bias (Lemire, "Fast random integer generation in an interval", 2019).
    ///
    /// @throws IllegalArgumentException if `bound` is not positive
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, but is " + bound);
        }
        long m = (nextLong() >>> 32) * bound;
        int low = (int) m;
        if (Integer.compareUnsigned(low, bound) < 0) {
            int threshold = Integer.remainderUnsigned(-bound, bound);
            while (Integer.compareUnsigned(low, threshold) < 0) {
                m = (nextLong() >>> 32) * bound;
                low = (int) m;
            }
        }
        return (int) (m >>> 32);
    }

    /// Uniform in `low … high - 1`.
    @Override
    public int nextInt(int low, int high) {
        return low + nextInt(high - low);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /// Standard normal, N(0, 1).
    @Override
    public double nextGaussian() {
        long bits = nextLong();
        int layer = (int) bits & LAYERS - 1;
        double u = Ziggurat.position(bits);
        return Math.abs(u) < RATIO[layer] ? u * RIGHT[layer] : Ziggurat.COARSE.edge(bits, this);
    }

    /// Standard Cauchy: the ratio of two independent standard normals.
    public double nextCauchy() {
        double numerator = nextGaussian();
        return numerator / nextGaussian();
    }

    /// Fills `count` numbers from `from` with independent standard normals.
    public void fillGaussian(double[] target, int from, int count) {
        for (int i = from; i < from + count; i++) {
            target[i] = nextGaussian();
        }
    }

    /// A uniformly random permutation of `0 … n - 1` (Fisher and Yates).
    public int[] permutation(int n) {
        int[] p = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            p[i] = p[j];
            p[j] = i;
        }
        return p;
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * FIRST_FACTOR;
        z = (z ^ (z >>> 27)) * SECOND_FACTOR;
        return z ^ (z >>> 31);
    }
}
