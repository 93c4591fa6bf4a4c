package dev.fathom.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.math.Noise;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapTest {

    private final Heap heap = Heap.single();
    private final Tensor x = heap.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 4, 3);

    @Test
    void broadcastsRowsColumnsGroupsAndNumbers() {
        assertThat(x.plus(heap.row(10, 20, 30)).toArray())
                .containsExactly(11, 22, 33, 14, 25, 36, 17, 28, 39, 20, 31, 42);
        assertThat(x.times(heap.column(1, 0, -1, 2)).toArray())
                .containsExactly(1, 2, 3, 0, 0, 0, -7, -8, -9, 20, 22, 24);
        Tensor groups = heap.of(new double[] {1, 1, 1, 7, 8, 9}, 2, 3);
        assertThat(x.minus(groups).toArray()).containsExactly(0, 1, 2, 3, 4, 5, 0, 0, 0, 3, 3, 3);
        assertThat(x.over(heap.column(1, 2)).toArray()).containsExactly(1, 2, 3, 4, 5, 6, 3.5, 4, 4.5, 5, 5.5, 6);
        assertThat(x.times(2).plus(1).rows(3, 4).toArray()).containsExactly(21, 23, 25);
        assertThat(x.less(heap.column(2, 4, 8, 20)).toArray()).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1);
        assertThat(x.choose(heap.column(5), heap.column(6)).rows(0, 1).toArray())
                .containsExactly(5, 5, 5);
    }

    @Test
    void sumsMultipliesAndSorts() {
        assertThat(x.rowSums().toArray()).containsExactly(6, 15, 24, 33);
        assertThat(x.rowDots(x).toArray()).containsExactly(14, 77, 194, 365);
        assertThat(x.rowDots(heap.row(1, 0, -1)).toArray()).containsExactly(-2, -2, -2, -2);
        assertThat(x.columnSums(2).toArray()).containsExactly(5, 7, 9, 17, 19, 21);
        assertThat(x.columnMax(2).toArray()).containsExactly(4, 5, 6, 10, 11, 12);
        Tensor w = heap.column(1, 2, 0, -1);
        assertThat(x.weightedSums(w, 1).toArray()).containsExactly(-1, 1, 3);
        assertThat(x.weightedSquares(w, 2).toArray()).containsExactly(33, 54, 81, -100, -121, -144);
        assertThat(x.transpose().product(x).toArray()).containsExactly(166, 188, 210, 188, 214, 240, 210, 240, 270);
        Tensor f = heap.column(3, Double.NaN, -0.0, 0.0, Double.NEGATIVE_INFINITY, 3);
        assertThat(f.argsort(1).toArray()).containsExactly(4, 2, 3, 0, 5, 1);
        assertThat(f.ranks(1).toArray()).containsExactly(3, 5, 1, 2, 0, 4);
        assertThat(f.argsort(2).toArray()).containsExactly(2, 0, 1, 4, 3, 5);
        assertThat(x.gather(heap.column(2, 0)).toArray()).containsExactly(7, 8, 9, 1, 2, 3);
        assertThat(x.columns(1, 2).beside(x.columns(0, 1)).rows(0, 2).toArray()).containsExactly(2, 1, 5, 4);
        assertThat(x.rows(3, 4).above(x.rows(0, 1)).toArray()).containsExactly(10, 11, 12, 1, 2, 3);
    }

    @Test
    void onePassGivesTheBitsOfSeveral() {
        for (int threads : new int[] {1, 3}) {
            Heap other = Heap.of(threads);
            for (int[] shape : new int[][] {{1, 3, 5}, {2, 40, 100}, {3, 300, 100}, {2, 5, 3000}, {1, 2500, 1}}) {
                int k = shape[0];
                int n = k * shape[1];
                Tensor mean = other.gaussian(k, shape[2], new Noise(1));
                Tensor deviation = other.uniform(k, shape[2], new Noise(2)).plus(0.5);
                Tensor points = other.normal(mean, deviation, n, new Noise(3));
                assertThat(points.toArray())
                        .isEqualTo(other.gaussian(n, shape[2], new Noise(3))
                                .affine(deviation, mean)
                                .toArray());
                Tensor w = other.gaussian(n, 1, new Noise(4));
                Tensor z = points.standardize(mean, deviation, 1.5);
                assertThat(points.moments(mean, deviation, 1.5, w, k).toArray())
                        .isEqualTo(z.weightedSums(w, k)
                                .above(z.weightedSquares(w, k))
                                .toArray());
            }
        }
    }

    @Test
    void sortsNumbersThatDifferInTheirLastBitsOnly() {
        double[] values = new double[3000];
        Arrays.setAll(values, i -> 1 + Math.ulp(1.0) * ((i * 7919L) % 50));
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        assertThat(heap.of(values, values.length, 1).argsort(1).toArray())
                .containsExactly(Arrays.stream(order).mapToDouble(i -> i).toArray());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(everything(Heap.of(3))).isEqualTo(everything(heap));
    }

    private static double[] everything(Heap on) {
        int n = 6000;
        Noise noise = new Noise(11);
        Tensor z = on.gaussian(n, 40, noise);
        Tensor w = on.uniform(n, 1, noise.fork(1));
        Tensor y = z.affine(z.rows(0, 2), z.rows(2, 4))
                .standardize(z.rows(5, 6), z.rows(6, 7).abs(), 3);
        Tensor sums = y.weightedSums(w, 2).above(z.cos().columnSums(1)).above(z.weightedSquares(w, 1));
        return sums.above(z.product(z.rows(0, 40)).rows(n - 1, n))
                .above(z.rowSums().argsort(1).reshape(n / 40, 40))
                .toArray();
    }

    @Test
    void noiseIsMadeAgainFromItsKey() {
        Noise noise = new Noise(5).fork(3);
        Tensor z = heap.gaussian(100, 7, noise);
        assertThat(z.at(60, 2)).isEqualTo(noise.gaussian(60 * 7 + 2));
        assertThat(heap.uniform(10, 3, noise).at(9, 1)).isEqualTo(noise.uniform(28));
        assertThat(new Noise(5).fork(4).gaussian(0)).isNotEqualTo(noise.gaussian(0));
    }

    @Test
    void normalNumbersHaveTheirMoments() {
        int n = 400_000;
        double[] z = heap.gaussian(n, 1, new Noise(1)).toArray();
        double[] moments = new double[5];
        int beyond = 0;
        for (double v : z) {
            for (int k = 1; k <= 4; k++) {
                moments[k] += Math.pow(v, k) / n;
            }
            beyond += Math.abs(v) > 3.654152885361009 ? 1 : 0;
        }
        double error = 4 / Math.sqrt(n); // four standard errors of each moment, with its own variance
        assertThat(moments[1]).isBetween(-error, error);
        assertThat(moments[2]).isBetween(1 - 1.42 * error, 1 + 1.42 * error);
        assertThat(moments[3]).isBetween(-3.9 * error, 3.9 * error);
        assertThat(moments[4]).isBetween(3 - 9.8 * error, 3 + 9.8 * error);
        assertThat(beyond).isBetween(60, 150); // 103 expected in the tail
    }

    @Test
    void scopesUseArraysAgainAndKeepWhatTheyAreTold() {
        record State(Tensor kept, List<Tensor> more) {}
        State state;
        Tensor lost;
        try (Substrate.Scope scope = heap.scope()) {
            lost = x.plus(1);
            state = scope.keep(new State(x.plus(2), List.of(x.plus(3))));
        }
        try (Substrate.Scope scope = heap.scope()) {
            assertThat(scope.keep(x.times(0)).toArray()).containsOnly(0);
        }
        assertThat(state.kept().at(0, 0)).isEqualTo(3);
        assertThat(state.more().getFirst().at(0, 0)).isEqualTo(4);
        assertThatThrownBy(lost::toArray)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> x.plus(heap.row(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[4×3] and [1×2]");
        assertThatThrownBy(() -> x.plus(heap.of(new double[9], 3, 3))).hasMessageContaining("[3×3]");
        assertThatThrownBy(() -> x.columnSums(3)).hasMessageContaining("3 equal groups");
        assertThatThrownBy(() -> x.product(x)).hasMessageContaining("[4×3] and [4×3]");
        assertThatThrownBy(() -> x.argsort(1)).hasMessageContaining("only a column");
        assertThatThrownBy(() -> x.gather(heap.column(4))).hasMessageContaining("no row 4");
        assertThatThrownBy(() -> heap.wrap(new double[5], 2, 3)).hasMessageContaining("5 numbers");
        assertThatThrownBy(() -> Heap.of(0)).hasMessageContaining("Maybe");
    }
}
