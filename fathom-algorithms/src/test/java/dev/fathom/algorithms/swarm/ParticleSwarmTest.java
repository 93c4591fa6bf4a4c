package dev.fathom.algorithms.swarm;

import static dev.fathom.algorithms.Functions.SPHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithms.Runs;
import dev.fathom.space.Boundary;
import org.junit.jupiter.api.Test;

class ParticleSwarmTest {

    @Test
    void particlesStayInsideTheBounds() {
        for (Row row : Runs.of(new ParticleSwarm(), Runs.box(3, Boundary.REFLECT), x -> x[0], 2000, 1)
                .rows()) {
            assertThat(row.proposal()[0]).isBetween(-3.0, 3.0);
        }
    }

    @Test
    void optimumAtTheBoundIsFound() {
        assertThat(Runs.median(seed -> Runs.of(
                                new ParticleSwarm(), Runs.box(3, Boundary.REFLECT), x -> x[0] + x[1] - x[2], 4000, seed)
                        .best()))
                .isEqualTo(-9);
    }

    @Test
    void smallSwarmsSearchToo() {
        ParticleSwarm swarm = new ParticleSwarm().withParticles(8);
        assertThat(Runs.median(seed ->
                        Runs.of(swarm, Runs.reals(2, 0), SPHERE, 2000, seed).best()))
                .isLessThan(1e-4);
    }
}
