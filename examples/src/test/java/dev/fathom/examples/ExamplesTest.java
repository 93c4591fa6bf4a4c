package dev.fathom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.problems.nist.NistProblem;
import dev.fathom.space.Space;
import dev.fathom.testkit.Contract;
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
    void mainProgramsRun() {
        Quickstart.main(new String[0]);
        TypedSpace.main(new String[0]);
        AskAndTell.main(new String[0]);
        NistFits.main(new String[0]);
    }
}
