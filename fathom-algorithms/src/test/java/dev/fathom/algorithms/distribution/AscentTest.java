package dev.fathom.algorithms.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Steps against steps by hand.
class AscentTest {

    private static final Offset<Double> CLOSE = within(1e-14);

    private final Heap heap = Heap.single();
    private final Tensor center = heap.row(0, 0);

    /// The steps after gradients of two columns.
    private double[][] steps(Ascent ascent, double[]... gradients) {
        double[][] steps = new double[gradients.length][];
        Ascent.Motion motion = ascent.start(center);
        for (int t = 0; t < gradients.length; t++) {
            motion = ascent.next(motion, heap.row(gradients[t]));
            steps[t] = motion.step().toArray();
        }
        return steps;
    }

    private static double[] g(double... gradient) {
        return gradient;
    }

    @Test
    void clipUp() {
        double[][] steps =
                steps(new ClipUp(1, 0.5, 1.2), g(30, 40), g(0, 0), g(0.6, 0.8), g(-1e-30, 0), g(6e200, 8e200));
        assertThat(steps[0]).containsExactly(g(0.6, 0.8), CLOSE);
        assertThat(steps[1]).containsExactly(g(0.3, 0.4), CLOSE); // no direction
        // 0.5·(0.3, 0.4) + (0.6, 0.8) has length 1.25, more than 1.2
        assertThat(steps[2]).containsExactly(g(0.72, 0.96), CLOSE);
        assertThat(steps[3]).containsExactly(g(0.36 - 1, 0.48), CLOSE);
        assertThat(steps[4]).containsExactly(g(0.28, 1.04), CLOSE);
    }

    @Test
    void clipUpKeepsSearchesApart() {
        ClipUp ascent = new ClipUp(1, 0.9, 2);
        Ascent.Motion motion = ascent.start(heap.full(3, 2, 0));
        Tensor step = ascent.next(motion, heap.of(new double[] {3, 4, 0, 0, 0, -5}, 3, 2))
                .step();
        assertThat(step.toArray()).containsExactly(new double[] {0.6, 0.8, 0, 0, 0, -1}, CLOSE);
    }

    @Test
    void clipUpChoosesFromTheRadius() {
        assertThat(new ClipUp().within(30)).isEqualTo(new ClipUp(1, 0.9, 2));
        assertThat(new ClipUp().withRate(3).within(30)).isEqualTo(new ClipUp(3, 0.9, 6));
        assertThat(new ClipUp().withMaxSpeed(3).within(30)).isEqualTo(new ClipUp(1.5, 0.9, 3));
    }

    @Test
    void adam() {
        double[][] steps = steps(new Adam(0.1), g(2, -0.5), g(-1, 0));
        assertThat(steps[0]).containsExactly(g(0.1 * 2 / (2 + 1e-8), -0.1 * 0.5 / (0.5 + 1e-8)), CLOSE);
        double m = (0.9 * 0.1 * 2 - 0.1) / (1 - 0.81);
        double v = (0.999 * 0.001 * 4 + 0.001) / (1 - 0.999 * 0.999);
        assertThat(steps[1][0]).isCloseTo(0.1 * m / (Math.sqrt(v) + 1e-8), CLOSE);
        double m1 = 0.9 * 0.1 * -0.5 / (1 - 0.81);
        double v1 = 0.999 * 0.001 * 0.25 / (1 - 0.999 * 0.999);
        assertThat(steps[1][1]).isCloseTo(0.1 * m1 / (Math.sqrt(v1) + 1e-8), CLOSE);
    }

    @Test
    void sgd() {
        assertThat(steps(new Sgd(0.5), g(2, 4), g(1, 0))).isDeepEqualTo(new double[][] {{1, 2}, {0.5, 0}});
        Sgd heavy = new Sgd(1).withMomentum(0.5);
        assertThat(steps(heavy, g(2, 4), g(1, 0))).isDeepEqualTo(new double[][] {{2, 4}, {2, 2}});
        assertThat(steps(heavy.withDampening(0.5), g(2, 4), g(1, 0))).isDeepEqualTo(new double[][] {{1, 2}, {1, 1}});
        assertThat(steps(heavy.withNesterov(), g(2, 4), g(1, 0))).isDeepEqualTo(new double[][] {{3, 6}, {2, 1}});
        assertThatThrownBy(() -> new Sgd(1).withNesterov()).hasMessageEndingWith("?");
    }
}
