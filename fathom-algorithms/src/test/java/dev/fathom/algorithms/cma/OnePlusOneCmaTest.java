package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import org.junit.jupiter.api.Test;

class OnePlusOneCmaTest {

    private static final int D = 4;
    private static final OnePlusOneCma ONE = new OnePlusOneCma();

    @Test
    void factorFollowsTheCovarianceAndItsInverseToo() {
        Rng rng = Rng.of(1);
        Factor factor = new Factor(D);
        double[][] c = new double[D][D];
        for (int j = 0; j < D; j++) {
            c[j][j] = 1;
        }
        for (int k = 0; k < 50; k++) {
            double[] z = new double[D];
            rng.fillGaussian(z, 0, D);
            double[] v = factor.times(z);
            double keep = k % 3 == 0 ? 1.02 : 0.9;
            double rate = k % 3 == 0 ? -0.02 : 0.1;
            factor.adapt(keep, rate, v, z);
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    c[i][j] = keep * c[i][j] + rate * v[i] * v[j];
                }
            }
        }
        for (int j = 0; j < D; j++) {
            double[] unit = new double[D];
            unit[j] = 1;
            assertThat(factor.variances()[j]).isCloseTo(c[j][j], within(1e-10));
            assertThat(factor.inverseTimes(factor.times(unit))).containsExactly(unit, within(1e-10));
        }
    }

    /// The first success: p̄ falls below p_thresh, so that the path is fed and C ← (1 − c) C + c p pᵀ.
    @Test
    void firstSuccess() {
        Rng rng = Rng.of(2);
        OnePlusOneCma.State s = ONE.start(Runs.reals(D, 2), rng);
        Row parent = told(s, rng, 10);
        s = ONE.learn(s, parent, rng);
        Row child = told(s, rng, 5);
        s = ONE.learn(s, child, rng);
        double successes = 11.0 / 12 * 2 / 11 + 1.0 / 12;
        double sigma = StrictMath.exp((successes - 2.0 / 11) / (9.0 / 11) / (1 + D / 2.0));
        assertThat(s.sigma).isCloseTo(sigma, within(1e-12));
        double cc = 2.0 / (D + 2);
        double rate = 2.0 / (D * D + 6);
        for (int j = 0; j < D; j++) {
            double p = Math.sqrt(cc * (2 - cc)) * (child.x[j] - parent.x[j]);
            assertThat(s.pathC[j]).isCloseTo(p, within(1e-12));
            assertThat(s.factor.variances()[j]).isCloseTo(1 - rate + rate * p * p, within(1e-12));
        }
    }

    /// A row worse than the fifth ancestor: C ← (1 + c) C − c y yᵀ.
    @Test
    void badStepsAreUnlearned() {
        Rng rng = Rng.of(3);
        OnePlusOneCma.State s = ONE.start(Runs.reals(D, 2), rng);
        OnePlusOneCma.State passive = ONE.withActive(false).start(Runs.reals(D, 2), Rng.of(3));
        Row parent = told(s, rng, 11);
        s = ONE.learn(s, parent, rng);
        passive = ONE.withActive(false).learn(passive, parent, rng);
        for (int i = 0; i < 7; i++) {
            Row row = told(s, rng, 10 - i);
            parent = row;
            s = ONE.learn(s, row, rng);
            passive = ONE.withActive(false).learn(passive, row, rng);
        }
        double[] before = s.factor.variances();
        assertThat(passive.factor.variances()).containsExactly(before);
        Row bad = told(s, rng, 100);
        double sigma = bad.notes[2];
        double[] y = new double[D];
        for (int j = 0; j < D; j++) {
            y[j] = (bad.x[j] - parent.x[j]) / sigma;
        }
        double[] z = s.factor.inverseTimes(y);
        double length = 0;
        for (double value : z) {
            length += value * value;
        }
        double rate = Math.min(0.4 / (StrictMath.pow(D, 1.6) + 1), 1 / Math.max(2 * length - 1, 1e-9));
        s = ONE.learn(s, bad, rng);
        for (int j = 0; j < D; j++) {
            double expected = (1 + rate) * before[j] - rate * y[j] * y[j];
            assertThat(s.factor.variances()[j]).isCloseTo(expected, within(1e-9));
        }
    }

    private static Row told(OnePlusOneCma.State s, Rng rng, double value) {
        Row row = new Row(0, new double[D], 3);
        ONE.propose(s, row, rng);
        row.tell(value, 0);
        return row;
    }

    @Test
    void isFasterThanAPopulationOnTheSphereAndActiveHelpsOnTheEllipsoid() {
        assertThat(median(ONE, SPHERE)).isLessThan(0.7 * median(new CmaEs(), SPHERE)); // 927 and 1629
        double active = median(ONE, ELLIPSOID); // 3898
        double passive = median(ONE.withActive(false), ELLIPSOID); // 4526
        assertThat(active).isLessThan(0.95 * passive);
        assertThat(passive).isLessThan(0.6 * median(ONE.withActive(false).withPath(false), ELLIPSOID)); // 10574
    }

    private static double median(Algorithm algorithm, Functions f) {
        return Runs.median(seed ->
                Runs.until(1e-9, algorithm, Runs.reals(10, 3), f, 40_000, seed).evaluations());
    }

    @Test
    void severalWorkersDoNoHarm() {
        double one = median(ONE, ELLIPSOID);
        double four =
                Runs.median(seed -> Runs.until(1e-9, ONE, Runs.reals(10, 3).withWorkers(4), ELLIPSOID, 40_000, seed)
                        .evaluations());
        assertThat(four).isLessThan(3 * one);
    }

    @Test
    void endsOnAPlain() {
        assertThat(Runs.of(ONE, Runs.reals(2, 1), x -> 7, 10_000, 1).finished()).contains("better than the parent");
    }

    @Test
    void refusesAStepWithoutMeaning() {
        assertThatThrownBy(() -> ONE.withStep(0)).hasMessageContaining("step 0").hasMessageContaining("Maybe");
    }
}
