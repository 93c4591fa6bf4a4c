package dev.fathom.algorithms.enomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void areThoseOfLongRunsWithoutABudget() {
        assertThat(Sizes.of(Enomad.ea(), Shape.reals(100))).isEqualTo(new Sizes(32, 16, 20, 150, 5));
        assertThat(Sizes.of(Enomad.ea(), Shape.reals(100).withBudget(1_000_000)))
                .isEqualTo(new Sizes(32, 16, 20, 150, 5));
    }

    @Test
    void letTwentyGenerationsFitWhereTheLeastDoes() {
        for (int d : new int[] {1, 2, 3, 10, 20, 100}) {
            for (long budget = 50; budget < 1_000_000; budget *= 2) {
                Sizes sizes = Sizes.of(Enomad.ea(), Shape.reals(d).withBudget(budget));
                long generation = (long) sizes.population() * sizes.evaluations();
                assertThat(generation).isLessThanOrEqualTo(Math.max(budget / 20, 4L * 5 * Math.min(d, 20)));
                assertThat(sizes.elites()).isBetween(1, sizes.population() - 1);
            }
        }
    }

    @Test
    void subsetsAndMutationsAreLimitedByTheDimension() {
        Enomad enomad = Enomad.ea().withSubsetSize(1000).withMutatedCoordinates(900);
        assertThat(Sizes.of(enomad, Shape.reals(7)).subset()).isEqualTo(7);
        assertThat(Sizes.of(enomad, Shape.reals(7)).mutated()).isEqualTo(7);
        assertThat(Sizes.of(enomad, Shape.reals(2000)).subset()).isEqualTo(1000);
        assertThat(Sizes.of(Enomad.ea(), Shape.reals(10)).mutated()).isEqualTo(2);
        assertThat(Sizes.of(Enomad.ea(), Shape.reals(1)).mutated()).isEqualTo(1);
    }

    @Test
    void whatIsGivenIsTaken() {
        Shape shape = Shape.reals(10).withBudget(500);
        Enomad enomad = Enomad.ea().withPopulation(9).withEvaluations(77).withElites(2);
        assertThat(Sizes.of(enomad, shape)).isEqualTo(new Sizes(9, 2, 10, 77, 2));
        assertThat(Sizes.of(enomad.withElites(0), shape).elites()).isEqualTo(5);
        Shape doubled = shape.withStart(Start.origin(10).withPopulation(2));
        assertThat(Sizes.of(enomad, doubled).population()).isEqualTo(18);
    }
}
