package dev.fathom.algorithms.direct;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithms.Runs;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectTest {

    static Stream<Algorithm> both() {
        return Stream.of(new NelderMead(), new CompassSearch());
    }

    @ParameterizedTest
    @MethodSource("both")
    void endsWhenItHasConverged(Algorithm algorithm) {
        Runs run = Runs.of(algorithm, Runs.reals(3, 1.7), x -> 1 + SPHERE.applyAsDouble(x), 20_000, 1);
        assertThat(run.finished()).startsWith("converged: the ");
        assertThat(run.best()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("both")
    void endsOnFlatFunctions(Algorithm algorithm) {
        assertThat(Runs.of(algorithm, Runs.reals(3, 1.7), x -> 1, 20_000, 1).finished())
                .startsWith("converged: the ");
    }

    @ParameterizedTest
    @MethodSource("both")
    void findsAnOptimumInACorner(Algorithm algorithm) {
        for (Boundary boundary : List.of(Boundary.CLIP, Boundary.REFLECT)) {
            double best = Runs.of(algorithm, Runs.box(3, boundary), x -> x[0] + 2 * x[1] - x[2], 5000, 1)
                    .best();
            assertThat(best).isCloseTo(-12, within(1e-6));
        }
    }

    @Test
    void firstSimplexTurnsBackFromABound() {
        Shape shape = Runs.box(2, Boundary.CLIP).withStart(Start.origin(2).at(new double[] {2.5, 0}));
        List<Row> rows = Runs.of(new NelderMead(), shape, SPHERE, 3, 1).rows();
        assertThat(rows.get(0).proposal()).containsExactly(2.5, 0);
        assertThat(rows.get(1).proposal()).containsExactly(1.5, 0);
        assertThat(rows.get(2).proposal()).containsExactly(2.5, 1);
    }

    @Test
    void compassPollsBlocksOfWorkers() {
        List<Integer> sizes = new ArrayList<>();
        Oracle oracle = new Oracle() {
            @Override
            public Row at(double[] x) {
                Row row = new Row(0, x.clone(), 0);
                row.tell(SPHERE.applyAsDouble(x), 0);
                return row;
            }

            @Override
            public Row[] all(double[][] points) {
                sizes.add(points.length);
                return Arrays.stream(points).map(this::at).toArray(Row[]::new);
            }
        };
        new CompassSearch().withTolerance(0.4).run(oracle, Shape.reals(3).withWorkers(4), Rng.of(1));
        assertThat(sizes).containsExactly(4, 2, 4, 2);
    }
}
