package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElementwiseTest {

    private static final int N = 6;
    private static final int D = 5;

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Elementwise math = new Elementwise(session);
    private final double[] a = Matrices.gaussian(1, N * D);
    private final Native x = Matrices.tensor(session, a, N, D);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void computesWithMatricesRowsColumnsNumbersAndGroups() {
        int[][] shapes = {{N, D}, {1, D}, {N, 1}, {1, 1}, {2, D}, {3, D}, {2, 1}, {3, 1}};
        for (int[] shape : shapes) {
            check(shape, math::add, (p, q) -> p + q);
            check(shape, math::subtract, (p, q) -> p - q);
            check(shape, math::multiply, (p, q) -> p * q);
            check(shape, math::divide, (p, q) -> p / q);
            check(shape, math::minimum, Math::min);
            check(shape, math::maximum, Math::max);
            check(shape, (p, q) -> math.addScaled(p, q, -2.5), (p, q) -> p + -2.5 * q);
        }
    }

    @Test
    void groupsMayStandOnTheLeft() {
        double[] b = Matrices.gaussian(3, 2 * D);
        double[] got = Matrices.read(session, math.subtract(Matrices.tensor(session, b, 2, D), x));
        for (int k = 0; k < got.length; k++) {
            assertThat(got[k]).isEqualTo(b[k / D / 3 * D + k % D] - a[k]);
        }
    }

    @Test
    void groupsMustDivideTheRows() {
        Native b = Matrices.tensor(session, new double[4 * D], 4, D);
        assertThatThrownBy(() -> math.add(x, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[6×5] float64 and [4×5] float64");
    }

    @Test
    void computesWithNumbers() {
        check(p -> math.add(p, 1.5), p -> p + 1.5);
        check(p -> math.multiply(p, -3), p -> p * -3);
        check(p -> math.divide(p, 3), p -> p / 3);
        check(p -> math.divideInto(2, p), p -> 2 / p);
        check(p -> math.minimum(p, 0.1), p -> Math.min(p, 0.1));
        check(p -> math.maximum(p, 0.1), p -> Math.max(p, 0.1));
        check(p -> math.power(p, 3), p -> Math.pow(p, 3));
    }

    @Test
    void appliesFunctions() {
        check(math::square, p -> p * p);
        check(math::negate, p -> -p);
        check(math::abs, Math::abs);
        check(math::floor, Math::floor);
        check(math::exp, Math::exp);
        check(math::sin, Math::sin);
        check(math::cos, Math::cos);
        check(p -> math.sqrt(math.square(p)), Math::abs);
        check(p -> math.log(math.abs(p)), p -> Math.log(Math.abs(p)));
    }

    @Test
    void keepsNaN() {
        Native y = Matrices.tensor(session, new double[] {Double.NaN, 1, -1}, 1, 3);
        assertThat(Matrices.read(session, math.maximum(y, 0))).containsExactly(Double.NaN, 1, 0);
        assertThat(Matrices.read(session, math.minimum(y, 0))).containsExactly(Double.NaN, 0, -1);
        assertThat(Matrices.read(session, math.sqrt(y))).containsExactly(Double.NaN, 1, Double.NaN);
    }

    @Test
    void floatsStayFloats() {
        Native f = new Transfer(session).upload(a, Dtype.FLOAT32, N, D);
        for (Native y : new Native[] {math.add(f, 0.1), math.multiply(f, 0.1), math.divide(f, 3), math.maximum(f, 0)}) {
            assertThat(y.dtype()).isEqualTo(Dtype.FLOAT32);
        }
        assertThat(new Transfer(session).floats(math.add(f, f))[7]).isEqualTo((float) a[7] + (float) a[7]);
    }

    private void check(UnaryOperator<Native> torch, DoubleUnaryOperator java) {
        double[] got = Matrices.read(session, torch.apply(x));
        for (int k = 0; k < got.length; k++) {
            double expected = java.applyAsDouble(a[k]);
            assertThat(got[k]).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
        }
    }

    private void check(int[] shape, BinaryOperator<Native> torch, DoubleBinaryOperator java) {
        double[] b = Matrices.gaussian(2, shape[0] * shape[1]);
        double[] got = Matrices.read(session, torch.apply(x, Matrices.tensor(session, b, shape[0], shape[1])));
        assertThat(got).hasSize(N * D);
        for (int i = 0; i < N; i++) {
            int row = i / (N / shape[0]);
            for (int j = 0; j < D; j++) {
                double right = b[row * shape[1] + (shape[1] == 1 ? 0 : j)];
                double expected = java.applyAsDouble(a[i * D + j], right);
                assertThat(got[i * D + j]).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
            }
        }
    }
}
