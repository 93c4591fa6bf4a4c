package dev.fathom.algorithms.largescale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows that an algorithm did not propose cannot throw it far.
class ForeignRowsTest {

    private static final int D = 10;

    static Stream<Generational<?>> all() {
        return LargeScaleRunsTest.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFarRowMovesTheMeanByTheLengthOfAnOwnOne(Generational<?> algorithm) {
        assertThat(moved(algorithm, 1e9)).isLessThan(2 * (Math.sqrt(D) + 5));
        assertThat(moved(algorithm, 1e9)).isGreaterThan(1);
    }

    /// How far the mean goes in the first generation when its best row lies at that distance.
    private static <S> double moved(Generational<S> algorithm, double distance) {
        Rng rng = Rng.of(3);
        S state = algorithm.start(Runs.reals(D, 0), rng);
        Batch batch = new Batch(algorithm.size(state), D, 1, 0);
        algorithm.sample(state, batch, rng);
        Arrays.fill(batch.x(), 0, D, distance / Math.sqrt(D));
        state = algorithm.update(state, batch, rng);
        return Math.sqrt(
                Functions.SPHERE.applyAsDouble(algorithm.recommend(state).orElseThrow()));
    }
}
