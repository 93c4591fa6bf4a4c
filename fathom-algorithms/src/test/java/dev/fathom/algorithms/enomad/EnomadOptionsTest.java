package dev.fathom.algorithms.enomad;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithms.Runs;
import dev.fathom.space.Boundary;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnomadOptionsTest {

    private static final Shape BOX = Runs.box(6, Boundary.REFLECT);
    /// Never asks for a point twice, never ends.
    private static final Recipe CMA = Recipe.named("CMA");

    static Stream<Enomad> modes() {
        return Stream.of(Enomad.ea(), Enomad.rea()).map(e -> e.withPopulation(6).withEvaluations(20));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void beginsWithTheInitialPopulation(Enomad enomad) {
        double[][] given = {{1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {0, 0, 2, 0, 0, 0}};
        Enomad small = enomad.withPopulation(0).withInitialPopulation(given).withInner(CMA);
        Generations run = Generations.of(small, BOX, Generations::moved, 61, 1);
        assertThat(run.get(1).individuals()).hasSize(3);
        assertThat(Arrays.stream(run.points()).map(Arrays::toString))
                .contains(Arrays.toString(given[0]), Arrays.toString(given[1]), Arrays.toString(given[2]));
        assertThat(run.points()[0]).isEqualTo(given[0]);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void beginsAtTheInitialVector(Enomad enomad) {
        double[] prior = {1, -1, 0.5, 0, 0, 0};
        Generations run = Generations.of(enomad.withInitialVector(prior), BOX, Generations::moved, 150, 1);
        assertThat(run.points()[0]).isEqualTo(prior);
        for (int i = 0; i < 6; i++) {
            assertThat(run.get(1).drifts().get(i))
                    .isEqualTo(Drift.between(prior, run.individual(1, i).x, BOX.columns()));
        }
    }

    @Test
    void drawsFromTheSpanOfWhatIsGivenWhereThereAreNoBounds() {
        Shape free = Runs.reals(6, 0);
        Enomad enomad = Enomad.ea().withPopulation(20).withEvaluations(1);
        assertSpan(Generations.of(enomad, free, SPHERE, 20, 1), -1, 1);
        assertSpan(Generations.of(enomad.withInitialVector(1, 2, 3, 4, 5, 7), free, SPHERE, 20, 1), 1, 7);
        assertSpan(Generations.of(enomad.withRange(-8, -4), free, SPHERE, 20, 1), -8, 0);
        Shape near = free.withStart(Start.origin(6).withSpread(0.1));
        assertSpan(Generations.of(enomad, near, SPHERE, 20, 1), -0.1, 0.1);
    }

    /// All coordinates are in a range, of which they fill more than 80 %.
    private static void assertSpan(Generations run, double low, double high) {
        double[] all =
                Arrays.stream(run.points()).flatMapToDouble(Arrays::stream).toArray();
        assertThat(Arrays.stream(all)).allSatisfy(v -> assertThat(v).isBetween(low, high));
        double span =
                Arrays.stream(all).max().orElse(0) - Arrays.stream(all).min().orElse(0);
        assertThat(span).isGreaterThan(0.8 * (high - low));
    }

    @Test
    void cutsAFixedBoxToTheMask() {
        double[] low = {-1, -1, -1, -1, -1, -1};
        double[] high = {1, 1, 1, 1, 1, 2};
        Enomad enomad = Enomad.rea()
                .withPopulation(6)
                .withEvaluations(20)
                .withBox(low, high)
                .withRange(-1, 1);
        Generations run = Generations.of(enomad, BOX, x -> Generations.moved(x) - 5 * x[5], 2000, 1);
        assertThat(run.seen().getLast().best().x[5]).isGreaterThan(1.9);
        for (double[] x : run.points()) {
            for (int j = 0; j < 6; j++) {
                assertThat(x[j]).isBetween(low[j], high[j]);
            }
        }
    }

    @Test
    void isWrittenToAJournalInTheSameWordsEveryTime() {
        Enomad one = Enomad.ea().withInitialPopulation(new double[] {1, 2}).watching(g -> {});
        Enomad same = Enomad.ea().withInitialPopulation(new double[] {1, 2});
        Enomad other = Enomad.ea().withInitialPopulation(new double[] {1, 3});
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(other).isNotEqualTo(same);
        assertThat(other.toString()).isNotEqualTo(same.toString());
        assertThat(one.toString()).doesNotContain("@", "Lambda");
    }

    static Stream<Runnable> mistakes() {
        Enomad ea = Enomad.ea();
        return Stream.of(
                () -> ea.withPopulation(1),
                () -> ea.withPopulation(4).withElites(4),
                () -> ea.withElites(-1),
                () -> ea.withSubsetSize(0),
                () -> ea.withEvaluations(-1),
                () -> ea.withBlock(0),
                () -> ea.withHalfWidth(0),
                () -> ea.withHalfWidth(Double.POSITIVE_INFINITY),
                () -> ea.withBox(new double[] {0, 1}, new double[] {1, 1}),
                () -> ea.withMutatedCoordinates(-2),
                () -> Enomad.rea().withMutatedCoordinates(0),
                () -> ea.withBreedingInterval(0),
                () -> ea.withCrossover(new Crossover.Uniform(1.1)),
                () -> ea.withCrossover(new Crossover.Fitness(-1)),
                () -> ea.withRange(1, -1),
                () -> ea.withRange(0, Double.POSITIVE_INFINITY),
                () -> ea.withInitialVector(Double.NaN),
                () -> ea.withInitialPopulation(new double[2], new double[3]),
                () -> ea.withPopulation(2).withInitialPopulation(new double[3][2]),
                () -> Runs.of(ea.withInitialVector(1, 2), BOX, SPHERE, 10, 1),
                () -> Runs.of(ea.withBox(new double[] {0}, new double[] {1}), BOX, SPHERE, 10, 1),
                () -> Runs.of(ea.withRange(5, 6), BOX, SPHERE, 10, 1));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(Runnable mistake) {
        assertThatThrownBy(mistake::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe ");
    }
}
