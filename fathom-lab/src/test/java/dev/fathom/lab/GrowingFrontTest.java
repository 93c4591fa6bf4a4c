package dev.fathom.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.lab.measure.GrowingFront;
import dev.fathom.lab.measure.Hypervolume;
import dev.fathom.math.Rng;
import dev.fathom.problems.Box;
import dev.fathom.problems.Known;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingFrontTest {

    /// Points with coordinates among few values, so that equal ones occur.
    private static List<double[]> points(int m, int n, Rng rng) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] z = new double[m];
            Arrays.setAll(z, k -> rng.nextInt(8) / 8.0);
            points.add(z);
        }
        return points;
    }

    /// Counts the cells of the grid that are dominated.
    private static double counted(List<double[]> points, int m) {
        int cells = (int) StrictMath.pow(8, m);
        int dominated = 0;
        for (int cell = 0; cell < cells; cell++) {
            int[] corner = new int[m];
            for (int k = 0, rest = cell; k < m; k++, rest /= 8) {
                corner[k] = rest % 8;
            }
            dominated += points.stream().anyMatch(z -> isBelow(z, corner)) ? 1 : 0;
        }
        return (double) dominated / cells;
    }

    private static boolean isBelow(double[] z, int[] corner) {
        for (int k = 0; k < z.length; k++) {
            if (z[k] * 8 > corner[k]) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void volumesAreThoseOfTheDominatedCells(int m) {
        for (int seed = 0; seed < 20; seed++) {
            List<double[]> points = points(m, 1 + seed, Rng.of(seed));
            double expected = counted(points, m);
            GrowingFront front = new GrowingFront(m);
            double before = 0;
            for (double[] z : points) {
                boolean isNew = front.add(z);
                assertThat(front.volume() > before + 1e-12).isEqualTo(isNew);
                before = front.volume();
            }
            assertThat(front.volume()).isCloseTo(expected, within(1e-12));
            double[] corner = new double[m];
            Arrays.fill(corner, 1);
            assertThat(Hypervolume.of(points.toArray(double[][]::new), corner)).isCloseTo(expected, within(1e-12));
            assertThat(Hypervolume.of(front.points(), corner)).isCloseTo(expected, within(1e-12));
        }
    }

    /// (x, 1 - √x) between ideal (0, 0) and reference (1, 1) dominates ∫√x = 2/3. Losses are 10 times as large.
    private static TestProblem curve() {
        Known.Front front = new Known.Front(new double[] {0, 0}, new double[] {10, 10}, n -> {
            double[][] points = new double[n][];
            for (int i = 0; i < n; i++) {
                double x = (double) i / (n - 1);
                points[i] = new double[] {10 * x, 10 * (1 - Math.sqrt(x))};
            }
            return points;
        });
        return new TestProblem(
                "curve:d1", Box.cube(1, 0, 2), Goal.minimize(2), x -> Outcome.of(x[0], x[0]), null, front);
    }

    @Test
    void theVolumeOfACurveIsItsIntegral() {
        References references = new References();
        TestProblem curve = curve();
        Known.Front front = (Known.Front) curve.known();
        assertThat(references.volume("curve", front)).isCloseTo(2.0 / 3, within(2e-6));
    }

    @Test
    void theGapIsWhatIsMissing() {
        double[] targets = curve().known().targets();
        assertThat(targets).hasSize(51).startsWith(1.0);
        assertThat(targets[50]).isCloseTo(1e-5, within(1e-15));
        Quality gap = Quality.of(curve(), new References());
        assertThat(gap.delta(Outcome.of(13, 14))).isCloseTo(2.0 / 3 + 0.5, within(1e-5)); // 3-4-5
        assertThat(gap.delta(Outcome.of(13, 10))).isCloseTo(2.0 / 3 + 0.3, within(1e-5));
        assertThat(gap.delta(Outcome.of(5, 5))).isCloseTo(2.0 / 3 - 0.25, within(1e-5));
        assertThat(gap.delta(Outcome.of(6, 6))).isCloseTo(2.0 / 3 - 0.25, within(1e-5));
        assertThat(gap.delta(Outcome.of(0, 9).subjectTo(1))).isCloseTo(2.0 / 3 - 0.25, within(1e-5));
        assertThat(gap.delta(Outcome.of(0, 9).subjectTo(0))).isCloseTo(2.0 / 3 - 0.3, within(1e-5));
    }

    @Test
    void withoutAKnownFrontTheWholeBoxIsMissing() {
        Known.Front unknown = new Known.Front(new double[] {0, 0}, new double[] {1, 1}, n -> new double[0][]);
        assertThat(new References().volume("unknown", unknown)).isEqualTo(1);
        HypervolumeGap gap = new HypervolumeGap(unknown, 1);
        assertThat(gap.delta(Outcome.of(0.5, 0.5))).isEqualTo(0.75);
        assertThat(gap.distance()).isNaN();
    }

    @Test
    void distanceIsZeroOnTheFront() {
        Known.Front front = (Known.Front) curve().known();
        HypervolumeGap gap = new HypervolumeGap(front, 2.0 / 3);
        assertThat(gap.distance()).isInfinite();
        for (double[] losses : front.points().apply(2000)) {
            gap.delta(Outcome.of(losses));
        }
        assertThat(gap.distance()).isBetween(0.0, 1e-3);
        assertThat(gap.volume()).isCloseTo(2.0 / 3, within(1e-3));
    }
}
