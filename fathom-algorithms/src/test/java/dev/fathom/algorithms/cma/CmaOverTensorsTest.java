package dev.fathom.algorithms.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Runs;
import dev.fathom.algorithms.distribution.Limits;
import dev.fathom.algorithms.largescale.SepCmaEs;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmaOverTensorsTest {

    private static final Offset<Double> CLOSE = within(1e-10);
    private static final int D = 5;
    private static final int LAMBDA = 12;
    private static final int EARLIER = 6;

    private final Heap heap = Heap.single();
    private final Noise noise = new Noise(5);

    private static Tensor tilted(Tensor x) {
        return x.square().rowSums().plus(x.columns(0, 1).times(3));
    }

    private Population told(Tensor x, boolean own) {
        Tensor f = tilted(x);
        return new Population(x, f, heap.full(x.rows(), 1, 0), f.ranks(1), 1, own);
    }

    private CmaOverTensors.State after(CmaOverTensors search, int generations) {
        CmaOverTensors.State state = search.start(Shape.reals(D), heap.row(1, -2, 0.5, 3, 0), noise);
        for (int g = 0; g < generations; g++) {
            state = search.update(state, told(search.sample(state, LAMBDA, noise.fork(g)), true), noise);
        }
        return state;
    }

    private static double[][] matrix(Tensor t) {
        double[] all = t.toArray();
        return IntStream.range(0, t.rows())
                .mapToObj(i -> Arrays.copyOfRange(all, i * t.columns(), (i + 1) * t.columns()))
                .toArray(double[][]::new);
    }

    /// C, R and R⁻¹ as matrices, whatever the form.
    private static double[][][] matrices(Covariance c) {
        return switch (c) {
            case Covariance.Full full ->
                new double[][][] {matrix(full.matrix()), matrix(full.factor()), matrix(full.inverse())};
            case Covariance.Diagonal diagonal -> {
                double[][][] all = new double[3][D][D];
                for (int j = 0; j < D; j++) {
                    all[0][j][j] = diagonal.variances().at(0, j);
                    all[1][j][j] = diagonal.deviations().at(0, j);
                    all[2][j][j] = 1 / diagonal.deviations().at(0, j);
                }
                yield all;
            }
        };
    }

    // ---- equations ----

    /// The tutorial's equations in plain loops; for the diagonal form, only the diagonal of C counts.
    @ParameterizedTest
    @CsvSource({"false, LENGTH, true", "false, SQUARED_LENGTH, true", "true, LENGTH, true", "true, LENGTH, false"})
    void oneUpdate(boolean separable, StepSize rule, boolean active) {
        CmaOverTensors search = new CmaOverTensors()
                .withPopulation(LAMBDA)
                .withSeparable(separable)
                .withStepSize(rule)
                .withActive(active)
                .withRateMean(0.9)
                .withLazy(false);
        CmaOverTensors.Search before = after(search, EARLIER).searches().getFirst();
        Tensor points = search.sample(after(search, EARLIER), LAMBDA, noise.fork(EARLIER));
        CmaOverTensors.Search next = after(search, EARLIER + 1).searches().getFirst();
        CmaParameters p = CmaParameters.of(D, LAMBDA, active, separable, 5);
        double[][] x = matrix(points);
        double[] f = tilted(points).toArray();
        double[][][] c = matrices(before.covariance());
        double sigma = before.sigma().at(0, 0);
        Integer[] order = IntStream.range(0, LAMBDA).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> f[i]));
        double[] shift = new double[D];
        double[] white = new double[D];
        double[][] spread = new double[D][D];
        double sum = 0;
        for (int place = 0; place < LAMBDA; place++) {
            double w = p.weights()[place];
            double[] y = new double[D];
            double[] z = new double[D];
            double length = 0;
            for (int j = 0; j < D; j++) {
                y[j] = (x[order[place]][j] - before.mean().at(0, j)) / sigma;
            }
            for (int j = 0; j < D; j++) {
                for (int l = 0; l < D; l++) {
                    z[j] += y[l] * c[2][l][j];
                }
                length += z[j] * z[j];
                shift[j] += Math.max(w, 0) * y[j];
                white[j] += Math.max(w, 0) * z[j];
            }
            sum += w;
            for (int j = 0; j < D; j++) {
                for (int l = 0; l < D; l++) {
                    spread[j][l] += (w < 0 ? w * D / length : w) * y[j] * y[l];
                }
            }
        }
        double path = 0;
        for (int j = 0; j < D; j++) {
            double ps = (1 - p.cSigma()) * before.pathSigma().at(0, j)
                    + Math.sqrt(p.cSigma() * (2 - p.cSigma()) * p.muEff()) * white[j];
            path += ps * ps;
            assertThat(next.pathSigma().at(0, j)).isCloseTo(ps, CLOSE);
            assertThat(next.mean().at(0, j)).isCloseTo(before.mean().at(0, j) + 0.9 * sigma * shift[j], CLOSE);
        }
        double excess = rule == StepSize.LENGTH ? Math.sqrt(path) / p.chi() - 1 : (path / D - 1) / 2;
        assertThat(next.sigma().at(0, 0)).isCloseTo(sigma * Math.exp(p.cSigma() / p.dSigma() * excess), CLOSE);
        double unbiased = Math.sqrt(1 - Math.pow(1 - p.cSigma(), 2 * (EARLIER + 1)));
        double h = Math.sqrt(path) / unbiased < (1.4 + 2.0 / (D + 1)) * p.chi() ? 1 : 0;
        double keep = 1 + p.c1() * (1 - h) * p.cC() * (2 - p.cC()) - p.c1() - p.cMu() * sum;
        double[][] expected = new double[D][D];
        for (int j = 0; j < D; j++) {
            for (int l = 0; l < D; l++) {
                expected[j][l] = keep * c[0][j][l]
                        + p.c1() * pathC(p, before, h, shift, j) * pathC(p, before, h, shift, l)
                        + p.cMu() * spread[j][l];
                if (separable && j != l) {
                    expected[j][l] = 0;
                }
            }
        }
        assertThat(next.pathC().at(0, 1)).isCloseTo(pathC(p, before, h, shift, 1), CLOSE);
        assertClose(matrices(next.covariance()), expected);
    }

    private static double pathC(CmaParameters p, CmaOverTensors.Search before, double h, double[] shift, int j) {
        return (1 - p.cC()) * before.pathC().at(0, j) + h * Math.sqrt(p.cC() * (2 - p.cC()) * p.muEff()) * shift[j];
    }

    /// C is as expected, RᵀR = C and R R⁻¹ = I.
    private static void assertClose(double[][][] c, double[][] expected) {
        for (int j = 0; j < D; j++) {
            for (int l = 0; l < D; l++) {
                double squared = 0;
                double unit = 0;
                for (int i = 0; i < D; i++) {
                    squared += c[1][i][j] * c[1][i][l];
                    unit += c[1][j][i] * c[2][i][l];
                }
                assertThat(c[0][j][l]).isCloseTo(expected[j][l], CLOSE);
                assertThat(squared).isCloseTo(expected[j][l], CLOSE);
                assertThat(unit).isCloseTo(j == l ? 1 : 0, CLOSE);
            }
        }
    }

    @Test
    void constantsOfEvoTorch() {
        CmaParameters full = CmaParameters.of(10, 10, true, false, 3);
        CmaParameters diagonal = CmaParameters.of(10, 10, true, true, 3);
        double muEff = full.muEff();
        assertThat(full.cSigma()).isCloseTo((muEff + 2) / (13 + muEff), CLOSE);
        assertThat(diagonal.c1()).isCloseTo(1 / (10 + 2 * Math.sqrt(10) + muEff / 10), CLOSE);
        assertThat(diagonal.cMu()).isCloseTo((muEff + 1 / muEff - 1.75) / (10 + 4 * Math.sqrt(10) + muEff / 2), CLOSE);
        assertThat(diagonal.cC()).isCloseTo((1.1 + muEff / 10) / (Math.sqrt(10) + 0.1 + muEff / 5), CLOSE);
    }

    // ---- safety ----

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForeignRowMovesTheMeanByALimitedStep(boolean separable) {
        CmaOverTensors search = new CmaOverTensors().withPopulation(LAMBDA).withSeparable(separable);
        CmaOverTensors.State state = after(search, 0);
        Tensor x = search.sample(state, LAMBDA - 1, noise).above(heap.row(-1e9, 0, 0, 0, 0));
        Tensor ranks = heap.column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0);
        Population told = new Population(x, ranks, heap.full(LAMBDA, 1, 0), ranks, 1);
        CmaOverTensors.State next = search.update(state, told, noise);
        double moved = Math.abs(next.searches().getFirst().mean().at(0, 0) - 1);
        assertThat(moved).isBetween(1.0, Math.sqrt(D) + 5);
        assertThat(next.searches().getFirst().sigma().at(0, 0)).isLessThanOrEqualTo(Math.E);
    }

    @Test
    void aCovarianceThatIsNotPositiveKeepsItsFactorUntilItIs() {
        Covariance.Full start = Covariance.Full.start(heap.row(0, 0));
        Tensor singular = heap.of(new double[] {1, 1, 1, 1}, 2, 2);
        Covariance.Full c =
                new Covariance.Full(singular, start.factor(), start.inverse(), start.identity(), start.condition());
        Covariance.Full kept = c.decomposed();
        assertThat(kept.factor()).isSameAs(start.factor());
        assertThat(kept.matrix().at(0, 0)).isEqualTo(1 + 1e-6);
        assertThat(kept.decomposed().factor().at(1, 0)).isZero();
        assertThat(kept.decomposed().factor().at(0, 0)).isCloseTo(Math.sqrt(1 + 1e-6), CLOSE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deviationsStayWithinLimits(boolean separable) {
        CmaOverTensors search = new CmaOverTensors()
                .withPopulation(LAMBDA)
                .withSeparable(separable)
                .withLimits(Limits.NONE.withLeast(0.8).withMost(0.9));
        double[] deviations =
                after(search, 4).searches().getFirst().deviations().toArray();
        assertThat(Arrays.stream(deviations).boxed()).hasSize(D).allMatch(v -> v > 0.8 - 1e-12 && v < 0.9 + 1e-12);
    }

    @Test
    void oneFactorizationServesSeveralGenerations() {
        CmaOverTensors search = new CmaOverTensors().withPopulation(4);
        Shape shape = Shape.reals(40);
        CmaOverTensors.State state = search.start(shape, heap.full(1, 40, 1), noise);
        int interval = state.rates().interval();
        assertThat(interval).isGreaterThan(2);
        double[] factor = factor(state).toArray();
        for (int g = 1; g <= interval; g++) {
            state = search.update(state, told(search.sample(state, 4, noise.fork(g)), true), noise);
            assertThat(Arrays.equals(factor(state).toArray(), factor)).isEqualTo(g < interval);
        }
    }

    private static Tensor factor(CmaOverTensors.State state) {
        return ((Covariance.Full) state.searches().getFirst().covariance()).factor();
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> new CmaOverTensors().withPopulation(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population 1");
    }

    // ---- evaluations ----

    @ParameterizedTest
    @EnumSource(
            value = Functions.class,
            names = {"SPHERE", "ELLIPSOID"})
    void asFewEvaluationsAsTheFormsForRows(Functions f) {
        double full = median(new CmaOverTensors(), f);
        double diagonal = median(new CmaOverTensors().withSeparable(true), f);
        double ofCma = median(new CmaEs(), f);
        double ofSep = median(new SepCmaEs(), f);
        assertThat(full).isLessThanOrEqualTo(1.1 * ofCma);
        assertThat(diagonal).isLessThanOrEqualTo(1.1 * ofSep);
    }

    private static double median(Algorithm algorithm, Functions f) {
        double[] sorted = LongStream.rangeClosed(1, 11)
                .mapToDouble(seed -> Runs.until(1e-6, algorithm, Runs.reals(10, 3), f, 20_000, seed)
                        .evaluations())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
