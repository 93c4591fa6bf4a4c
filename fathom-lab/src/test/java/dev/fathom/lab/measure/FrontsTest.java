package dev.fathom.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontsTest {

    private static double[][] cloud(Rng rng, int n, int m) {
        double[][] points = new double[n][m];
        for (double[] point : points) {
            Arrays.setAll(point, i -> rng.nextDouble());
        }
        return points;
    }

    private static double[] filled(int m, double value) {
        double[] point = new double[m];
        Arrays.fill(point, value);
        return point;
    }

    @Test
    void hypervolumesByHand() {
        double[] reference = {4, 4};
        assertThat(Hypervolume.of(new double[][] {{1, 3}, {2, 2}, {3, 1}}, reference))
                .isEqualTo(3 + 2 + 1);
        assertThat(Hypervolume.of(new double[][] {{4, 0}, {5, 1}}, reference)).isZero();
        assertThat(Hypervolume.of(new double[0][], reference)).isZero();
        assertThat(Hypervolume.of(new double[][] {{3}, {1}}, new double[] {4})).isEqualTo(3);
        assertThat(Hypervolume.of(new double[][] {{0, 0, 1}, {1, 0, 0}}, new double[] {2, 2, 2}))
                .isEqualTo(4 + 4 - 2);
    }

    @Test
    void hypervolumesAgreeWithInclusionAndExclusion() {
        Rng rng = Rng.of(3);
        for (int m = 1; m <= 5; m++) {
            for (int repeat = 0; repeat < 30; repeat++) {
                double[][] points = cloud(rng, 1 + rng.nextInt(8), m);
                if (points.length > 2) {
                    points[1][m - 1] = points[0][m - 1];
                    points[2][0] = points[0][0];
                }
                double[] reference = filled(m, 0.9);
                assertThat(Hypervolume.of(points, reference))
                        .isCloseTo(inclusionExclusion(points, reference), within(1e-12));
            }
        }
    }

    private static double inclusionExclusion(double[][] points, double[] reference) {
        double sum = 0;
        for (int subset = 1; subset < 1 << points.length; subset++) {
            double volume = 1;
            for (int i = 0; i < reference.length; i++) {
                double corner = Double.NEGATIVE_INFINITY;
                for (int p = 0; p < points.length; p++) {
                    corner = (subset >> p & 1) == 1 ? Math.max(corner, points[p][i]) : corner;
                }
                volume *= Math.max(0, reference[i] - corner);
            }
            sum += Integer.bitCount(subset) % 2 == 1 ? volume : -volume;
        }
        return sum;
    }

    @Test
    void orderAndDominatedPointsDoNotMatter() {
        Rng rng = Rng.of(4);
        double[][] points = cloud(rng, 60, 4);
        double[] reference = filled(4, 1);
        double volume = Hypervolume.of(points, reference);
        double[][] shuffled =
                Arrays.stream(rng.permutation(60)).mapToObj(i -> points[i]).toArray(double[][]::new);
        assertThat(Hypervolume.of(shuffled, reference)).isCloseTo(volume, within(1e-12));
        assertThat(Hypervolume.of(Fronts.nondominated(points), reference)).isCloseTo(volume, within(1e-12));
        double[][] turned = Arrays.stream(points)
                .map(p -> new double[] {p[2], p[0], p[3], p[1]})
                .toArray(double[][]::new);
        assertThat(Hypervolume.of(turned, reference)).isCloseTo(volume, within(1e-12));
    }

    @Test
    void theNondominatedDominateTheRest() {
        double[][] points = cloud(Rng.of(5), 200, 3);
        double[][] front = Fronts.nondominated(points);
        for (double[] point : points) {
            assertThat(List.of(front)).anyMatch(kept -> Fronts.weaklyDominates(kept, point));
        }
        for (double[] kept : front) {
            long dominating = Arrays.stream(points)
                    .filter(point -> Fronts.weaklyDominates(point, kept))
                    .count();
            assertThat(dominating).as("the point itself alone").isEqualTo(1);
        }
        assertThat(Fronts.nondominated(new double[][] {{1, 2}, {1, 2}, {2, 1}})).hasDimensions(2, 2);
    }

    @Test
    void distancesByHand() {
        double[][] front = {{0, 1}, {1, 0}};
        double[][] points = {{0, 2}, {3, 0}};
        assertThat(FrontDistances.inverted(points, front)).isEqualTo((1 + 2) / 2.0);
        assertThat(FrontDistances.invertedPlus(points, front)).isEqualTo((1 + 2) / 2.0);
        assertThat(FrontDistances.epsilon(points, front)).isEqualTo(2);
        double[][] before = {{-1, -1}};
        assertThat(FrontDistances.invertedPlus(before, front)).isZero();
        assertThat(FrontDistances.inverted(before, front)).isPositive();
        assertThat(FrontDistances.epsilon(before, front)).isEqualTo(-1);
    }

    @Test
    void theFrontItselfHasNoDistance() {
        double[][] front = cloud(Rng.of(6), 20, 3);
        assertThat(FrontDistances.inverted(front, front)).isZero();
        assertThat(FrontDistances.invertedPlus(front, front)).isZero();
        assertThat(FrontDistances.epsilon(front, front)).isZero();
    }

    @Test
    void evenPointsThatReachTheExtremesHaveNoSpread() {
        double[][] line = {{0, 4}, {1, 3}, {2, 2}, {3, 1}, {4, 0}};
        assertThat(FrontDistances.spread(line, line)).isCloseTo(0, within(1e-15));
        double[][] bunch = {{0, 4}, {0.1, 3.9}, {0.2, 3.8}, {4, 0}};
        double[][] half = {{0, 4}, {1, 3}, {2, 2}};
        assertThat(FrontDistances.spread(bunch, line)).isGreaterThan(0.5);
        double gap = Math.sqrt(2);
        assertThat(FrontDistances.spread(half, line)).isCloseTo(2 * gap / (2 * gap + 3 * gap), within(1e-12));
    }

    @Test
    void setsOfDifferentProblemsAreRefused() {
        double[][] two = {{1, 2}};
        double[][] three = {{1, 2, 3}};
        assertThatThrownBy(() -> FrontDistances.inverted(three, two)).hasMessageContaining("not made of 2 numbers");
        assertThatThrownBy(() -> Hypervolume.of(two, new double[] {1, 1, 1})).hasMessageContaining("3 numbers");
        assertThatThrownBy(() -> FrontDistances.epsilon(new double[0][], two)).hasMessageContaining("empty");
        assertThatThrownBy(() -> FrontDistances.spread(two, two)).hasMessageContaining("one point");
    }
}
