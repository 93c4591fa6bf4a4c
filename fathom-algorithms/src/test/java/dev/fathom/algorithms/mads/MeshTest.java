package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshTest {

    private static final Settings PLAIN = Settings.STANDARD;

    private static Mesh mesh(Settings settings, double... frame) {
        Settings all = settings.with(Parameters.INITIAL_FRAME_SIZE, PerVariable.of(frame));
        return new Mesh(new Variables(Shape.reals(frame.length), all));
    }

    private static Mesh granular(double granularity, double frame) {
        return mesh(PLAIN.with(Parameters.GRANULARITY, PerVariable.all(granularity)), frame);
    }

    private static void refine(Mesh mesh, int times) {
        IntStream.range(0, times).forEach(i -> mesh.refine());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.3, 1", "0.05, 0.1", "1, 1", "1.4, 1", "1.6, 2", "3.6, 5", "9, 5", "40, 50", "1e-9, 1e-9"})
    void theFirstFrameIsRoundedToOneTwoOrFiveTimesAPowerOfTen(double given, double rounded) {
        assertThat(mesh(PLAIN, given).frame(0)).isEqualTo(rounded);
    }

    @Test
    void aContinuousMeshShrinksAsTheSquareOfTheFrame() {
        Mesh mesh = mesh(PLAIN, 1);
        double[][] expected = {{1, 1}, {0.5, 0.01}, {0.2, 0.01}, {0.1, 0.01}, {0.05, 1e-4}, {0.02, 1e-4}, {0.01, 1e-4}};
        for (double[] sizes : expected) {
            assertThat(new double[] {mesh.frame(0), mesh.size(0)}).containsExactly(sizes);
            assertThat(mesh.ratio(0)).isCloseTo(sizes[0] / sizes[1], within(1e-9));
            mesh.refine();
        }
    }

    @Test
    void aFrameAboveTheFirstKeepsTheFirstMesh() {
        Mesh mesh = mesh(PLAIN, 1);
        for (double frame : new double[] {1, 2, 5, 10}) {
            assertThat(mesh.frame(0)).isEqualTo(frame);
            mesh.enlarge(new double[] {1e9}, false, 0.1);
        }
        assertThat(mesh.frame(0)).isEqualTo(20);
        assertThat(mesh.size(0)).isEqualTo(1);
        assertThat(mesh.ratio(0)).isEqualTo(20);
    }

    @Test
    void aGranularMeshIsNeverFinerThanTheGranularity() {
        Mesh mesh = granular(0.25, 25);
        assertThat(mesh.frame(0)).isEqualTo(25);
        assertThat(mesh.size(0)).isEqualTo(25);
        mesh.refine();
        assertThat(mesh.frame(0)).isEqualTo(12.5);
        assertThat(mesh.size(0)).isEqualTo(0.25);
        refine(mesh, 20);
        assertThat(mesh.frame(0)).isEqualTo(0.25);
        assertThat(mesh.ratio(0)).isEqualTo(1);
        assertThat(mesh.end()).isEmpty();
    }

    @Test
    void onlyVariablesThatMovedFarAreEnlarged() {
        Mesh mesh = mesh(PLAIN, 1, 1);
        mesh.enlarge(new double[] {0.5, 0.1}, false, 0.1);
        assertThat(mesh.frames()).containsExactly(2, 1);
        mesh.enlarge(new double[] {0.5, 0.1}, true, 0.1);
        assertThat(mesh.frames()).containsExactly(5, 2);
    }

    @Test
    void aVariableFarFinerThanTheOthersIsEnlargedToo() {
        Mesh mesh = mesh(PLAIN, 1, 1);
        mesh.refine();
        mesh.enlarge(new double[] {1, 0}, false, 0.1);
        assertThat(mesh.frames()).containsExactly(1, 0.5);
        mesh.enlarge(new double[] {1, 0}, false, 0.1); // ratios 1 and 50
        assertThat(mesh.frames()).containsExactly(2, 1);
    }

    @Test
    void refiningUndoesEnlarging() {
        Mesh mesh = mesh(PLAIN, 2);
        IntStream.range(0, 7).forEach(i -> mesh.enlarge(new double[1], true, 0.1));
        refine(mesh, 7);
        assertThat(mesh.frame(0)).isEqualTo(2);
        assertThat(mesh.index(0)).isZero();
    }

    @Test
    void minimalSizesEndTheRun() {
        Mesh fine = mesh(PLAIN.with("MIN_MESH_SIZE", "0.01"), 1);
        refine(fine, 3);
        assertThat(fine.end()).isEmpty();
        refine(fine, 1);
        assertThat(fine.end()).contains("MIN_MESH_SIZE");
        Mesh small = mesh(PLAIN.with("MIN_FRAME_SIZE", "0.2"), 1);
        refine(small, 2);
        assertThat(small.end()).isEmpty();
        refine(small, 1);
        assertThat(small.end()).contains("MIN_FRAME_SIZE");
    }

    @Test
    void moreThanFiftyRefinementsOrEnlargementsEndTheRun() {
        Mesh mesh = mesh(PLAIN, 1);
        refine(mesh, 50);
        assertThat(mesh.end()).isEmpty();
        refine(mesh, 1);
        assertThat(mesh.end()).contains("refined more than 50");
        Mesh large = mesh(PLAIN, 1);
        IntStream.range(0, 51).forEach(i -> large.enlarge(new double[1], true, 0.1));
        assertThat(large.end()).contains("enlarged more than 50");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 10, 20})
    void projectedPointsAreShortDecimalsOnTheMesh(int refinements) {
        Mesh mesh = mesh(PLAIN, 1);
        refine(mesh, refinements);
        checkMultiples(mesh, mesh.size(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.05, 0.3, 0.25, 1, 3, 0.007})
    void projectedPointsAreShortDecimalsOnTheGrid(double granularity) {
        Mesh mesh = granular(granularity, 100 * granularity);
        refine(mesh, 10);
        checkMultiples(mesh, granularity);
    }

    private static void checkMultiples(Mesh mesh, double size) {
        Rng rng = Rng.of(1);
        for (int i = 0; i < 200; i++) {
            double v = 5 * rng.nextGaussian();
            double projected = mesh.project(0, v, 0);
            assertThat(Math.abs(projected - v)).isLessThanOrEqualTo(size / 2 * (1 + 1e-9));
            assertThat(new BigDecimal(Double.toString(projected)).remainder(new BigDecimal(Double.toString(size))))
                    .as("%s as a multiple of %s", projected, size)
                    .isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(mesh.project(0, projected, 0)).isEqualTo(projected);
        }
    }

    @Test
    void aCentreBesideTheMeshCarriesTheMeshWithIt() {
        Mesh mesh = mesh(PLAIN, 1);
        assertThat(mesh.project(0, 2.4, 0.3)).isEqualTo(2.3);
        assertThat(mesh.project(0, 2.4, 0.0)).isEqualTo(2.0);
    }

    @Test
    void stepsReachTheFrameAndAreRoundedHalfAwayFromZero() {
        Mesh mesh = mesh(PLAIN, 5);
        assertThat(mesh.step(0, 1)).isEqualTo(5);
        assertThat(mesh.step(0, -1)).isEqualTo(-5);
        assertThat(mesh.step(0, 0.5)).isEqualTo(3);
        assertThat(mesh.step(0, -0.5)).isEqualTo(-3);
    }
}
