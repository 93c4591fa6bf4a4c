package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransformationsTest {

    @Test
    void sinesOfTurnsAreThoseOfRadians() {
        for (double t = -3; t <= 3; t += 1.0 / 1024) {
            assertThat(Turns.cos(t)).isCloseTo(StrictMath.cos(2 * Math.PI * t), within(1e-14));
            assertThat(Turns.sin(t)).isCloseTo(StrictMath.sin(2 * Math.PI * t), within(1e-14));
        }
    }

    @Test
    void oszIsThePublishedFormula() {
        for (double v : new double[] {1e-8, 0.03, 1, 2.5, 700}) {
            double log = StrictMath.log(v);
            double above = StrictMath.exp(log + 0.049 * (StrictMath.sin(10 * log) + StrictMath.sin(7.9 * log)));
            double below = -StrictMath.exp(log + 0.049 * (StrictMath.sin(5.5 * log) + StrictMath.sin(3.1 * log)));
            assertThat(Transformations.osz(v)).isCloseTo(above, within(1e-12 * v));
            assertThat(Transformations.osz(-v)).isCloseTo(below, within(1e-12 * v));
        }
        assertThat(Transformations.osz(0)).isZero();
    }

    @Test
    void asyIsThePublishedFormula() {
        double[] z = Transformations.asy(0.5, 3).of(new double[] {4, 4, -4});
        assertThat(z).containsExactly(new double[] {4, StrictMath.pow(4, 1 + 0.5 * 0.5 * 2), -4}, within(1e-12));
    }

    @Test
    void lambdaSpreadsTheCondition() {
        assertThat(Transformations.lambda(100, 3)).containsExactly(new double[] {1, Math.sqrt(10), 10}, within(1e-14));
    }

    @Test
    void penaltyBeginsOutsideTheBox() {
        assertThat(Transformations.pen(new double[] {5, -5})).isZero();
        assertThat(Transformations.pen(new double[] {5.5, -7})).isEqualTo(4.25);
    }

    @Test
    void ordersArePermutationsThatSort() {
        double[] u = Draws.uniform(50, 3);
        int[] order = Draws.order(50, 3);
        double[] sorted = u.clone();
        Arrays.sort(sorted);
        assertThat(Arrays.stream(order).mapToDouble(i -> u[i]))
                .containsExactly(Arrays.stream(sorted).boxed().toArray(Double[]::new));
        assertThat(sorted[0]).isPositive();
        assertThat(sorted[49]).isLessThanOrEqualTo(1);
    }
}
