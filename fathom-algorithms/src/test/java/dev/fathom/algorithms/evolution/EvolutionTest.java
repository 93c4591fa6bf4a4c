package dev.fathom.algorithms.evolution;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvolutionTest {

    private static final OnePlusOne ONE = new OnePlusOne();

    private static Row told(double value, int notes, double... x) {
        Row row = new Row(0, x, notes);
        row.tell(value, 0);
        return row;
    }

    private static Row propose(OnePlusOne.State s, Rng rng) {
        Row row = new Row(0, new double[2], 2);
        ONE.propose(s, row, rng);
        return row;
    }

    @Test
    void onePlusOneBeginsAtTheStart() {
        OnePlusOne.State s = ONE.start(Runs.reals(2, 4), Rng.of(1));
        assertThat(propose(s, Rng.of(1)).x).containsExactly(4, 4);
        assertThat(propose(s, Rng.of(1)).x).doesNotContain(4);
    }

    @Test
    void stepSizeFollowsTheOneFifthRule() {
        Rng rng = Rng.of(1);
        OnePlusOne.State s = ONE.start(Runs.reals(2, 4), rng);
        for (double value : new double[] {10, 9, 11, 9}) { // first, better, worse, equal
            Row row = propose(s, rng);
            row.tell(value, 0);
            s = ONE.learn(s, row, rng);
        }
        assertThat(s.sigma).isEqualTo(2 * 0.84);
    }

    @Test
    void foreignPointBecomesTheParentOnlyIfItIsNotWorse() {
        Rng rng = Rng.of(1);
        OnePlusOne.State s = ONE.start(Runs.reals(2, 4), rng);
        s = ONE.inform(s, told(5, 0, 1, 1), rng);
        s = ONE.inform(s, told(6, 0, 2, 2), rng);
        assertThat(s.parent(s.adopted - 1)).isNotNull().extracting(r -> r.x[0]).isEqualTo(1.0);
        assertThat(s.sigma).isEqualTo(1);
    }

    @Test
    void saysWhyItHasFinished() {
        assertThat(Runs.of(ONE, Runs.reals(2, 1), SPHERE, 5000, 1).finished()).contains("step size");
        assertThat(Runs.of(ONE, Runs.reals(2, 1), x -> 1, 5000, 1).finished()).contains("better than the parent");
        assertThat(Runs.of(ONE, Runs.reals(2, 1), x -> 1 + SPHERE.applyAsDouble(x), 5000, 1)
                        .finished())
                .contains("better than the parent");
    }

    @ParameterizedTest
    @EnumSource
    void childrenMixParentAndDonor(Crossover crossover) {
        Rng rng = Rng.of(3);
        double[] parent = new double[8];
        double donors = 0;
        for (int i = 0; i < 2000; i++) {
            double[] child = new double[8];
            Arrays.fill(child, 1);
            crossover.mix(child, parent, 0.5, rng);
            double share = Arrays.stream(child).average().orElseThrow();
            assertThat(child).containsAnyOf(0, 1);
            donors += share / 2000;
        }
        assertThat(donors).isBetween(0.45, 0.6);
    }

    @Test
    void segmentsAreContiguousOnTheCircle() {
        Rng rng = Rng.of(3);
        for (int i = 0; i < 200; i++) {
            double[] child = new double[9];
            Arrays.fill(child, 1);
            Crossover.TWO_POINTS.mix(child, new double[9], 0.5, rng);
            int changes = 0;
            for (int j = 0; j < 9; j++) {
                changes += child[j] != child[(j + 1) % 9] ? 1 : 0;
            }
            assertThat(changes).isIn(0, 2);
        }
    }

    @Test
    void informedRowsReplaceTheWorstMember() {
        DifferentialEvolution de = new DifferentialEvolution().withPopulation(4);
        Rng rng = Rng.of(1);
        DifferentialEvolution.State s = de.start(Shape.reals(2), rng);
        for (double value : new double[] {4, 9, 1, 3}) {
            s = de.inform(s, told(value, 0, value, value), rng);
        }
        s = de.inform(s, told(2, 0, 2, 2), rng);
        s = de.inform(s, told(8, 0, 8, 8), rng);
        assertThat(s.members).extracting(r -> r == null ? -1 : r.value()).containsExactly(4.0, 2.0, 1.0, 3.0);
        assertThat(s.best).isEqualTo(2);
    }

    @Test
    void collapsedPopulationHasFinished() {
        DifferentialEvolution de = new DifferentialEvolution();
        assertThat(Runs.of(de, Runs.reals(2, 0), x -> 1 + Math.abs(x[0]) + Math.abs(x[1]), 20_000, 1)
                        .finished())
                .contains("all members");
    }
}
