package dev.fathom.algorithms.largescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.math.Rng;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void wrongOptionsAreNamed() {
        assertThatThrownBy(() -> new SepCmaEs().withPopulation(1, 0)).hasMessageContaining("population 1");
        assertThatThrownBy(() -> new MaEs().withPopulation(4, 5)).hasMessageContaining("parents 5");
        assertThatThrownBy(() -> new LmCma().withStep(0)).hasMessageMatching(".*step 0.0.*Maybe .*\\?");
        assertThatThrownBy(() -> new LmMaEs().withRate(1)).hasMessageContaining("learning rate 1.0");
        assertThatThrownBy(() -> new RmEs().withMemory(0, 0)).hasMessageContaining("0 vectors");
        assertThatThrownBy(() -> new R1Es().withRule(0.3, 0.3, 0)).hasMessageContaining("damping 0.0");
        assertThatThrownBy(() -> new MmEs().withMixture(0, 0)).hasMessageContaining("0 directions");
    }

    @Test
    void populationFollowsWorkersAndStart() {
        Shape shape = Shape.reals(10);
        assertThat(Recombination.of(shape, 0, 0).lambda()).isEqualTo(10);
        assertThat(Recombination.of(shape.withWorkers(32), 0, 0).lambda()).isEqualTo(32);
        assertThat(Recombination.of(shape.withStart(Start.origin(10).withPopulation(2)), 0, 0)
                        .mu())
                .isEqualTo(10);
    }

    /// For λ = 4 and μ = 2: ln 2.5 and ln 2.5 − ln 2, normalized.
    @Test
    void weightsByHand() {
        double first = Math.log(2.5);
        double second = Math.log(1.25);
        double[] weights = Recombination.of(4, 2).weights();
        assertThat(weights[0]).isEqualTo(first / (first + second));
        assertThat(weights[0] + weights[1]).isEqualTo(1);
        assertThat(Recombination.of(4, 4).weights()[3]).isPositive();
    }

    @Test
    void learningRatesHaveTheirBoundsInFewColumns() {
        LmMaEs.State s = new LmMaEs().start(Shape.reals(2), Rng.of(1));
        assertThat(s.cSigma).isEqualTo(1);
        assertThat(s.cC[0]).isEqualTo(1);
        assertThat(s.cD[0]).isEqualTo(0.5);
        assertThat(new LmMaEs().start(Shape.reals(1000), Rng.of(1)).cSigma).isEqualTo(2 * 24 / 1000.0);
    }
}
