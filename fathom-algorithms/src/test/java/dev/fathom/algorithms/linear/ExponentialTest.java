package dev.fathom.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    private final Heap heap = Heap.single();
    private final Tensor identity = heap.of(new double[] {1, 0, 0, 1}, 2, 2);

    private Exponential of(double... x) {
        return Exponential.of(heap.of(x, 2, 2), identity);
    }

    @Test
    void diagonalMatricesOfAnySize() {
        for (double a : new double[] {0, 1e-9, 0.1, 0.25, 0.3, 1, 7, 30}) {
            Exponential e = of(a, 0, 0, -a / 2);
            assertThat(e.positive().at(0, 0) / Math.exp(a)).isCloseTo(1, within(1e-13));
            assertThat(e.positive().at(1, 1) / Math.exp(-a / 2)).isCloseTo(1, within(1e-13));
            assertThat(e.negative().at(0, 0) / Math.exp(-a)).isCloseTo(1, within(1e-13));
            assertThat(e.positive().at(0, 1)).isZero();
        }
    }

    @Test
    void rotationsAndHyperbolas() {
        Exponential turn = of(0, -2, 2, 0);
        assertThat(turn.positive().toArray())
                .containsExactly(new double[] {Math.cos(2), -Math.sin(2), Math.sin(2), Math.cos(2)}, within(1e-14));
        Exponential stretch = of(0, 0.2, 0.2, 0);
        assertThat(stretch.negative().toArray())
                .containsExactly(
                        new double[] {Math.cosh(0.2), -Math.sinh(0.2), -Math.sinh(0.2), Math.cosh(0.2)}, within(1e-15));
    }

    @Test
    void nilpotentMatrices() {
        assertThat(of(0, 3, 0, 0).positive().toArray()).containsExactly(new double[] {1, 3, 0, 1}, within(1e-14));
    }

    @Test
    void whatIsNotANumberEnds() {
        assertThat(of(Double.NaN, 0, 0, 1).positive().at(0, 0)).isNaN();
        assertThat(of(Double.POSITIVE_INFINITY, 0, 0, 1).positive().at(0, 0)).isNotEqualTo(1);
    }
}
