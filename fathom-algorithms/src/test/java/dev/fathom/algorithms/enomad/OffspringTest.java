package dev.fathom.algorithms.enomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Row;
import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OffspringTest {

    private static final Range RANGE = new Range(new double[] {-1, -1}, new double[] {1, 1});

    /// Point (i, i) with the value `values[i]`, failed if that is NaN.
    private static Row[] population(double... values) {
        Row[] rows = new Row[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[] {i, i}, 0);
            if (Double.isNaN(values[i])) {
                rows[i].fail();
            } else {
                rows[i].tell(values[i], 0);
            }
        }
        return rows;
    }

    private static Offspring breeding(Crossover crossover, int population, int elites, int mutated) {
        return new Offspring(
                new Breeding().withCrossover(crossover), new Sizes(population, elites, 2, 10, mutated), RANGE);
    }

    @Test
    void theBestStayBestFirst() {
        Row[] rows = population(3, Double.NaN, -5, 0, 7);
        Row[] before = rows.clone();
        breeding(new Crossover.Uniform(0.5), 5, 3, 1).replaceWorst(rows, Rng.of(1));
        assertThat(rows).startsWith(before[2], before[3], before[0]);
        assertThat(rows[3].isTold()).isFalse();
        assertThat(rows[4].isTold()).isFalse();
    }

    @Test
    void infeasibleAndFailedOnesComeLast() {
        Row[] rows = population(Double.NaN, 1, 2, 3);
        rows[1] = new Row(1, new double[] {1, 1}, 0);
        rows[1].tell(-100, 0.1);
        Row[] before = rows.clone();
        breeding(new Crossover.Uniform(0.5), 4, 3, 1).replaceWorst(rows, Rng.of(1));
        assertThat(rows).startsWith(before[2], before[3], before[1]);
    }

    @Test
    void everyChildIsMutatedInDistinctCoordinates() {
        for (int mutated = 1; mutated <= 2; mutated++) {
            Row[] rows = population(0, 0, 0, 0, 0, 0, 0, 0);
            breeding(new Crossover.Uniform(0.5), 8, 1, mutated).replaceWorst(rows, Rng.of(1));
            for (int i = 1; i < 8; i++) {
                assertThat(Arrays.stream(rows[i].x).filter(v -> v != Math.rint(v)))
                        .hasSize(mutated)
                        .allMatch(v -> v >= -1 && v < 1);
            }
        }
    }

    @Test
    void childrenThatEqualAParentKeepItsResult() {
        Row[] rows = population(1, 2, 3, 4);
        breeding(new Crossover.Uniform(0.5), 4, 1, 0).replaceWorst(rows, Rng.of(1));
        assertThat(rows).containsOnly(rows[0]);
    }

    @Test
    void betterParentsHaveMoreChildrenWhateverTheSign() {
        for (double shift : new double[] {0, 2, 10}) {
            int[] children = new int[4];
            for (int seed = 0; seed < 2000; seed++) {
                Row[] rows = population(0 - shift, 1 - shift, 2 - shift, 3 - shift, 9);
                breeding(new Crossover.Uniform(1), 5, 4, 0).replaceWorst(rows, Rng.of(seed));
                children[(int) rows[4].x[0]]++;
            }
            // weights 4, 3, 2, 1
            for (int i = 0; i < 4; i++) {
                assertThat(children[i] / 2000.0).isCloseTo((4 - i) / 10.0, within(0.04));
            }
        }
    }

    @Test
    void crossoverByFitnessPrefersTheBetterParent() {
        Crossover crossover = new Crossover.Fitness(2);
        assertThat(crossover.share(3, 1)).isEqualTo(0.5625);
        assertThat(new Crossover.Fitness(1).share(1, 1)).isEqualTo(0.5);
        assertThat(new Crossover.Uniform(0.3).share(3, 1)).isEqualTo(0.3);
        double[] child = Crossover.mix(new double[10_000], filled(10_000), 0.5625, Rng.of(1));
        assertThat(Arrays.stream(child).average().orElse(0)).isCloseTo(1 - 0.5625, within(0.02));
    }

    private static double[] filled(int d) {
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return ones;
    }
}
