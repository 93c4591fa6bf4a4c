package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CmaEsTest {

    private static final CmaEs CMA = new CmaEs();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100})
    void weightsKeepTheCovariancePositive(int d) {
        CmaParameters p = CmaParameters.of(d, 4 + (int) (3 * StrictMath.log(d)), true);
        double positive = Arrays.stream(p.weights()).filter(w -> w > 0).sum();
        double negative = -Arrays.stream(p.weights()).filter(w -> w < 0).sum();
        assertThat(positive).isCloseTo(1, within(1e-12));
        assertThat(negative).isPositive().isLessThanOrEqualTo((1 - p.c1() - p.cMu()) / (d * p.cMu()) + 1e-12);
        assertThat(p.c1() + p.cMu()).isLessThanOrEqualTo(1);
    }

    @Test
    void parametersOfTheTutorialForTenDimensions() {
        CmaParameters p = CmaParameters.of(10, 10, true);
        double[] raw = {
            1.7047480922384253, 1.0116009116784799, 0.6061358035703155, 0.31845373111853453, 0.0953101798043249
        };
        double sum = Arrays.stream(raw).sum();
        double muEff = sum * sum / Arrays.stream(raw).map(w -> w * w).sum();
        assertThat(p.weights()[0]).isCloseTo(raw[0] / sum, within(1e-12));
        assertThat(p.muEff()).isCloseTo(muEff, within(1e-12));
        assertThat(p.cSigma()).isCloseTo((muEff + 2) / (muEff + 15), within(1e-12));
        assertThat(p.c1()).isCloseTo(2 / (11.3 * 11.3 + muEff), within(1e-12));
    }

    @Test
    void populationFollowsWorkersAndStart() {
        Shape shape = Shape.reals(10);
        Rng rng = Rng.of(1);
        assertThat(CMA.size(CMA.start(shape, rng))).isEqualTo(10);
        assertThat(CMA.size(CMA.start(shape.withWorkers(8), rng))).isEqualTo(10);
        assertThat(CMA.size(CMA.start(shape.withWorkers(32), rng))).isEqualTo(32);
        assertThat(CMA.size(CMA.start(shape.withStart(Start.origin(10).withPopulation(2)), rng)))
                .isEqualTo(20);
    }

    @Test
    void covarianceLearnsTheInverseHessian() {
        CmaEs.State s = CMA.start(Runs.reals(5, 2), Rng.of(3));
        Rng rng = Rng.of(4);
        for (int g = 0; g < 300; g++) {
            s = CMA.update(s, generation(s, rng), rng);
        }
        double ratio = s.covariance[0] / s.covariance[4 * 5 + 4]; // the Hessian's is 1e-6
        assertThat(ratio).isBetween(1e5, 1e7);
    }

    @Test
    void farRowsDoNoHarm() {
        double spoiled = Runs.median(seed -> evaluations(seed, true));
        assertThat(spoiled).isLessThan(1.5 * Runs.median(seed -> evaluations(seed, false)));
    }

    /// Generations until σ < 1e-6 where every tenth generation has a foreign row in the middle of its ranking.
    private static double evaluations(long seed, boolean spoiled) {
        Rng rng = Rng.of(seed);
        CmaEs.State s = CMA.start(Runs.reals(5, 2), rng);
        int generations = 0;
        while (s.sigma > 1e-6 && generations < 5000) {
            Batch told = generation(s, rng);
            if (spoiled && ++generations % 10 == 0) {
                Arrays.fill(told.x(), told.offset(1), told.offset(2), 1e3);
            } else if (!spoiled) {
                generations++;
            }
            s = CMA.update(s, told, rng);
        }
        return generations;
    }

    private static Batch generation(CmaEs.State s, Rng rng) {
        Batch batch = new Batch(CMA.size(s), 5, 1, 0);
        CMA.sample(s, batch, rng);
        Row[] rows = new Row[batch.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(i, new double[5], 0);
            batch.read(i, rows[i]);
            rows[i].tell(ELLIPSOID.applyAsDouble(rows[i].x), 0);
        }
        Arrays.sort(rows);
        for (int i = 0; i < rows.length; i++) {
            batch.write(i, rows[i], true);
        }
        return batch;
    }

    @Test
    void saysWhyItHasFinished() {
        Shape shape = Runs.reals(3, 1);
        assertThat(Runs.of(CMA, shape, SPHERE, 10_000, 1).finished()).contains("differ by less than");
        assertThat(Runs.of(CMA, shape, x -> 7, 10_000, 1).finished()).contains("the best value was the same");
        assertThat(Runs.of(CMA, shape, x -> x[0], 10_000, 1).finished()).contains("initial step was far too small");
        assertThat(Runs.of(CMA, shape, x -> x[0] * x[0] + 1e-18 * x[1], 100_000, 1)
                        .finished())
                .isNotEmpty();
    }

    @Test
    void recommendsTheMean() {
        CmaEs.State s = CMA.start(Runs.reals(2, 5), Rng.of(1));
        assertThat(CMA.recommend(s)).hasValueSatisfying(x -> assertThat(x).containsExactly(5, 5));
    }

    @Test
    void refusesOptionsWithoutMeaning() {
        assertThatThrownBy(() -> CMA.withStep(0)).hasMessageContaining("step 0").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> CMA.withPopulation(1)).hasMessageContaining("population 1");
    }
}
