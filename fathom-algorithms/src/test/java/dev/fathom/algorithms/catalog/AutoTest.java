package dev.fathom.algorithms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Chain;
import dev.fathom.algorithm.Recipe.Choose;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Recipe.Portfolio;
import dev.fathom.algorithm.Recipe.Restart;
import dev.fathom.algorithm.Recipe.Rule;
import dev.fathom.algorithm.Recipe.Stage;
import dev.fathom.algorithm.Recipe.Use;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.evolution.OnePlusOne;
import dev.fathom.algorithms.model.Scout;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.sampling.Hammersley;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutoTest {

    @Test
    void scoutsFirst() {
        Recipe cma = Recipe.use(new CmaEs()).restarting(Policy.BIPOP);
        Recipe snes = Recipe.use(new Snes()).restarting(Policy.IPOP);
        for (Shape shape : List.of(
                shape(3, 200, 1), shape(40, 4000, 1), shape(10, 10_000, 1), shape(10, 640, 64), Shape.reals(10))) {
            assertThat(stages(shape)).containsExactly(Recipe.use(new Scout()), cma);
        }
        assertThat(stages(Shape.reals(300))).containsExactly(Recipe.use(new Scout()), snes);
    }

    private static List<Recipe> stages(Shape shape) {
        return ((Chain) choose(shape)).stages().stream().map(Stage::recipe).toList();
    }

    @Test
    void tinyBudgetsOfOneWorker() {
        assertThat(algorithm(shape(20, 50, 1))).isEqualTo(new OnePlusOne());
    }

    @Test
    void constraints() {
        assertThat(algorithm(constrained(3, 200))).isEqualTo(new NelderMead());
        assertThat(algorithm(constrained(10, 900))).isEqualTo(new NelderMead());
        assertThat(algorithm(constrained(20, 100))).isEqualTo(new OnePlusOne());
        assertThat(algorithm(constrained(20, 1000))).isEqualTo(new NelderMead());
        assertThat(choose(constrained(10, 10_000)))
                .isEqualTo(Recipe.use(new CmaEs()).restarting(Policy.BIPOP));
    }

    @Test
    void manyColumns() {
        assertThat(algorithm(shape(1000, 20_000, 1))).isEqualTo(new OnePlusOne());
        assertThat(algorithm(shape(1000, 20_000, 8))).isEqualTo(new Snes());
        assertThat(algorithm(Shape.reals(1000))).isEqualTo(new Snes());
    }

    @Test
    void manyWorkers() {
        assertThat(algorithm(shape(3, 64, 64))).isEqualTo(new Hammersley());
        assertThat(algorithm(shape(30, 64, 64))).isEqualTo(new Snes().withStep(0.5));
    }

    @Test
    void noise() {
        Shape s = shape(10, 20_000, 1);
        Shape noisy = new Shape(s.columns(), 1, 0, s.budget(), 1, true, s.start());
        assertThat(algorithm(noisy)).isEqualTo(new CmaEs().withPopulationFactor(30));
    }

    @Test
    void discreteColumns() {
        assertThat(algorithm(integers(1000, 1))).isEqualTo(new Snes());
        assertThat(choose(integers(10_000, 1)))
                .isInstanceOfSatisfying(
                        Portfolio.class, p -> assertThat(p.members()).hasSize(3));
        assertThat(choose(integers(10_000, 4)))
                .isInstanceOfSatisfying(
                        Portfolio.class, p -> assertThat(p.members()).hasSize(2));
    }

    private static Shape shape(int d, long budget, int workers) {
        return Shape.reals(d).withBudget(budget).withWorkers(workers);
    }

    private static Shape constrained(int d, long budget) {
        Shape s = shape(d, budget, 1);
        return new Shape(s.columns(), 1, 2, budget, 1, false, s.start());
    }

    private static Shape integers(long budget, int workers) {
        var columns = IntStream.range(0, 20)
                .mapToObj(j -> Column.free("n" + j, Kind.INTEGER, 10, j))
                .toList();
        Shape s = Shape.reals(20);
        return new Shape(columns, 1, 0, budget, workers, false, s.start());
    }

    private static Algorithm algorithm(Shape shape) {
        Recipe chosen = choose(shape);
        Recipe inner = chosen instanceof Restart restart ? restart.recipe() : chosen;
        if (inner instanceof Use use) {
            return use.algorithm();
        }
        throw new AssertionError("not a single algorithm: " + chosen);
    }

    private static Recipe choose(Shape shape) {
        Recipe recipe = Auto.recipe();
        while (recipe instanceof Choose map) {
            recipe = map.rules().stream()
                    .filter(rule -> rule.condition().holds(shape))
                    .map(Rule::recipe)
                    .findFirst()
                    .orElse(map.otherwise());
        }
        return recipe;
    }
}
