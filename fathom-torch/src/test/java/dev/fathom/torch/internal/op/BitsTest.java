package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BitsTest {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Bits bits = new Bits(session);
    private final Transfer transfer = new Transfer(session);
    private final long[] a = values();
    private final Native x = transfer.upload(a, a.length, 1);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void wrapsAroundAsJavaDoes() {
        check(bits.multiply(x, GOLDEN), v -> v * GOLDEN);
        check(bits.multiply(x, x), v -> v * v);
        check(bits.xor(x, GOLDEN), v -> v ^ GOLDEN);
        check(bits.xor(x, x), v -> 0);
        check(bits.and(x, GOLDEN), v -> v & GOLDEN);
        check(bits.add(x, GOLDEN), v -> v + GOLDEN);
        check(bits.add(x, Long.MIN_VALUE), v -> v + Long.MIN_VALUE);
        check(bits.add(x, x), v -> v + v);
    }

    @Test
    void shifts() {
        for (int by : new int[] {0, 1, 11, 30, 31, 32, 33, 63}) {
            check(bits.shiftRight(x, by), v -> v >>> by);
            check(bits.shiftLeft(x, by), v -> v << by);
        }
    }

    /// The finalizer of SplitMix64.
    @Test
    void mixesAsJavaDoes() {
        Native z = bits.multiply(bits.xor(x, bits.shiftRight(x, 30)), 0xBF58476D1CE4E5B9L);
        z = bits.multiply(bits.xor(z, bits.shiftRight(z, 27)), 0x94D049BB133111EBL);
        check(bits.xor(z, bits.shiftRight(z, 31)), BitsTest::mix);
    }

    @Test
    void countsFromZero() {
        Native counters = bits.counters(1000);
        assertThat(counters).hasToString("[1000×1] int64");
        assertThat(transfer.longs(counters)).isEqualTo(LongStream.range(0, 1000).toArray());
    }

    @Test
    void makesUniformNumbersExactly() {
        double[] expected =
                Arrays.stream(a).mapToDouble(v -> (v >>> 11) * 0x1.0p-53).toArray();
        assertThat(transfer.doubles(bits.unit(x, Dtype.FLOAT64))).containsExactly(expected);
        assertThat(bits.unit(x, Dtype.FLOAT32).dtype()).isEqualTo(Dtype.FLOAT32);
    }

    private void check(Native got, LongUnaryOperator java) {
        assertThat(transfer.longs(got)).isEqualTo(Arrays.stream(a).map(java).toArray());
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long[] values() {
        long[] special = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, GOLDEN, 1L << 53};
        return LongStream.concat(Arrays.stream(special), Arrays.stream(Matrices.longs(4, 500)))
                .toArray();
    }
}
