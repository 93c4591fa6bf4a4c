package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Recipe;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final Recipe SEARCH = Recipe.use(new Averaging(20));

    private static Searches three(long... seeds) {
        return Optimizer.many(SEARCH, Space.reals(4, -5, 5), Goal.minimize(), Heap.single(), seeds);
    }

    /// Each search has an optimum of its own: (k, k, k, k).
    private static Tensor losses(Tensor x, int searches) {
        double[] optima = IntStream.range(0, searches).asDoubleStream().toArray();
        return x.minus(x.substrate().column(optima)).square().rowSums();
    }

    @Test
    void eachSearchLearnsFromItsOwnRows() {
        try (Searches searches = three(1, 2, 3)) {
            for (int t = 0; t < 120; t++) {
                Tensor x = searches.ask();
                assertThat(x.rows()).isEqualTo(60);
                searches.tell(losses(x, 3));
            }
            for (int k = 0; k < 3; k++) {
                double optimum = k;
                assertThat(searches.best(k)).hasValueSatisfying(best -> {
                    assertThat(best.loss()).isLessThan(0.01);
                    assertThat(best.value()[0]).isBetween(optimum - 0.1, optimum + 0.1);
                });
            }
        }
    }

    @Test
    void areRepeatedByTheirSeeds() {
        assertThat(first(1, 2)).isEqualTo(first(1, 2));
        assertThat(first(1, 2)).isNotEqualTo(first(1, 3));
    }

    private static double[] first(long... seeds) {
        try (Searches searches = three(seeds)) {
            searches.tell(losses(searches.ask(), seeds.length));
            return searches.ask().toArray();
        }
    }

    @Test
    void failuresStayBehind() {
        try (Searches searches = three(1)) {
            Tensor x = searches.ask();
            double[] losses = losses(x, 1).toArray();
            Arrays.fill(losses, 0, 10, Double.NaN);
            searches.tell(Heap.single().column(losses));
            assertThat(searches.best(0))
                    .hasValueSatisfying(best -> assertThat(best.loss())
                            .isEqualTo(Arrays.stream(losses).skip(10).min().orElseThrow()));
        }
    }

    @Test
    void wrongUseIsNamed() {
        try (Searches searches = three(1)) {
            assertThatThrownBy(() -> searches.tell(Heap.single().column(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ask()");
            Tensor x = searches.ask();
            assertThatThrownBy(() -> searches.tell(x))
                    .hasMessageContaining("[20×4]")
                    .hasMessageContaining("[20×1]");
        }
        assertThatThrownBy(() -> three()).hasMessageContaining("no seeds");
    }
}
