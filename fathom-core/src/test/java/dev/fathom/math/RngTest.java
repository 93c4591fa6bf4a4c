package dev.fathom.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RngTest {

    /// xoshiro256++ after SplitMix64, written out once more in its published form.
    private static long[] reference(long seed, int count) {
        long[] s = new long[4];
        long z = seed;
        for (int i = 0; i < 4; i++) {
            z += 0x9E3779B97F4A7C15L;
            long y = z;
            y = (y ^ (y >>> 30)) * 0xBF58476D1CE4E5B9L;
            y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
            s[i] = y ^ (y >>> 31);
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            long sum = s[0] + s[3];
            numbers[i] = ((sum << 23) | (sum >>> 41)) + s[0];
            long t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = (s[3] << 45) | (s[3] >>> 19);
        }
        return numbers;
    }

    @Test
    void followsItsPublishedForm() {
        for (long seed : new long[] {0, 1, -1, 0x123456789ABCDEFL}) {
            Rng rng = Rng.of(seed);
            for (long expected : reference(seed, 1000)) {
                assertThat(rng.nextLong()).isEqualTo(expected);
            }
        }
    }

    @Test
    void splitMixGivesItsKnownFirstNumberForSeedZero() {
        // SplitMix64 of 0 begins with e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, f88bb8a8724c81ec
        long sum = 0xE220A8397B1DCDAFL + 0xF88BB8A8724C81ECL;
        assertThat(Rng.of(0).nextLong()).isEqualTo(Long.rotateLeft(sum, 23) + 0xE220A8397B1DCDAFL);
    }

    @Test
    void forksDependOnSeedAndKeyAlone() {
        Rng used = Rng.of(7);
        for (int i = 0; i < 100; i++) {
            used.nextLong();
        }
        assertThat(used.fork(3).nextLong()).isEqualTo(Rng.of(7).fork(3).nextLong());
        assertThat(used.fork("engine").nextLong())
                .isEqualTo(Rng.of(7).fork("engine").nextLong());
        long[] firsts = new long[2000];
        for (int key = 0; key < 1000; key++) {
            firsts[key] = Rng.of(7).fork(key).nextLong();
            firsts[1000 + key] = Rng.of(key).fork(7).nextLong();
        }
        assertThat(Arrays.stream(firsts).distinct().count()).isEqualTo(1999); // seed 7 with key 7 stands twice
    }

    @Test
    void neighbouringForksAreNotCorrelated() {
        int n = 10_000;
        Rng rng = Rng.of(1);
        double product = 0;
        for (int key = 0; key < n; key++) {
            product += rng.fork(key).nextGaussian() * rng.fork(key + 1).nextGaussian();
        }
        assertThat(product / n).isCloseTo(0, within(5 / Math.sqrt(n)));
    }

    @Test
    void doublesAreUniform() {
        int n = 100_000;
        Rng rng = Rng.of(2);
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = rng.nextDouble();
        }
        Arrays.sort(u);
        assertThat(u[0]).isNotNegative();
        assertThat(u[n - 1]).isLessThan(1);
        for (int i = 0; i < n; i++) { // Kolmogorov and Smirnov, probability 1e-4
            assertThat(u[i]).isCloseTo((i + 0.5) / n, within(2.2 / Math.sqrt(n)));
        }
    }

    @Test
    void boundedIntegersAreUniformAndInRange() {
        int n = 70_000;
        for (int bound : new int[] {1, 2, 7, 100}) {
            int[] counts = new int[bound];
            Rng rng = Rng.of(bound);
            for (int i = 0; i < n; i++) {
                counts[rng.nextInt(bound)]++;
            }
            double expected = (double) n / bound;
            double chi = Arrays.stream(counts)
                    .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                    .sum();
            assertThat(chi).isLessThan(bound - 1 + 5 * Math.sqrt(2.0 * bound) + 5);
        }
    }

    @Test
    void largeBoundsHaveNoBias() {
        int bound = 3 << 29; // without rejection the lower half would come with probability 2/3 · …
        Rng rng = Rng.of(3);
        int n = 40_000;
        int low = 0;
        for (int i = 0; i < n; i++) {
            int v = rng.nextInt(bound);
            assertThat(v).isBetween(0, bound - 1);
            low += v < bound / 2 ? 1 : 0;
        }
        assertThat((double) low / n).isCloseTo(0.5, within(2.5 / Math.sqrt(n)));
    }

    @Test
    void rangesKeepTheirEnds() {
        Rng rng = Rng.of(4);
        for (int i = 0; i < 10_000; i++) {
            assertThat(rng.nextDouble(1, Math.nextUp(1.0))).isEqualTo(1);
            assertThat(rng.nextDouble(-2, 3)).isGreaterThanOrEqualTo(-2).isLessThan(3);
            assertThat(rng.nextInt(-3, 4)).isBetween(-3, 3);
        }
        assertThat(rng.nextDouble(5, 5)).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> rng.nextInt(0)).withMessageContaining("is 0");
    }

    @Test
    void permutationsAreUniform() {
        int[] counts = new int[27];
        Rng rng = Rng.of(5);
        int n = 12_000;
        for (int i = 0; i < n; i++) {
            int[] p = rng.permutation(3);
            counts[9 * p[0] + 3 * p[1] + p[2]]++;
        }
        double chi = Arrays.stream(counts)
                .filter(c -> c > 0)
                .mapToDouble(c -> (c - n / 6.0) * (c - n / 6.0) / (n / 6.0))
                .sum();
        assertThat(Arrays.stream(counts).filter(c -> c > 0).count()).isEqualTo(6);
        assertThat(chi).isLessThan(25.7); // 5 degrees of freedom, probability 1e-4
        assertThat(rng.permutation(0)).isEmpty();
    }

    @Test
    void cauchyHasQuartilesOfOne() {
        Rng rng = Rng.of(6);
        int n = 40_000;
        int inner = 0;
        int positive = 0;
        for (int i = 0; i < n; i++) {
            double c = rng.nextCauchy();
            inner += Math.abs(c) < 1 ? 1 : 0;
            positive += c > 0 ? 1 : 0;
        }
        assertThat((double) inner / n).isCloseTo(0.5, within(2.5 / Math.sqrt(n)));
        assertThat((double) positive / n).isCloseTo(0.5, within(2.5 / Math.sqrt(n)));
    }
}
