package dev.fathom.algorithms.cma;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.ROSENBROCK;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithms.Functions;
import dev.fathom.algorithms.Runs;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evaluations to f < 1e-9 from 3 in every coordinate with step size 1, compared with the medians of an independent
/// implementation, see docs/measured/cma-evaluations.md. On Rosenbrock's function the median is over the successful
/// runs: some end in its local minimum.
class CmaEvaluationsTest {

    /// @param reference median evaluations of the reference over 15 seeds
    record Cell(Functions f, int d, double reference) {}

    static Stream<Cell> cells() {
        return Stream.of(
                new Cell(SPHERE, 2, 278),
                new Cell(SPHERE, 10, 1640),
                new Cell(SPHERE, 40, 5781),
                new Cell(ELLIPSOID, 2, 491),
                new Cell(ELLIPSOID, 10, 4239),
                new Cell(ELLIPSOID, 40, 49217),
                new Cell(ROSENBROCK, 2, 482),
                new Cell(ROSENBROCK, 10, 5424),
                new Cell(ROSENBROCK, 40, 63506.5));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void atMostATenthMoreThanTheReference(Cell cell) {
        double[] evaluations = LongStream.rangeClosed(1, 15)
                .parallel()
                .mapToDouble(seed -> Runs.until(
                                1e-9,
                                new CmaEs(),
                                Runs.reals(cell.d(), 3),
                                cell.f(),
                                (long) (4 * cell.reference()),
                                seed)
                        .evaluations())
                .toArray();
        double[] successful =
                Arrays.stream(evaluations).filter(Double::isFinite).sorted().toArray();
        assertThat(successful.length).isGreaterThanOrEqualTo(cell.f() == ROSENBROCK ? 12 : 15);
        assertThat(median(successful)).isLessThanOrEqualTo(1.1 * cell.reference());
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
    }
}
