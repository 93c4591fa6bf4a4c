package dev.fathom.algorithms.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    /// The first points in the unit cube.
    private static double[][] points(Algorithm algorithm, int d, int n, long budget) {
        Shape shape = Runs.box(d, Boundary.REFLECT).withBudget(budget);
        return Runs.of(algorithm, shape, x -> 0, n, 5).rows().stream()
                .map(Row::proposal)
                .map(x -> java.util.Arrays.stream(x).map(v -> (v + 3) / 6).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void plainHaltonIsTheSequenceOfThePaper() {
        double[][] u = points(new Halton(false), 3, 4, 4);
        double[][] expected = {
            {1 / 2.0, 1 / 3.0, 1 / 5.0},
            {1 / 4.0, 2 / 3.0, 2 / 5.0},
            {3 / 4.0, 1 / 9.0, 3 / 5.0},
            {1 / 8.0, 4 / 9.0, 4 / 5.0}
        };
        for (int i = 0; i < 4; i++) {
            assertThat(u[i]).containsExactly(expected[i], within(1e-12));
        }
    }

    /// Any p^k points in a row have one in each interval of length p^-k.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void haltonFillsEveryInterval(boolean scrambled) {
        int[] counts = {32, 27, 25};
        double[][] u = points(new Halton(scrambled), 3, 32, 32);
        for (int j = 0; j < 3; j++) {
            boolean[] hit = new boolean[counts[j]];
            for (int i = 0; i < counts[j]; i++) {
                hit[(int) Math.floor(u[i][j] * counts[j] + 1e-9)] = true;
            }
            assertThat(hit).doesNotContain(false);
        }
    }

    @Test
    void scramblingBreaksTheCorrelationOfLargeBases() {
        assertThat(Math.abs(correlation(points(new Halton(false), 20, 30, 30), 18, 19)))
                .isGreaterThan(0.8);
        assertThat(Runs.median(seed -> Math.abs(correlation(scrambled(seed), 18, 19))))
                .isLessThan(0.4);
    }

    private static double[][] scrambled(long seed) {
        RadicalInverse inverse = new RadicalInverse(20, true, Rng.of(seed));
        double[][] u = new double[30][20];
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 20; j++) {
                u[i][j] = inverse.at(j, i + 1);
            }
        }
        return u;
    }

    private static double correlation(double[][] u, int a, int b) {
        double meanA = 0;
        double meanB = 0;
        for (double[] x : u) {
            meanA += x[a] / u.length;
            meanB += x[b] / u.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (double[] x : u) {
            ab += (x[a] - meanA) * (x[b] - meanB);
            aa += (x[a] - meanA) * (x[a] - meanA);
            bb += (x[b] - meanB) * (x[b] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void hammersleyHasOnePointPerSliceAndGoesOnAsHalton() {
        double[][] u = points(new Hammersley(false), 2, 12, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(u[i][0]).isCloseTo((i + 0.5) / 10, within(1e-12));
        }
        assertThat(u[2]).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
        assertThat(u[10][0]).isCloseTo(2 / 3.0 + 1 / 27.0, within(0.3));
        assertThat(u[10]).isNotEqualTo(u[0]);
    }

    @Test
    void hammersleyNeedsABudget() {
        assertThatThrownBy(() -> new Hammersley().start(Shape.reals(2), Rng.of(1)))
                .hasMessageContaining("budget");
    }

    @Test
    void randomSearchIsUniformInABox() {
        double mean = 0;
        for (double[] u : points(new RandomSearch(), 1, 10_000, 10_000)) {
            mean += u[0] / 10_000;
        }
        assertThat(mean).isCloseTo(0.5, within(0.015)); // five standard errors
    }
}
