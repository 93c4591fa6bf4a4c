package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithms.Generations;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import org.junit.jupiter.api.Test;

class CmaVariantTest {

    private static final int D = 3;
    private static final CmaEs ELITIST = new CmaEs().withElitist(true);

    @Test
    void theBestRowSoFarTakesTheFirstWeight() {
        Rng rng = Rng.of(1);
        CmaEs.State s = ELITIST.start(Runs.reals(D, 2), rng);
        Batch good = Generations.ranked(Generations.sample(ELITIST, s, D, rng), SPHERE);
        s = ELITIST.update(s, good, rng);
        double[] mean = s.mean.clone();
        Batch worse = Generations.ranked(Generations.sample(ELITIST, s, D, rng), x -> 1e3 + SPHERE.applyAsDouble(x));
        double[] w = s.p.weights();
        double[] expected = new double[D];
        for (int j = 0; j < D; j++) {
            expected[j] = mean[j] + w[0] * (good.x()[j] - mean[j]);
            for (int i = 1; i < s.p.mu(); i++) {
                expected[j] += w[i] * (worse.x()[(i - 1) * D + j] - mean[j]);
            }
        }
        s = ELITIST.update(s, worse, rng);
        assertThat(s.mean).containsExactly(expected, within(1e-12));
    }

    @Test
    void negativeWeightsStayWithTheWorstRowsOfTheGeneration() {
        Rng rng = Rng.of(2);
        CmaEs.State s = ELITIST.start(Runs.reals(D, 2), rng);
        s = Generations.step(ELITIST, s, D, SPHERE, rng);
        double[] mean = s.mean.clone();
        double sigma = s.sigma;
        Batch worse = Generations.ranked(Generations.sample(ELITIST, s, D, rng), x -> 1e3 + SPHERE.applyAsDouble(x));
        s = ELITIST.update(s, worse, rng);
        int last = worse.size() - 1;
        for (int j = 0; j < D; j++) {
            double step = (worse.x()[last * D + j] - mean[j]) / sigma;
            assertThat(s.steps[last * D + j]).isCloseTo(step, within(1e-12));
        }
    }

    @Test
    void elitismSavesEvaluationsOnTheSphere() {
        double plain = Runs.median(seed -> evaluations(new CmaEs(), seed));
        double elitist = Runs.median(seed -> evaluations(ELITIST, seed));
        assertThat(elitist).isLessThan(plain); // 1427 and 1629 where this was written
    }

    private static double evaluations(CmaEs cma, long seed) {
        return Runs.until(1e-9, cma, Runs.reals(10, 3), SPHERE, 10_000, seed).evaluations();
    }

    @Test
    void squaredLengthRule() {
        CmaEs squared = new CmaEs().withVariant(new CmaVariant().withStepSize(StepSize.SQUARED_LENGTH));
        Rng rng = Rng.of(3);
        CmaEs.State s = Generations.step(squared, squared.start(Runs.reals(D, 2), rng), D, SPHERE, rng);
        double length = 0;
        for (double p : s.pathSigma) {
            length += p * p;
        }
        double rate = s.p.cSigma() / s.p.dSigma();
        assertThat(s.sigma).isCloseTo(StrictMath.exp(rate * 0.5 * (length / D - 1)), within(1e-12));
    }

    @Test
    void deviationsKeepTheirLimitsAndCorrelationsRemain() {
        CmaEs limited = new CmaEs().withVariant(new CmaVariant().withDeviations(0.5, 0.8));
        Rng one = Rng.of(4);
        Rng two = Rng.of(4);
        CmaEs.State a = limited.start(Runs.reals(D, 2), one);
        CmaEs.State b = new CmaEs().start(Runs.reals(D, 2), two);
        a = Generations.step(limited, a, D, ELLIPSOID, one);
        b = Generations.step(new CmaEs(), b, D, ELLIPSOID, two);
        assertThat(correlation(a)).isCloseTo(correlation(b), within(1e-12));
        for (int g = 0; g < 100; g++) {
            a = Generations.step(limited, a, D, ELLIPSOID, one);
            for (int j = 0; j < D; j++) {
                assertThat(a.sigma * Math.sqrt(a.covariance[j * D + j])).isBetween(0.5 - 1e-9, 0.8 + 1e-9);
            }
        }
        assertThat(a.finished).isNull();
    }

    private static double correlation(CmaEs.State s) {
        return s.covariance[D] / Math.sqrt(s.covariance[0] * s.covariance[D + 1]);
    }

    @Test
    void decomposesInEveryGenerationUnlessLazy() {
        CmaEs exact = new CmaEs().withVariant(new CmaVariant().withLazy(false));
        Rng rng = Rng.of(5);
        CmaEs.State s = exact.start(Runs.reals(40, 2), rng);
        CmaEs.State lazy = new CmaEs().start(Runs.reals(40, 2), rng);
        s = Generations.step(exact, s, 40, SPHERE, rng);
        lazy = Generations.step(new CmaEs(), lazy, 40, SPHERE, rng);
        assertThat(s.decomposed).isEqualTo(1);
        assertThat(lazy.decomposed).isZero();
    }

    @Test
    void refusesLimitsThatCross() {
        assertThatThrownBy(() -> new CmaVariant().withDeviations(2, 1))
                .hasMessageContaining("between 2.0 and 1.0")
                .hasMessageContaining("Maybe");
    }
}
