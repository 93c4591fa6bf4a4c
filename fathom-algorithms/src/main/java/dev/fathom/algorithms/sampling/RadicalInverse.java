package dev.fathom.algorithms.sampling;

import dev.fathom.math.Rng;

/// The van der Corput sequences of the first prime bases: the digits of an index, mirrored at the point.
///
/// Halton, "On the efficiency of certain quasi-random sequences of points in evaluating multi-dimensional integrals"
/// (Numerische Mathematik 1960). Scrambling permutes the digits 1 … p − 1 at random, the same way at all places, and
/// leaves 0 alone (Braaten and Weller, "An improved low-discrepancy sequence", J. Comp. Physics 1979, with random
/// permutations).
public final class RadicalInverse {

    private final int[] primes;
    private final int[][] digits;

    /// @param count how many bases
    /// @param scrambled whether digits are permuted
    public RadicalInverse(int count, boolean scrambled, Rng rng) {
        primes = primes(count);
        digits = new int[scrambled ? count : 0][];
        for (int k = 0; k < digits.length; k++) {
            digits[k] = scramble(primes[k], rng);
        }
    }

    /// Φ_p(index) = Σ_i π(a_i) p^{−i−1} in `[0, 1)`, where index = Σ_i a_i p^i and p is base number `k`.
    public double at(int k, long index) {
        int p = primes[k];
        int[] digit = digits.length == 0 ? null : digits[k];
        double inverse = 0;
        double weight = 1.0 / p;
        for (long rest = index; rest > 0; rest /= p) {
            int a = (int) (rest % p);
            inverse += weight * (digit == null ? a : digit[a]);
            weight /= p;
        }
        return inverse;
    }

    /// Base number `k`, counted from 0: the (k+1)-th prime.
    public int base(int k) {
        return primes[k];
    }

    private static int[] scramble(int p, Rng rng) {
        int[] order = rng.permutation(p - 1);
        int[] digit = new int[p];
        for (int a = 1; a < p; a++) {
            digit[a] = 1 + order[a - 1];
        }
        return digit;
    }

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int n = 2; found < count; n++) {
            if (isPrime(n, primes, found)) {
                primes[found++] = n;
            }
        }
        return primes;
    }

    private static boolean isPrime(int n, int[] primes, int found) {
        for (int i = 0; i < found && primes[i] * primes[i] <= n; i++) {
            if (n % primes[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
