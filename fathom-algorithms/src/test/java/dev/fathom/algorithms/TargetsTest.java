package dev.fathom.algorithms;

import static dev.fathom.algorithms.Functions.ELLIPSOID;
import static dev.fathom.algorithms.Functions.ROSENBROCK;
import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithms.cma.CmaEs;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.algorithms.direct.NelderMead;
import dev.fathom.algorithms.evolution.Crossover;
import dev.fathom.algorithms.evolution.DifferentialEvolution;
import dev.fathom.algorithms.evolution.OnePlusOne;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.algorithms.swarm.ParticleSwarm;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The median over 15 seeds reaches a target that the method must reach on a problem that suits it.
class TargetsTest {

    /// @param start in every coordinate
    /// @param median evaluations within which the median run reaches `target`
    record Goal(Algorithm algorithm, Functions f, int d, double start, double target, int median) {}

    static Stream<Goal> goals() {
        DifferentialEvolution de = new DifferentialEvolution();
        return Stream.of(
                new Goal(new CmaEs(), ROSENBROCK, 5, 0, 1e-8, 3000),
                new Goal(new CmaEs().withActive(false), ELLIPSOID, 5, 2, 1e-8, 3000),
                new Goal(new CmaEs().withPopulation(40), SPHERE, 5, 2, 1e-8, 3000),
                new Goal(new Snes(), SPHERE, 10, 2, 1e-8, 3000),
                new Goal(new Snes(), ELLIPSOID, 5, 2, 1e-6, 8000),
                new Goal(new OnePlusOne(), SPHERE, 10, 2, 1e-8, 900),
                new Goal(new OnePlusOne(), ROSENBROCK, 2, 0, 1e-2, 3000),
                new Goal(de, SPHERE, 5, 0, 1e-8, 5000),
                new Goal(de.withCrossover(Crossover.ONE_POINT), SPHERE, 5, 0, 1e-8, 5000),
                new Goal(de.withCrossover(Crossover.TWO_POINTS), SPHERE, 5, 0, 1e-8, 5000),
                new Goal(de.withRate(0.9), ROSENBROCK, 4, 0, 1e-8, 15000),
                new Goal(new ParticleSwarm(), SPHERE, 5, 0, 1e-8, 6000),
                new Goal(new NelderMead(), ROSENBROCK, 5, 0, 1e-8, 2000),
                new Goal(new NelderMead().withAdaptive(false), ROSENBROCK, 2, -1, 1e-8, 300),
                new Goal(new NelderMead(), SPHERE, 10, 2, 1e-8, 1500),
                new Goal(new CompassSearch(), SPHERE, 10, 2.3, 1e-8, 1200));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void reached(Goal goal) {
        assertThat(Runs.median(seed -> Runs.until(
                                goal.target(),
                                goal.algorithm(),
                                Runs.reals(goal.d(), goal.start()),
                                goal.f(),
                                4L * goal.median(),
                                seed)
                        .evaluations()))
                .isLessThanOrEqualTo(goal.median());
    }
}
