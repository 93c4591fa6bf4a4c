package dev.fathom.algorithms.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.cma.CmaOverTensors;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.Xnes;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Updates against the papers' equations in plain loops.
class UpdatesTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final int D = 5;
    private static final int LAMBDA = 12;
    private static final double[] START = {1, -2, 0.5, 3, 0};
    /// By which the key of a noise grows from number to number.
    private static final long NEXT = 0x9E3779B97F4A7C15L;

    private final Heap heap = Heap.single();
    private final Noise noise = new Noise(5);

    // ---- a generation in plain loops ----

    /// Rows of a generation, with what the equations need.
    private record Generation(double[][] x, double[] f) {

        static Generation of(Tensor x, Tensor f) {
            double[] all = x.toArray();
            double[][] rows = IntStream.range(0, x.rows())
                    .mapToObj(i -> Arrays.copyOfRange(all, i * x.columns(), (i + 1) * x.columns()))
                    .toArray(double[][]::new);
            return new Generation(rows, f.toArray());
        }

        /// Indices, best first.
        int[] order() {
            return IntStream.range(0, f.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> f[i]))
                    .mapToInt(i -> i)
                    .toArray();
        }

        double[] nes() {
            double n = f.length;
            double sum = IntStream.rangeClosed(1, f.length)
                    .mapToDouble(k -> Math.max(0, Math.log(n / 2 + 1) - Math.log(k)))
                    .sum();
            double[] w = new double[f.length];
            int[] order = order();
            for (int k = 1; k <= f.length; k++) {
                w[order[k - 1]] = Math.max(0, Math.log(n / 2 + 1) - Math.log(k)) / sum - 1 / n;
            }
            return w;
        }

        double[] centered() {
            double[] w = new double[f.length];
            int[] order = order();
            for (int p = 0; p < f.length; p++) {
                w[order[p]] = 0.5 - p / (f.length - 1.0);
            }
            return w;
        }
    }

    private static Tensor tilted(Tensor x) {
        return x.square().rowSums().plus(x.columns(0, 1).times(3));
    }

    private Population population(Tensor x, Tensor f, int searches) {
        return new Population(x, f, heap.full(x.rows(), 1, 0), f.ranks(searches), searches);
    }

    /// A state after two generations, and the third.
    private <S extends Record> Generation third(Vectorized<S> search, S[] states) {
        S state = search.start(Shape.reals(D), heap.row(START), noise);
        for (int g = 0; g < 3; g++) {
            states[0] = state;
            Tensor x = search.sample(state, LAMBDA, noise.fork(g));
            state = search.update(state, population(x, tilted(x), 1), noise);
            states[1] = state;
        }
        Tensor x = search.sample(states[0], LAMBDA, noise.fork(2));
        return Generation.of(x, tilted(x));
    }

    // ---- equations ----

    @Test
    void snes() {
        Snes.State[] states = new Snes.State[2];
        Generation told = third(new Snes().withPopulation(LAMBDA), states);
        double[] w = told.nes();
        double eta = (3 + Math.log(D)) / (5 * Math.sqrt(D));
        for (int j = 0; j < D; j++) {
            double mean = states[0].mean().at(0, j);
            double sigma = states[0].sigma().at(0, j);
            double gradientMean = 0;
            double gradientSigma = 0;
            for (int i = 0; i < LAMBDA; i++) {
                double z = (told.x[i][j] - mean) / sigma;
                gradientMean += w[i] * z;
                gradientSigma += w[i] * (z * z - 1);
            }
            assertThat(states[1].mean().at(0, j)).isCloseTo(mean + sigma * gradientMean, CLOSE);
            assertThat(states[1].sigma().at(0, j)).isCloseTo(sigma * Math.exp(eta / 2 * gradientSigma), CLOSE);
        }
    }

    @Test
    void pgpe() {
        Pgpe.State[] states = new Pgpe.State[2];
        Pgpe search = new Pgpe().withPopulation(LAMBDA).withAscent(new Sgd(0.7)).withRateSigma(0.9);
        Generation told = third(search, states);
        double[] w = told.centered();
        for (int j = 0; j < D; j++) {
            double mean = states[0].mean().at(0, j);
            double sigma = states[0].sigma().at(0, j);
            double gradientMean = 0;
            double gradientSigma = 0;
            for (int i = 0; i < LAMBDA; i += 2) {
                double s = told.x[i][j] - mean;
                assertThat(told.x[i + 1][j] - mean).isCloseTo(-s, CLOSE);
                gradientMean += (w[i] - w[i + 1]) / 2 * s;
                gradientSigma += (w[i] + w[i + 1]) / 2 * (s * s - sigma * sigma) / sigma;
            }
            double pairs = LAMBDA / 2.0;
            double next = sigma + 0.9 * gradientSigma / pairs;
            assertThat(states[1].mean().at(0, j)).isCloseTo(mean + 0.7 * gradientMean / pairs, CLOSE);
            assertThat(states[1].sigma().at(0, j)).isCloseTo(Math.min(Math.max(next, 0.8 * sigma), 1.2 * sigma), CLOSE);
        }
    }

    @Test
    void cem() {
        Cem.State[] states = new Cem.State[2];
        Generation told = third(new Cem().withPopulation(LAMBDA).withElites(0.5), states);
        int[] order = told.order();
        for (int j = 0; j < D; j++) {
            int column = j;
            double[] elites = Arrays.stream(order)
                    .limit(6)
                    .mapToDouble(i -> told.x[i][column])
                    .toArray();
            double mean = Arrays.stream(elites).average().orElseThrow();
            double squares =
                    Arrays.stream(elites).map(v -> (v - mean) * (v - mean)).sum();
            assertThat(states[1].mean().at(0, j)).isCloseTo(mean, CLOSE);
            assertThat(states[1].sigma().at(0, j)).isCloseTo(Math.sqrt(squares / 5), CLOSE);
        }
    }

    @Test
    void xnes() {
        Xnes.State[] states = new Xnes.State[2];
        Generation told = third(new Xnes().withPopulation(LAMBDA), states);
        double eta = 0.6 * (3 + Math.log(D)) / (D * Math.sqrt(D));
        double[][] a = square(states[0].factor());
        double[][] inverse = square(states[0].inverse());
        double[] w = told.nes();
        double[] delta = new double[D];
        double[][] m = new double[D][D];
        for (int i = 0; i < LAMBDA; i++) {
            double[] s = new double[D];
            for (int j = 0; j < D; j++) {
                s[j] = told.x[i][j] - states[0].mean().at(0, j);
            }
            double[] z = times(inverse, s);
            for (int j = 0; j < D; j++) {
                delta[j] += w[i] * z[j];
                for (int l = 0; l < D; l++) {
                    m[j][l] += w[i] * (z[j] * z[l] - (j == l ? 1 : 0)) * eta / 2;
                }
            }
        }
        double[][] next = times(a, taylor(m, 1));
        double[][] nextInverse = times(taylor(m, -1), inverse);
        double[] move = times(a, delta);
        for (int j = 0; j < D; j++) {
            assertThat(states[1].mean().at(0, j)).isCloseTo(states[0].mean().at(0, j) + move[j], CLOSE);
            for (int l = 0; l < D; l++) {
                assertThat(states[1].factor().at(j, l)).isCloseTo(next[j][l], CLOSE);
                assertThat(states[1].inverse().at(j, l)).isCloseTo(nextInverse[j][l], CLOSE);
                assertThat(times(next, nextInverse)[j][l]).isCloseTo(j == l ? 1 : 0, CLOSE);
            }
        }
    }

    @Test
    void openAiEs() {
        OpenAiEs.State[] states = new OpenAiEs.State[2];
        Generation told = third(
                new OpenAiEs().withPopulation(LAMBDA).withAscent(new Sgd(0.3)).withDecay(0.1), states);
        double[] w = told.centered();
        for (int j = 0; j < D; j++) {
            double mean = states[0].mean().at(0, j);
            double gradient = -0.1 * mean;
            for (int i = 0; i < LAMBDA; i += 2) {
                gradient += (w[i] - w[i + 1]) * (told.x[i][j] - mean) / 0.05 / LAMBDA;
            }
            assertThat(states[1].mean().at(0, j)).isCloseTo(mean + 0.3 * gradient, CLOSE);
        }
    }

    @Test
    void arsUsesItsBestDirectionsInWhateverOrderTheRowsCome() {
        Ars search = new Ars().withPopulation(LAMBDA).withTop(0.5).withRate(0.4).withWidth(Width.deviation(0.3));
        Ars.State state = search.start(Shape.reals(D), heap.row(START), noise);
        Tensor x = search.sample(state, LAMBDA, noise);
        Tensor f = tilted(x);
        double[] expected = ars(Generation.of(x, f));
        Tensor shuffled = heap.column(7, 2, 11, 0, 3, 10, 1, 9, 8, 4, 6, 5);
        for (Tensor indices : List.of(f.argsort(1), shuffled)) {
            Population told = population(x.gather(indices), f.gather(indices), 1);
            assertThat(search.update(state, told, noise).mean().toArray()).containsExactly(expected, CLOSE);
        }
    }

    private static double[] ars(Generation told) {
        double[] f = told.f;
        int[] directions = IntStream.range(0, LAMBDA / 2)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.min(f[2 * i], f[2 * i + 1])))
                .limit(LAMBDA / 4)
                .mapToInt(i -> i)
                .toArray();
        double[] used = Arrays.stream(directions)
                .boxed()
                .flatMap(i -> Stream.of(f[2 * i], f[2 * i + 1]))
                .mapToDouble(v -> v)
                .toArray();
        double average = Arrays.stream(used).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(used)
                .map(v -> (v - average) * (v - average))
                .average()
                .orElseThrow());
        double[] mean = START.clone();
        for (int i : directions) {
            for (int j = 0; j < D; j++) {
                double z = (told.x[2 * i][j] - START[j]) / 0.3;
                mean[j] += 0.4 / (directions.length * deviation) * (f[2 * i + 1] - f[2 * i]) * z;
            }
        }
        return mean;
    }

    @Test
    void arsLeavesOutRowsWithoutPartner() {
        Ars search = new Ars().withPopulation(8).withTop(1);
        Ars.State state = search.start(Shape.reals(D), heap.row(START), noise);
        Tensor x = search.sample(state, 6, noise);
        Tensor foreign = heap.of(new double[] {9, 9, 9, 9, 9, 1, -2, 0.5, 3, 0.01}, 2, D);
        Tensor f = tilted(x);
        double[] alone = search.update(state, population(x, f, 1), noise).mean().toArray();
        Tensor more = foreign.rows(0, 1).above(x).above(foreign.rows(1, 2));
        assertThat(search.update(state, population(more, tilted(more), 1), noise)
                        .mean()
                        .toArray())
                .containsExactly(alone, CLOSE);
    }

    // ---- searches side by side ----

    static Stream<Vectorized<?>> searches() {
        return Stream.of(
                new Snes().withPopulation(LAMBDA),
                new Snes()
                        .withPopulation(LAMBDA)
                        .withShaping(FitnessShaping.NORMALIZED)
                        .withAscent(new Adam(0.1)),
                new Xnes().withPopulation(LAMBDA),
                new CmaOverTensors().withPopulation(LAMBDA),
                new CmaOverTensors().withPopulation(LAMBDA).withSeparable(true),
                new Pgpe().withPopulation(LAMBDA),
                new Pgpe().withPopulation(LAMBDA).withSymmetric(false).withShaping(FitnessShaping.RAW),
                new Cem().withPopulation(LAMBDA).withLimits(Limits.NONE.withChange(0.3)),
                new OpenAiEs().withPopulation(LAMBDA),
                new Ars().withPopulation(LAMBDA));
    }

    /// Three searches get the noise of three single ones that begin at different numbers of the same sequence.
    @ParameterizedTest
    @MethodSource("searches")
    void threeSearchesAreThreeTimesOne(Vectorized<?> search) {
        check(
                search,
                search.toString().contains("symmetric=true") || search instanceof OpenAiEs || search instanceof Ars);
    }

    private <S extends Record> void check(Vectorized<S> search, boolean mirrored) {
        int numbers = LAMBDA * D / (mirrored ? 2 : 1);
        Tensor starts = heap.gaussian(3, D, noise).times(2);
        S all = search.start(Shape.reals(D), starts, noise);
        double[][] expected = new double[3][];
        double[] last = {};
        for (int g = 0; g < 4; g++) {
            Noise fresh = noise.fork(g);
            Tensor x = search.sample(all, LAMBDA, fresh);
            all = search.update(all, population(x, tilted(x), 3), noise);
            last = search.sample(all, 2, new Noise(1)).toArray();
        }
        for (int i = 0; i < 3; i++) {
            S one = search.start(Shape.reals(D), starts.rows(i, i + 1), noise);
            for (int g = 0; g < 4; g++) {
                Tensor x = search.sample(one, LAMBDA, new Noise(noise.fork(g).key() + (long) i * numbers * NEXT));
                one = search.update(one, population(x, tilted(x), 1), noise);
            }
            int two = 2 * D / (mirrored ? 2 : 1);
            expected[i] =
                    search.sample(one, 2, new Noise(1 + (long) i * two * NEXT)).toArray();
        }
        assertThat(last)
                .containsExactly(
                        Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchWithoutValuesStaysWhereItIs(Vectorized<?> search) {
        stays(search);
    }

    private <S extends Record> void stays(Vectorized<S> search) {
        Tensor starts = heap.full(2, D, 0); // at 0, where weights do not decay
        S state = search.start(Shape.reals(D), starts, noise);
        Tensor x = search.sample(state, LAMBDA, noise);
        Tensor failed = heap.full(LAMBDA, 1, Double.POSITIVE_INFINITY);
        Tensor f = failed.above(tilted(x.rows(LAMBDA, 2 * LAMBDA)));
        S next = search.update(state, population(x, f, 2), noise);
        Tensor before = search.sample(state, 2, noise);
        Tensor after = search.sample(next, 2, noise);
        assertThat(after.rows(0, 2).toArray()).containsExactly(before.rows(0, 2).toArray(), CLOSE);
        assertThat(after.rows(2, 4).at(0, 0)).isNotEqualTo(before.rows(2, 4).at(0, 0));
        assertThat(after.toArray()).doesNotContain(Double.NaN);
    }

    // ---- matrices ----

    private static double[][] square(Tensor a) {
        return Generation.of(a, a.rowSums()).x;
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a)
                .mapToDouble(row -> IntStream.range(0, x.length)
                        .mapToDouble(j -> row[j] * x[j])
                        .sum())
                .toArray();
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    /// `exp(sign·m)` by its series.
    private static double[][] taylor(double[][] m, int sign) {
        double[][] sum = new double[m.length][m.length];
        double[][] term = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            term[i][i] = 1;
        }
        for (int k = 1; k < 60; k++) {
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    sum[i][j] += term[i][j];
                }
            }
            term = times(term, m);
            for (double[] row : term) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= (double) sign / k;
                }
            }
        }
        return sum;
    }
}
