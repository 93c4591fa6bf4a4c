package dev.fathom.math;

/// Random numbers that need not be stored: number `i` is a function of a key and `i` alone, so that any row of any
/// generation can be made again, in any order, by any number of threads.
///
/// Number `i` is made of the bits `mix(key + i·γ)`, where γ is the golden ratio's 64-bit fraction and `mix` is
/// Stafford's
/// variant 13 of the MurmurHash3 finalizer (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014): SplitMix64 read at any place. Normal numbers come by the ziggurat, with more layers than those of
/// [Rng]; where it rejects a draw, the next bits are those of a generator whose seed is the last ones.
///
/// @param key any value
public record Noise(long key) {

    /// γ: the keys of consecutive numbers differ by it.
    public static final long STEP = Rng.GOLDEN;
    /// The first factor of `mix`, after `z ^ z >>> 30`.
    public static final long FIRST_FACTOR = Rng.FIRST_FACTOR;
    /// The second factor of `mix`, after `z ^ z >>> 27`; at last comes `z ^ z >>> 31`.
    public static final long SECOND_FACTOR = Rng.SECOND_FACTOR;

    private static final double UNIT = 0x1.0p-53;
    private static final double[] RATIO = Ziggurat.FINE.ratio();
    private static final double[] RIGHT = Ziggurat.FINE.right();
    private static final int LAYERS = 1024;

    /// Noise whose key is drawn.
    public static Noise of(Rng rng) {
        return new Noise(rng.nextLong());
    }

    /// Independent noise for a number, such as that of a generation.
    public Noise fork(long number) {
        return new Noise(Rng.mix(key ^ Rng.mix(number + Rng.GOLDEN)));
    }

    /// The 64 bits of number `i`.
    public long bits(long i) {
        return Rng.mix(key + i * Rng.GOLDEN);
    }

    /// Number `i`, uniform in `[0, 1)`, a multiple of 2⁻⁵³.
    public double uniform(long i) {
        return (bits(i) >>> 11) * UNIT;
    }

    /// Number `i` of the standard normal distribution.
    public double gaussian(long i) {
        return normal(bits(i));
    }

    /// The normal numbers that begin with some bits, as [#bits(long)] gives them.
    ///
    /// @param target where they are written from `at` on
    public static void gaussian(long[] bits, double[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = normal(bits[i]);
        }
    }

    private static double normal(long bits) {
        int layer = (int) bits & LAYERS - 1;
        double u = Ziggurat.position(bits);
        return Math.abs(u) < RATIO[layer] ? u * RIGHT[layer] : Ziggurat.FINE.edge(bits, Rng.of(bits));
    }

    /// The uniform numbers of some bits, as [#bits(long)] gives them.
    ///
    /// @param target where they are written from `at` on
    public static void uniform(long[] bits, double[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = (bits[i] >>> 11) * UNIT;
        }
    }
}
