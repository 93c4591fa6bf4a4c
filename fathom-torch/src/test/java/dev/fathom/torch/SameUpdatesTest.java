package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Contents;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same points, values and noise give the same states on the heap and on a device, for every registered search that
/// is written over tensors.
class SameUpdatesTest {

    private static final int GENERATIONS = 5;
    private static final int DIMENSION = 6;

    /// How far numbers may differ, relative to the larger of 1 and their size.
    private static final double DOUBLE = 1e-12;

    private static final double SINGLE = 1e-5;

    record Searching(String name, Vectorized<?> algorithm) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Searching> searches() {
        Stream<Searching> registered = Catalog.all().stream()
                .filter(entry -> entry.aliasOf() == null)
                .flatMap(entry -> of(entry.name(), entry.recipe()));
        return Stream.concat(Stream.of(new Searching("a small one", new Halving(12))), registered);
    }

    private static Stream<Searching> of(String name, Recipe recipe) {
        return switch (recipe) {
            case Recipe.Restart restart -> of(name, restart.recipe());
            case Recipe.Use use ->
                use.algorithm() instanceof Vectorized<?> vectorized
                        ? Stream.of(new Searching(name, vectorized))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    @ParameterizedTest
    @MethodSource("searches")
    void sameSeedAndNoiseGiveTheSameUpdate(Searching search) {
        TorchSubstrate torch = Substrates.float64();
        pair(search.algorithm, 1, torch, DOUBLE).follow();
        pair(search.algorithm, 3, torch, DOUBLE).follow();
    }

    @ParameterizedTest
    @MethodSource("searches")
    void sameUpdateInSinglePrecision(Searching search) {
        TorchSubstrate torch = Substrates.float32();
        pair(search.algorithm, 1, torch, SINGLE).step();
        pair(search.algorithm, 3, torch, SINGLE).step();
    }

    // Gives the wildcard of the state a name.
    private static <S extends Record> Pair<S> pair(
            Vectorized<S> algorithm, int k, TorchSubstrate torch, double tolerance) {
        return new Pair<>(algorithm, objectives(algorithm), k, torch, tolerance);
    }

    /// The least number of objectives that it accepts.
    private static int objectives(Vectorized<?> algorithm) {
        String refusal = "";
        for (int m = 1; m <= 3; m++) {
            try {
                algorithm.start(shape(m), Heap.single().full(1, DIMENSION, 0.5), new Noise(1));
                return m;
            } catch (IllegalArgumentException e) {
                refusal = e.getMessage();
            }
        }
        return abort("neither one, two nor three objectives: " + refusal);
    }

    private static Shape shape(int objectives) {
        return new Shape(
                Space.reals(DIMENSION, -5, 5).columns(), objectives, 0, 100_000, 1, false, Start.origin(DIMENSION));
    }

    /// A search on both.
    ///
    /// @param m number of objectives
    /// @param k number of searches side by side
    /// @param tolerance how far numbers may differ
    private record Pair<S extends Record>(Vectorized<S> algorithm, int m, int k, Substrate torch, double tolerance) {

        private static final Noise NOISE = new Noise(11);

        S start(Substrate on) {
            double[] starts = Heap.single().uniform(k, DIMENSION, NOISE).toArray();
            return algorithm.start(shape(m), on.of(starts, k, DIMENSION), NOISE);
        }

        /// Each goes its own way.
        void follow() {
            S one = start(Heap.single());
            S other = start(torch);
            compare(one, other, "at the start");
            for (int g = 0; g < GENERATIONS; g++) {
                double[] x = sample(one, other, g);
                one = update(one, x, Heap.single(), g);
                other = update(other, x, torch, g);
                compare(one, other, "after generation " + g);
                assertThat(algorithm.finished(other)).isEqualTo(algorithm.finished(one));
            }
        }

        /// Each generation begins with the state of the heap.
        void step() {
            S one = start(Heap.single());
            for (int g = 0; g < GENERATIONS; g++) {
                S other = Contents.onto(one, torch);
                double[] x = sample(one, other, g);
                one = update(one, x, Heap.single(), g);
                compare(one, update(other, x, torch, g), "after generation " + g);
            }
        }

        private double[] sample(S one, S other, int generation) {
            int rows = algorithm.size(one);
            assertThat(algorithm.size(other)).isEqualTo(rows);
            Noise noise = NOISE.fork(generation).fork(0);
            Tensor x = algorithm.sample(one, rows, noise);
            compare(x, algorithm.sample(other, rows, noise), "sample " + generation);
            return x.toArray();
        }

        private S update(S state, double[] x, Substrate on, int generation) {
            return algorithm.update(
                    state, told(on, x, generation), NOISE.fork(generation).fork(1));
        }

        /// Sums of squares around other points, one failure.
        private Population told(Substrate on, double[] x, int generation) {
            int n = x.length / DIMENSION;
            double[] f = new double[n * m];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    for (int c = 0; c < DIMENSION; c++) {
                        double difference = x[i * DIMENSION + c] - j - 0.1 * c;
                        f[i * m + j] += difference * difference;
                    }
                    f[i * m + j] = i == generation ? Double.POSITIVE_INFINITY : f[i * m + j];
                }
            }
            Tensor losses = on.of(f, n, m);
            Tensor ranks = losses.columns(0, 1).ranks(k);
            return new Population(on.of(x, n, DIMENSION), losses, on.full(n, 1, 0), ranks, k);
        }

        private void compare(Object one, Object other, String when) {
            SameUpdatesTest.compare(one, other, when, tolerance);
        }
    }

    private static void compare(Object one, Object other, String when, double tolerance) {
        List<Tensor> expected = tensors(one);
        List<Tensor> got = tensors(other);
        assertThat(got).as(when).hasSameSizeAs(expected).isNotEmpty();
        for (int t = 0; t < got.size(); t++) {
            double[] a = expected.get(t).toArray();
            double[] b = got.get(t).toArray();
            assertThat(b).as(when).hasSameSizeAs(a);
            for (int i = 0; i < a.length; i++) {
                String what = "tensor " + t + ", number " + i + " " + when;
                if (Double.isFinite(a[i])) {
                    assertThat(b[i]).as(what).isCloseTo(a[i], within(tolerance * Math.max(1, Math.abs(a[i]))));
                } else {
                    assertThat(b[i]).as(what).isEqualTo(a[i]);
                }
            }
        }
    }

    private static List<Tensor> tensors(Object state) {
        List<Tensor> found = new ArrayList<>();
        Contents.of(state, found::add);
        return found;
    }
}
