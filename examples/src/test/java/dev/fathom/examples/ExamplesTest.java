package dev.fathom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Evaluation;
import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.observe.DataTable;
import dev.fathom.observe.Pace;
import dev.fathom.problems.nist.NistProblem;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.testkit.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    @Test
    void quickstartFindsTheValley() {
        double[] losses = Stream.iterate(1L, seed -> seed + 1)
                .limit(11)
                .mapToDouble(seed -> Study.minimize(Space.reals(10), Quickstart::rosenbrock)
                        .budget(5_000)
                        .seed(seed)
                        .run()
                        .value())
                .sorted()
                .toArray();
        assertThat(losses[5]).as("median of 11 seeds").isLessThan(1);
    }

    @Test
    void typedSpaceFindsTheBestOptions() {
        TypedSpace.Net net = TypedSpace.search().best();
        assertThat(TypedSpace.train(net)).isLessThan(0.5);
        assertThat(net.activation()).isEqualTo(TypedSpace.Activation.TANH);
    }

    @TestFactory
    Stream<DynamicTest> ownAlgorithmKeepsTheContract() {
        return Contract.of("OwnAlgorithm", Recipe.use(new OwnAlgorithm(1.5, 0.9)))
                .tests();
    }

    static Stream<NistProblem> nist() {
        return NistFits.problems().stream();
    }

    @ParameterizedTest
    @MethodSource("nist")
    void nistFitsReachTheCertifiedParameters(NistProblem problem) {
        assertThat(NistFits.distance(problem, NistFits.fit(problem))).isLessThan(1e-6);
    }

    @Test
    void populationsFindAGoodBasin() {
        DataTable table = DataTable.of(Pace.every(20));
        assertThat(Populations.search(table).value()).isLessThan(5);
        assertThat(table.column("best_eval")).hasSize(20).isSortedAccordingTo(Comparator.<Double>reverseOrder());
    }

    /// The optimum by dynamic programming over capacities.
    @Test
    void theKnapsackIsFilled() {
        int[] most = new int[Knapsack.CAPACITY + 1];
        for (int k = 0; k < Knapsack.VALUES.length; k++) {
            for (int c = Knapsack.CAPACITY; c >= Knapsack.WEIGHTS[k]; c--) {
                most[c] = Math.max(most[c], most[c - Knapsack.WEIGHTS[k]] + Knapsack.VALUES[k]);
            }
        }
        double[] found = LongStream.rangeClosed(1, 11)
                .mapToDouble(seed -> Knapsack.search(seed).value())
                .sorted()
                .toArray();
        assertThat(found[5]).as("median of 11 seeds").isEqualTo(most[Knapsack.CAPACITY]);
        assertThat(found[10]).isLessThanOrEqualTo(most[Knapsack.CAPACITY]);
    }

    @Test
    void theArmReachesMostPlaces() {
        List<Evaluation<double[]>> elites = Illumination.search();
        assertThat(elites).hasSizeGreaterThan(250); // of 400, a circle in a square
        assertThat(elites).allMatch(e -> Math.hypot(e.losses()[1], e.losses()[2]) <= 1 + 1e-12);
    }

    @Test
    void searchesSideBySideAllGetNear() {
        assertThat(SideBySide.losses())
                .hasSize(5)
                .satisfies(all -> assertThat(DoubleStream.of(all)).allMatch(loss -> loss < 10));
    }

    @Test
    void workersShareGenerations() {
        assertThat(SharedGenerations.search(Heap.single(), Heap.single()).value())
                .isLessThan(1e-9);
    }

    @Test
    void mainProgramsRun() {
        Quickstart.main(new String[0]);
        TypedSpace.main(new String[0]);
        AskAndTell.main(new String[0]);
        NistFits.main(new String[0]);
        Populations.main(new String[0]);
        Knapsack.main(new String[0]);
        Illumination.main(new String[0]);
        SideBySide.main(new String[0]);
        SharedGenerations.main(new String[0]);
    }
}
