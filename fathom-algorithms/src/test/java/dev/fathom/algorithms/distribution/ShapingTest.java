package dev.fathom.algorithms.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Population;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShapingTest {

    private static final double FAILED = Double.POSITIVE_INFINITY;
    private static final Offset<Double> CLOSE = within(1e-15);

    private final Heap heap = Heap.single();

    private Population told(int searches, double... f) {
        Tensor values = heap.column(f);
        return new Population(values, values, heap.full(f.length, 1, 0), values.ranks(searches), searches);
    }

    private double[] utilities(FitnessShaping shaping, Population told) {
        return shaping.prepare(heap, told.perSearch()).of(told).toArray();
    }

    @Test
    void tablesByPlace() {
        Population told = told(1, 30, 10, 40, 20);
        assertThat(utilities(FitnessShaping.CENTERED, told))
                .containsExactly(new double[] {-1 / 6.0, 0.5, -0.5, 1 / 6.0}, CLOSE);
        assertThat(utilities(FitnessShaping.LINEAR, told))
                .containsExactly(new double[] {1 / 3.0, 1, 0, 2 / 3.0}, CLOSE);
        double best = Math.log(3);
        double second = Math.log(3) - Math.log(2);
        assertThat(utilities(FitnessShaping.NES, told))
                .containsExactly(
                        new double[] {-0.25, best / (best + second) - 0.25, -0.25, second / (best + second) - 0.25},
                        CLOSE);
    }

    @Test
    void tablesByValue() {
        Population told = told(1, 3, 1, 4, 2);
        assertThat(utilities(FitnessShaping.RAW, told)).containsExactly(-3, -1, -4, -2);
        double sd = Math.sqrt(5 / 3.0);
        assertThat(utilities(FitnessShaping.NORMALIZED, told))
                .containsExactly(new double[] {-0.5 / sd, 1.5 / sd, -1.5 / sd, 0.5 / sd}, CLOSE);
    }

    @Test
    void tiesHaveTheOrderOfTheirRowsOrTheSameValue() {
        Population told = told(1, 5, 5, 5);
        assertThat(utilities(FitnessShaping.CENTERED, told)).containsExactly(0.5, 0, -0.5);
        assertThat(utilities(FitnessShaping.NORMALIZED, told)).containsExactly(0, 0, 0);
        assertThat(FitnessShaping.RAW.prepare(heap, 3).unit().of(told).toArray())
                .containsExactly(0, 0, 0);
    }

    @Test
    void oneAndTwoRows() {
        for (FitnessShaping shaping : FitnessShaping.values()) {
            double one = shaping == FitnessShaping.RAW ? -7 : 0;
            assertThat(utilities(shaping, told(1, 7))).containsExactly(one);
            assertThat(shaping.prepare(heap, 1).unit().of(told(1, 7)).toArray()).containsExactly(0);
            assertThat(shaping.prepare(heap, 2).unit().of(told(1, 7, 5)).toArray())
                    .containsExactly(new double[] {-0.5, 0.5}, CLOSE);
        }
    }

    @Test
    void failuresCountAsTheWorstValue() {
        assertThat(utilities(FitnessShaping.RAW, told(1, 3, FAILED, 1))).containsExactly(-3, -3, -1);
        assertThat(utilities(FitnessShaping.CENTERED, told(1, 3, FAILED, 1))).containsExactly(0, -0.5, 0.5);
        for (FitnessShaping shaping : FitnessShaping.values()) {
            double[] two = shaping.prepare(heap, 2)
                    .centered()
                    .of(told(2, FAILED, FAILED, 2, 1))
                    .toArray();
            assertThat(two[0]).isZero();
            assertThat(two[1]).isZero();
            assertThat(two[2]).isNegative();
            assertThat(two[3]).isEqualTo(-two[2], CLOSE);
        }
    }

    @Test
    void rowsThatBreakConstraintsAreNoBetterThanTheOthers() {
        Tensor f = heap.column(-50, 3, 1);
        Population told = new Population(f, f, heap.column(2, 0, 0), heap.column(2, 1, 0), 1);
        assertThat(utilities(FitnessShaping.RAW, told)).containsExactly(-3, -3, -1);
    }

    @Test
    void placesServeSeveralObjectives() {
        Tensor f = heap.of(new double[] {1, 9, 5, 5, 9, 1}, 3, 2);
        Population told = new Population(f, f, heap.full(3, 1, 0), heap.column(2, 0, 1), 1);
        assertThat(utilities(FitnessShaping.RAW, told)).containsExactly(new double[] {-2, 0, -1}, CLOSE);
    }

    @Test
    void groupsAreShapedByThemselves() {
        Population told = told(2, 1, 2, 30, 70, 10, 20);
        double[] w = utilities(FitnessShaping.NORMALIZED, told);
        double[] second = utilities(FitnessShaping.NORMALIZED, told(1, 70, 10, 20));
        assertThat(new double[] {w[3], w[4], w[5]}).containsExactly(second);
        assertThat(utilities(FitnessShaping.LINEAR, told)).containsExactly(1, 0.5, 0, 0, 1, 0.5);
    }

    @Test
    void limitsOfDeviations() {
        Tensor before = heap.row(1, 1, 1, 1);
        Limits change = Limits.NONE.withChange(0.2);
        assertThat(change.apply(before, heap.row(0.5, 0.9, 1.1, 3)).toArray()).containsExactly(0.8, 0.9, 1.1, 1.2);
        assertThat(change.withLeast(0.95)
                        .withMost(1.05)
                        .apply(before, heap.row(0.5, 0.9, 1, 3))
                        .toArray())
                .containsExactly(0.95, 0.95, 1, 1.05);
        // the lower limit first, then the upper one
        assertThat(change.withLeast(2).apply(before, heap.row(1, 1, 1, 1)).toArray())
                .containsExactly(1.2, 1.2, 1.2, 1.2);
        assertThat(Limits.NONE.apply(before, heap.row(0, -1, 1e-300, 5)).toArray())
                .containsExactly(1e-3, 1e-3, 1e-3, 5);
        assertThatThrownBy(() -> new Limits(2, 1, 0.2))
                .hasMessageContaining("2.0")
                .hasMessageEndingWith("?");
    }
}
