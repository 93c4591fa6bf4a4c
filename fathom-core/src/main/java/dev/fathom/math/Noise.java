package dev.fathom.math;

/// Random numbers that need not be stored: number `i` is a function of a key and `i` alone, so that any row of any
/// generation can be made again, in any order, by any number of threads.
///
/// Number `i` is made of the bits `mix(key + i·γ)`, where γ is the golden ratio's 64-bit fraction and `mix` is
/// Stafford's
/// variant 13 of the MurmurHash3 finalizer (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014): SplitMix64 read at any place. Normal numbers come by the ziggurat that [Rng] uses, too; where it
/// rejects a draw, the next bits are those of the noise whose key is the last ones.
///
/// @param key any value
public record Noise(long key) {

    private static final double UNIT = 0x1.0p-53;

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
        return Ziggurat.of(bits(i));
    }

    /// Normal numbers `first … first + count - 1`.
    ///
    /// @param target where they are written from `at` on
    public void gaussian(long first, double[] target, int at, int count) {
        Ziggurat.fill(key + first * Rng.GOLDEN, target, at, count);
    }

    /// Uniform numbers `first … first + count - 1`.
    ///
    /// @param target where they are written from `at` on
    public void uniform(long first, double[] target, int at, int count) {
        long z = key + first * Rng.GOLDEN;
        for (int i = 0; i < count; i++) {
            target[at + i] = (Rng.mix(z + i * Rng.GOLDEN) >>> 11) * UNIT;
        }
    }
}
