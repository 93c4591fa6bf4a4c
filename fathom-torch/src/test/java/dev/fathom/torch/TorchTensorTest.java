package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every verb beside the heap's.
class TorchTensorTest {

    private static final double NAN = Double.NaN;

    /// A verb, and what makes its result from tensors of one substrate.
    record Verb(String name, Use use) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Use {
        Tensor of(Given g);
    }

    /// Operands on one substrate.
    ///
    /// @param x `[k·λ×d]`
    /// @param y `[k·λ×d]`, above 0.1
    /// @param row `[1×d]`, above 0.1
    /// @param column `[k·λ×1]`
    /// @param group `[k×d]`, above 0.1
    /// @param numbers `[k×1]`, above 0.1
    /// @param few `[k·λ×1]`, with ties
    /// @param square `[d×d]`
    record Given(
            int k,
            Tensor x,
            Tensor y,
            Tensor row,
            Tensor column,
            Tensor group,
            Tensor numbers,
            Tensor few,
            Tensor square) {

        static Given on(Substrate on, int k, int lambda, int d, long seed) {
            Heap heap = Heap.single();
            Noise noise = new Noise(seed);
            int n = k * lambda;
            return new Given(
                    k,
                    on.of(heap.gaussian(n, d, noise.fork(0)).toArray(), n, d),
                    on.of(positive(heap, n, d, noise.fork(1)), n, d),
                    on.of(positive(heap, 1, d, noise.fork(2)), 1, d),
                    on.of(heap.gaussian(n, 1, noise.fork(3)).toArray(), n, 1),
                    on.of(positive(heap, k, d, noise.fork(4)), k, d),
                    on.of(positive(heap, k, 1, noise.fork(5)), k, 1),
                    on.of(heap.uniform(n, 1, noise.fork(6)).times(5).floor().toArray(), n, 1),
                    on.of(heap.gaussian(d, d, noise.fork(7)).toArray(), d, d));
        }

        private static double[] positive(Heap heap, int rows, int columns, Noise noise) {
            return heap.uniform(rows, columns, noise).times(3).plus(0.1).toArray();
        }
    }

    static Stream<Verb> verbs() {
        Map<String, Use> verbs = new LinkedHashMap<>();
        verbs.put("plus", g -> g.x.plus(g.y));
        verbs.put("plus row", g -> g.x.plus(g.row));
        verbs.put("minus column", g -> g.x.minus(g.column));
        verbs.put("times groups", g -> g.x.times(g.group));
        verbs.put("over numbers of groups", g -> g.x.over(g.numbers));
        verbs.put("min", g -> g.x.min(g.column));
        verbs.put("max", g -> g.x.max(g.group));
        verbs.put("plus number", g -> g.x.plus(1.25));
        verbs.put("times number", g -> g.x.times(-0.7));
        verbs.put("clamp", g -> g.x.clamp(-0.5, 1));
        verbs.put("affine row", g -> g.x.affine(g.row, g.row));
        verbs.put("affine groups", g -> g.x.affine(g.group, g.group));
        verbs.put("affine mixed", g -> g.x.affine(g.column, g.group));
        verbs.put("standardize", g -> g.x.standardize(g.group, g.group, 2));
        verbs.put("standardize mixed", g -> g.x.standardize(g.row, g.y, 2));
        verbs.put("square", g -> g.x.square());
        verbs.put("sqrt", g -> g.y.sqrt());
        verbs.put("exp", g -> g.x.exp());
        verbs.put("log", g -> g.y.log());
        verbs.put("sin", g -> g.x.times(4).sin());
        verbs.put("cos", g -> g.x.times(4).cos());
        verbs.put("abs", g -> g.x.abs());
        verbs.put("floor", g -> g.x.floor());
        verbs.put("less", g -> g.x.less(g.column));
        verbs.put("atMost", g -> g.few.atMost(g.few.rows(0, 1)));
        verbs.put("same", g -> g.few.same(g.few.rows(0, 1)));
        verbs.put("truths in arithmetic", g -> g.x.less(g.y).times(0.3).plus(g.x.less(g.row)));
        verbs.put("isFinite", g -> g.x.over(g.x.less(g.y)).isFinite());
        verbs.put("choose", g -> g.x.less(g.y).choose(g.x, g.y));
        verbs.put("choose groups", g -> g.x.less(g.group).choose(g.group, g.numbers));
        verbs.put("choose by numbers", g -> g.few.choose(g.column, g.numbers));
        verbs.put("rowSums", g -> g.x.rowSums());
        verbs.put("columnSums", g -> g.x.columnSums(1));
        verbs.put("columnSums of groups", g -> g.x.columnSums(g.k));
        verbs.put("weightedSums", g -> g.x.weightedSums(g.column, 1));
        verbs.put("weightedSums of groups", g -> g.x.weightedSums(g.column, g.k));
        verbs.put("weightedSquares", g -> g.x.weightedSquares(g.column, 1));
        verbs.put("weightedSquares of groups", g -> g.x.weightedSquares(g.column, g.k));
        verbs.put("columnMax", g -> g.x.columnMax(g.k));
        verbs.put("product", g -> g.x.product(g.square));
        verbs.put("product of transposes", g -> g.x.transpose().product(g.x));
        verbs.put("transpose", g -> g.x.transpose().plus(1));
        verbs.put("transpose in another shape", g -> g.x.transpose().reshape(g.x.rows(), g.x.columns()));
        verbs.put("argsort", g -> g.column.argsort(1));
        verbs.put("argsort of groups with ties", g -> g.few.argsort(g.k));
        verbs.put("ranks", g -> g.few.ranks(1));
        verbs.put(
                "ranks of groups",
                g -> g.few.ranks(g.k).plus(g.column.ranks(g.k).times(0.5)));
        verbs.put("gather", g -> g.x.gather(g.few.argsort(g.k)));
        verbs.put("gather by numbers", g -> g.x.gather(g.few.rows(0, 3).clamp(0, 2)));
        verbs.put("above", g -> g.x.above(g.row).above(g.x.less(g.y)));
        verbs.put("beside", g -> g.x.beside(g.few.ranks(1)).beside(g.y));
        verbs.put("rows", g -> g.x.rows(1, 3).rows(1, 2).plus(g.row));
        verbs.put("columns", g -> g.x.columns(1, g.x.columns()).times(g.x.columns(0, g.x.columns() - 1)));
        verbs.put("columns of a transpose", g -> g.x.transpose().columns(1, 3).square());
        verbs.put("reshape", g -> g.x.reshape(1, g.x.rows() * g.x.columns()).times(2));
        return verbs.entrySet().stream().map(e -> new Verb(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void givesWhatTheHeapGives(Verb verb) {
        compare(verb, Substrates.float64(), 1e-12);
        compare(verb, Substrates.float32(), 1e-5);
    }

    @SuppressWarnings("try") // a scope works by being open
    private static void compare(Verb verb, TorchSubstrate torch, double tolerance) {
        Rng rng = Rng.of(7);
        for (int repeat = 0; repeat < 4; repeat++) {
            int k = rng.nextInt(1, 5);
            int lambda = rng.nextInt(3, 40);
            int d = rng.nextInt(2, 17);
            try (Substrate.Scope ignored = torch.scope()) {
                Tensor expected = verb.use.of(Given.on(single(torch), k, lambda, d, repeat));
                Tensor got = verb.use.of(Given.on(torch, k, lambda, d, repeat));
                assertThat(got.rows()).isEqualTo(expected.rows());
                assertThat(got.columns()).isEqualTo(expected.columns());
                close(got.toArray(), expected.toArray(), tolerance);
                int row = expected.rows() - 1;
                double last = expected.at(row, 0);
                assertThat(got.at(row, 0)).isCloseTo(last, within(tolerance * Math.max(1, 10 * Math.abs(last))));
            }
        }
    }

    /// The heap, whose operands are rounded as those of the device are.
    private static Substrate single(TorchSubstrate torch) {
        return new Rounded(torch);
    }

    /// A heap that is given numbers as a device holds them.
    private record Rounded(TorchSubstrate torch, Heap heap) implements Substrate {

        Rounded(TorchSubstrate torch) {
            this(torch, Heap.single());
        }

        @Override
        public Tensor of(double[] values, int rows, int columns) {
            return heap.of(torch.of(values, rows, columns).toArray(), rows, columns);
        }

        @Override
        public String name() {
            return heap.name();
        }

        @Override
        public String arithmetic() {
            return heap.arithmetic();
        }

        @Override
        public Tensor full(int rows, int columns, double value) {
            return heap.full(rows, columns, value);
        }

        @Override
        public Tensor gaussian(int rows, int columns, Noise noise) {
            return heap.gaussian(rows, columns, noise);
        }

        @Override
        public Tensor uniform(int rows, int columns, Noise noise) {
            return heap.uniform(rows, columns, noise);
        }

        @Override
        public Scope scope() {
            return heap.scope();
        }
    }

    /// Within the tolerance relative to the largest number, since sums may cancel.
    private static void close(double[] got, double[] expected, double tolerance) {
        double largest = 1;
        for (double v : expected) {
            largest = Math.max(largest, Double.isFinite(v) ? Math.abs(v) : 0);
        }
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.length; i++) {
            if (Double.isFinite(expected[i])) {
                assertThat(got[i]).isCloseTo(expected[i], within(tolerance * largest));
            } else {
                assertThat(got[i]).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void treatsWhatIsNotANumberAsTheHeapDoes() {
        double inf = Double.POSITIVE_INFINITY;
        for (Substrate on : new Substrate[] {Heap.single(), Substrates.float64(), Substrates.float32()}) {
            Tensor f = on.column(3, NAN, -0.0, 0.0, -inf, 3, inf);
            assertThat(f.argsort(1).toArray()).containsExactly(4, 2, 3, 0, 5, 6, 1);
            assertThat(f.ranks(1).toArray()).containsExactly(3, 6, 1, 2, 0, 4, 5);
            assertThat(f.isFinite().toArray()).containsExactly(1, 0, 1, 1, 0, 1, 0);
            assertThat(f.columnMax(1).toArray()).containsExactly(NAN);
            assertThat(f.min(on.column(0)).toArray()).containsExactly(0, NAN, -0.0, 0.0, -inf, 0, 0);
            assertThat(f.clamp(-1, 1).toArray()).containsExactly(1, NAN, -0.0, 0.0, -1, 1, 1);
            assertThat(f.less(f).plus(f.same(f)).toArray()).containsExactly(1, 0, 1, 1, 1, 1, 1);
            assertThat(f.choose(on.column(1), on.column(2)).toArray()).containsExactly(1, 1, 2, 2, 1, 1, 1);
        }
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        TorchSubstrate on = Substrates.float64();
        Tensor x = on.of(new double[12], 4, 3);
        assertThatThrownBy(() -> x.plus(on.row(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[4×3] and [1×2]");
        assertThatThrownBy(() -> x.plus(on.of(new double[9], 3, 3))).hasMessageContaining("[4×3] and [3×3]");
        assertThatThrownBy(() -> x.affine(x, on.row(1, 2))).hasMessageContaining("[4×3] and [1×2]");
        assertThatThrownBy(() -> x.columnSums(3)).hasMessageContaining("3 equal groups");
        assertThatThrownBy(() -> x.weightedSums(on.row(1), 1)).hasMessageContaining("[1×1]");
        assertThatThrownBy(() -> x.product(x)).hasMessageContaining("[4×3] and [4×3]");
        assertThatThrownBy(() -> x.argsort(1)).hasMessageContaining("only a column");
        assertThatThrownBy(() -> x.gather(on.column(4))).hasMessageContaining("no row 4 in [4×3]");
        assertThatThrownBy(() -> x.gather(on.column(1, -2))).hasMessageContaining("no row -2");
        assertThatThrownBy(() -> x.gather(on.column(1, 2, 3, 4, 5).argsort(1))).hasMessageContaining("no row 4");
        assertThatThrownBy(() -> x.rows(2, 5)).hasMessageContaining("no rows 2 to 5");
        assertThatThrownBy(() -> x.columns(2, 1)).hasMessageContaining("no columns 2 to 1");
        assertThatThrownBy(() -> x.reshape(5, 2)).hasMessageContaining("[4×3] and [5×2]");
        assertThatThrownBy(() -> x.above(on.row(1))).hasMessageContaining("[4×3] and [1×1]");
        assertThatThrownBy(() -> x.at(0, 3)).hasMessageContaining("no columns 3");
        assertThatThrownBy(() -> on.of(new double[5], 2, 3)).hasMessageContaining("5 numbers");
    }

    @Test
    void tensorsOfOtherSubstratesAreRefused() {
        Tensor x = Substrates.float64().row(1, 2);
        assertThatThrownBy(() -> x.plus(Heap.single().row(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("float64 meets one of heap")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> x.plus(Substrates.float32().row(1, 2))).hasMessageContaining("float32");
        assertThat(x.plus(Substrates.float64().row(1, 2)).toArray()).containsExactly(2, 4);
    }
}
