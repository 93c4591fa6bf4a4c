package dev.fathom.algorithms;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.cma.CmaWithLearningRates;
import dev.fathom.algorithms.cma.CmaWithMargin;
import dev.fathom.algorithms.cma.OnePlusOneCma;
import dev.fathom.algorithms.nes.CrFmNes;
import dev.fathom.algorithms.nes.DxNesIc;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values matter by their order alone: a growing function of them gives the same points to the bit.
class OrderInvarianceTest {

    static Stream<Algorithm> algorithms() {
        return Stream.of(
                new CmaEs().withElitist(true),
                new CmaWithMargin(),
                new CmaWithLearningRates(),
                new OnePlusOneCma(),
                new CrFmNes(),
                new DxNesIc());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void onlyTheOrderCounts(Algorithm algorithm) {
        List<Row> plain =
                Runs.of(algorithm, Runs.reals(4, 2), ELLIPSOID, 300, 1).rows();
        List<Row> other = Runs.of(
                        algorithm, Runs.reals(4, 2), x -> StrictMath.log(ELLIPSOID.applyAsDouble(x)) - 7, 300, 1)
                .rows();
        assertThat(plain).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(other.get(i).x).containsExactly(plain.get(i).x);
        }
    }
}
