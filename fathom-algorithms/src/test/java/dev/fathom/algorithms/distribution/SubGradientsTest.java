package dev.fathom.algorithms.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Objective;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithm.Divisible;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.nes.Xnes;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubGradientsTest {

    private static final int D = 10;

    static Stream<Divisible<?>> divisible() {
        return Stream.of(new Snes().withPopulation(600), new Pgpe().withPopulation(600), new Cem().withPopulation(600));
    }

    private static Study<double[]> study(Vectorized<?> algorithm, long seed) {
        return Study.minimize(
                        Space.reals(D),
                        Objective.tensor(x -> x.plus(-2).square().rowSums()))
                .optimizer(algorithm)
                .budget(6_000)
                .seed(seed);
    }

    /// Two-sided rank-sum test at 1 %: 15 runs divided among three workers beside 15 of one. Ten generations of large
    /// shares: what the smaller samples change adds up (CEM's shares do not see how far their elites lie apart).
    @ParameterizedTest
    @MethodSource("divisible")
    void equalOneWorkerInDistribution(Divisible<?> algorithm) {
        double[] whole = losses(algorithm, Heap.single());
        double[] divided = losses(algorithm, Heap.single(), Heap.single(), Heap.single());
        double below = 0;
        for (double loss : divided) {
            for (double other : whole) {
                below += loss < other ? 1 : 0;
            }
        }
        double deviation = Math.sqrt(15 * 15 * 31 / 12.0);
        assertThat(Math.abs(below - 15 * 15 / 2.0) / deviation)
                .as("%s: medians %s and %s", algorithm, median(whole), median(divided))
                .isLessThan(2.58);
        assertThat(median(divided)).isLessThan(4.0 * D / 4); // it has learned something
    }

    private static double[] losses(Divisible<?> algorithm, Substrate... workers) {
        return LongStream.rangeClosed(1, 15)
                .mapToDouble(seed ->
                        study(algorithm, seed).dividedAmong(workers).run().value())
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @ParameterizedTest
    @MethodSource("divisible")
    void theMeanOfTheSharesIsFollowed(Divisible<?> algorithm) {
        check(algorithm);
    }

    /// Groups of one population are shares: the mean over groups is the mean over workers.
    private static <S extends Record> void check(Divisible<S> algorithm) {
        Heap heap = Heap.single();
        S state = algorithm.start(Shape.reals(4), heap.full(1, 4, 0.5), new Noise(1));
        Tensor x = algorithm.sample(state, 60, new Noise(2));
        Tensor f = x.square().rowSums();
        Tensor groups = algorithm.gradient(state, new Population(x, f, f.times(0), f.ranks(3), 3, true));
        Tensor mean = groups.rows(0, 3)
                .columnSums(1)
                .above(groups.rows(3, 6).columnSums(1))
                .times(1 / 3.0);
        double[] sum = new double[8];
        for (int w = 0; w < 3; w++) {
            Tensor share = x.rows(w * 20, (w + 1) * 20);
            Tensor loss = f.rows(w * 20, (w + 1) * 20);
            double[] g = algorithm
                    .gradient(state, new Population(share, loss, loss.times(0), loss.ranks(1), 1, true))
                    .toArray();
            for (int j = 0; j < 8; j++) {
                sum[j] += g[j] / 3;
            }
        }
        assertThat(mean.toArray()).usingComparatorWithPrecision(1e-14).containsExactly(sum);
    }

    @Test
    void aDividedRunIsRepeatedAndResumed(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("divided.journal");
        Study<double[]> study = study(new Snes().withPopulation(20), 5)
                .budget(1_000)
                .dividedAmong(Heap.single(), Heap.single())
                .journal(journal);
        Result<double[]> whole = study.run();
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(study.run().best()).isEqualTo(whole.best());
        assertThat(whole.evaluations()).isEqualTo(1_000);
    }

    /// What the other share has learned stays learned, in the run and when it is repeated.
    @Test
    void aShareThatFailsIsRepeatedAsAFailure(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("failing.journal");
        Study<double[]> study = Study.minimize(Space.reals(3), Objective.tensor(x -> {
                    if (x.at(0, 0) > 0) {
                        throw new IllegalStateException("no setting may begin above 0");
                    }
                    return x.square().rowSums();
                }))
                .optimizer(new Snes().withPopulation(20))
                .seed(2)
                .budget(1_000)
                .dividedAmong(Heap.single(), Heap.single())
                .journal(journal);
        Result<double[]> whole = study.run();
        assertThat(whole.failures()).isBetween(100L, 900L);
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length / 2));
        Result<double[]> again = study.run();
        assertThat(again.best()).isEqualTo(whole.best());
        assertThat(again.failures()).isEqualTo(whole.failures());
    }

    @Test
    void othersCannotBeDivided() {
        assertThatThrownBy(
                        () -> study(new Xnes(), 1).dividedAmong(Heap.single()).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe SNES, PGPE or CEM");
        assertThatThrownBy(() -> study(new Snes(), 1).dividedAmong()).hasMessageContaining("nobody");
        Heap heap = Heap.single();
        assertThatThrownBy(() -> study(new Snes(), 1).dividedAmong(heap, heap)).hasMessageContaining("once for each");
    }
}
