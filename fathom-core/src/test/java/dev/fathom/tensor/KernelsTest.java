package dev.fathom.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class KernelsTest {

    private static final int COUNT = 40_003;
    private static final double[] EDGES = {
        0.0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e5,
        100_000.1,
        -745.2,
        709.8,
        710.5,
        -708.5
    };

    @Test
    void elementaryFunctionsAreAccurate() {
        assertUlps(Elementary::exp, StrictMath::exp, -700, 700, 1.5);
        assertUlps(Elementary::log, StrictMath::log, 1e-9, 1e9, 1.5);
        assertUlps(Elementary::log, StrictMath::log, 0.9, 1.1, 1.5);
        assertUlps(Elementary::sin, StrictMath::sin, -3, 3, 2);
        for (double x : numbers(-9e4, 9e4)) {
            assertThat(Elementary.sin(x)).isBetween(StrictMath.sin(x) - 0x1p-52, StrictMath.sin(x) + 0x1p-52);
            assertThat(Elementary.cos(x)).isBetween(StrictMath.cos(x) - 0x1p-52, StrictMath.cos(x) + 0x1p-52);
        }
        for (double x : EDGES) {
            assertThat(Elementary.log(x)).isEqualTo(Double.valueOf(StrictMath.log(x)));
            assertThat(Elementary.cos(x))
                    .isCloseTo(Double.valueOf(StrictMath.cos(x)), org.assertj.core.data.Offset.offset(0x1p-52));
        }
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(-745)).isPositive();
    }

    private static void assertUlps(
            DoubleUnaryOperator f, DoubleUnaryOperator exact, double low, double high, double ulps) {
        double worst = 0;
        for (double x : numbers(low, high)) {
            double expected = exact.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(f.applyAsDouble(x) - expected) / Math.ulp(expected));
        }
        assertThat(worst).isLessThanOrEqualTo(ulps);
    }

    @Test
    void simdGivesTheBitsOfPlainLoops() {
        assumeTrue(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                "the JDK's Vector API is not enabled");
        Kernels plain = new PlainKernels();
        Kernels simd = VectorKernels.instance();
        for (double[] x : new double[][] {numbers(-2e5, 2e5), numbers(-800, 800), numbers(0, 1e-3), EDGES}) {
            assertSame(x, plain::exp, simd::exp);
            assertSame(x, plain::log, simd::log);
            assertSame(x, plain::sin, simd::sin);
            assertSame(x, plain::cos, simd::cos);
        }
        double[] x = numbers(-1, 1);
        for (int count = 0; count < 40; count++) {
            assertThat(simd.sum(x, 3, count)).isEqualTo(plain.sum(x, 3, count));
            assertThat(simd.dot(x, 3, x, 5, count)).isEqualTo(plain.dot(x, 3, x, 5, count));
            long[] expected = new long[count];
            long[] actual = new long[count];
            plain.bits(new Noise(3), 7, expected, count);
            simd.bits(new Noise(3), 7, actual, count);
            assertThat(actual).isEqualTo(expected);
        }
    }

    private interface Loop {
        void run(double[] x, int from, double[] out, int at, int count);
    }

    private static void assertSame(double[] x, Loop plain, Loop simd) {
        double[] expected = new double[x.length + 2];
        double[] actual = new double[x.length + 2];
        plain.run(x, 1, expected, 2, x.length - 1);
        simd.run(x, 1, actual, 2, x.length - 1);
        for (int i = 0; i < expected.length; i++) { // not whole arrays: nobody could read the message
            assertThat(actual[i])
                    .as("at %s", x[Math.clamp(i - 1, 0, x.length - 1)])
                    .isEqualTo(Double.valueOf(expected[i]));
        }
    }

    private static double[] numbers(double low, double high) {
        Rng rng = Rng.of(4);
        double[] x = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = rng.nextDouble(low, high);
        }
        return x;
    }
}
