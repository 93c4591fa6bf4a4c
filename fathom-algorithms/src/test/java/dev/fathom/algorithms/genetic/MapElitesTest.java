package dev.fathom.algorithms.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Evaluation;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Study;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapElitesTest {

    private static final Heap HEAP = Heap.single();

    private static Shape shape(int objectives) {
        return new Shape(Space.reals(3, -5, 5).columns(), objectives, 0, Shape.UNLIMITED, 1, false, Start.origin(3));
    }

    @Test
    void aSharedEdgeBelongsToOneCell() {
        Grid grid = new Grid(List.of(new Grid.Range(0, 4, 4), new Grid.Range(-1, 1, 2)), false);
        Tensor features = HEAP.of(new double[] {0, -1, 1, 0, 4, 1, 3.5, -0.1, -0.1, 0, 2, 1.1, Double.NaN, 0}, 7, 2);
        assertThat(grid.cells(features).toArray()).containsExactly(0, 3, 7, 6, 8, 8, 8);
    }

    @Test
    void openGridsHaveEndlessOuterCells() {
        Grid grid = new Grid(List.of(new Grid.Range(0, 3, 5)), true); // edges 0, 1, 2, 3
        assertThat(grid.cells(HEAP.column(-100, 0, 0.5, 1, 2.9, 3, 1e9)).toArray())
                .containsExactly(0, 1, 1, 2, 3, 4, 4);
    }

    @Test
    void centroidsAreSpreadAndTakeWhatIsNearest() {
        Centroids cells = Centroids.of(new double[] {0, 0}, new double[] {1, 1}, 16, new Noise(3));
        double[] sample = HEAP.uniform(400, 2, new Noise(4)).toArray();
        double[] found = cells.cells(HEAP.of(sample, 400, 2)).toArray();
        int[] sizes = new int[16];
        for (int i = 0; i < 400; i++) {
            int nearest = 0;
            for (int c = 1; c < 16; c++) {
                nearest = distance(cells, c, sample, i) < distance(cells, nearest, sample, i) ? c : nearest;
            }
            assertThat(found[i]).isEqualTo(nearest);
            sizes[nearest]++;
        }
        assertThat(Arrays.stream(sizes).max().orElseThrow()).isLessThan(50); // 25 each if equal
        assertThat(cells.cells(HEAP.row(Double.NaN, 0)).toArray()).containsExactly(16);
    }

    private static double distance(Centroids cells, int c, double[] x, int i) {
        double first = cells.points().get(c).get(0) - x[2 * i];
        double second = cells.points().get(c).get(1) - x[2 * i + 1];
        return first * first + second * second;
    }

    /// Loss Σ x², features the first two coordinates.
    private static Tensor loss(Tensor x) {
        return x.square().rowSums().beside(x.columns(0, 2));
    }

    @Test
    void everyCellHoldsTheBestOfAllThatFellIntoIt() {
        int k = 2;
        Grid grid = Grid.of(2, -3, 3, 6);
        MapElites search = new MapElites().withNiches(grid).withPopulation(40).withTournament(1);
        MapElites.State state = search.start(shape(3), HEAP.full(k, 3, 0), new Noise(1));
        List<Map<Double, Double>> best = List.of(new HashMap<>(), new HashMap<>());
        for (int g = 0; g < 30; g++) {
            Tensor x = search.sample(state, 40, new Noise(10 + g));
            Tensor f = loss(x);
            double[] cells = grid.cells(x.columns(0, 2)).toArray();
            for (int i = 0; i < cells.length; i++) {
                best.get(i / 40).merge(cells[i], f.at(i, 0), Math::min);
            }
            state = search.update(state, Population.ranked(x, f, f.columns(0, 1).times(0), k), new Noise(2));
        }
        double[] f = state.elites().f().columns(0, 1).toArray();
        for (int i = 0; i < f.length; i++) {
            double expected = best.get(i / 36).getOrDefault((double) (i % 36), Double.POSITIVE_INFINITY);
            assertThat(f[i]).isEqualTo(expected);
            if (Double.isFinite(f[i])) {
                Tensor x = state.elites().x().rows(i, i + 1);
                assertThat(grid.cells(x.columns(0, 2)).at(0, 0)).isEqualTo(i % 36);
                assertThat(loss(x).toArray())
                        .containsExactly(state.elites().f().rows(i, i + 1).toArray());
            }
        }
        assertThat(state.filled().columnSums(1).at(0, 0)).isGreaterThan(60);
    }

    /// Whether rows are told one by one or as whole populations: settings in the parameters' own scale.
    @Test
    void aStudyEndsWithTheArchive() {
        Grid grid = Grid.of(2, -3, 3, 6);
        MapElites search = new MapElites().withNiches(grid).withPopulation(50).withOperators(new GaussianMutation(0.3));
        Study<double[]> whole = Study.of(Space.reals(3, -30, 30), Objective.tensor(3, MapElitesTest::tenth))
                .goal(Goal.minimize(3))
                .optimizer(search)
                .budget(3_000);
        Study<double[]> byRows = whole.timeout(Duration.ofMinutes(1)); // which populations have not
        for (Study<double[]> study : List.of(whole, byRows)) {
            List<Evaluation<double[]>> elites = study.run().population();
            assertThat(elites).hasSizeBetween(30, 36);
            double[] cells = new double[elites.size()];
            for (int i = 0; i < cells.length; i++) {
                Evaluation<double[]> elite = elites.get(i);
                double[] expected = tenth(HEAP.row(elite.value())).toArray();
                assertThat(elite.losses()).usingComparatorWithPrecision(1e-12).containsExactly(expected);
                cells[i] = grid.cells(HEAP.row(elite.losses()[1], elite.losses()[2]))
                        .at(0, 0);
            }
            assertThat(cells).doesNotHaveDuplicates().isSorted();
        }
    }

    private static Tensor tenth(Tensor x) {
        return loss(x.times(0.1));
    }

    @Test
    void onlyFilledCellsBreed() {
        MapElites search = new MapElites().withNiches(Grid.of(2, -3, 3, 6)).withOperators((b, noise) -> b.x());
        MapElites.State state = search.start(shape(3), HEAP.full(1, 3, 0.5), new Noise(1));
        assertThat(search.sample(state, 20, new Noise(2)).columnMax(1).at(0, 0)).isGreaterThan(1); // drawn at first
        Tensor x = HEAP.of(new double[] {1.1, 1.1, 0, -2.1, 0.1, 0, 9, 9, 9}, 3, 3);
        Tensor f = HEAP.of(new double[] {1, 1.1, 1.1, 2, -2.1, 0.1, Double.POSITIVE_INFINITY, 1, 1}, 3, 3);
        state = search.update(state, Population.ranked(x, f, HEAP.full(3, 1, 0), 1), new Noise(3));
        double[] parents = search.sample(state, 60, new Noise(4)).columns(0, 1).toArray();
        assertThat(parents).containsOnly(1.1, -2.1);
        assertThat(Arrays.stream(parents).filter(v -> v == 1.1).count()).isBetween(50L, 60L); // 1 − (1/2)⁴
    }

    @Test
    void cellsWithoutFeaturesAreRefused() {
        MapElites search = new MapElites().withNiches(Grid.of(2, -3, 3, 6));
        assertThatThrownBy(() -> search.start(shape(1), HEAP.full(1, 3, 0), new Noise(1)))
                .hasMessageContaining("2 features")
                .hasMessageContaining("Maybe");
    }
}
