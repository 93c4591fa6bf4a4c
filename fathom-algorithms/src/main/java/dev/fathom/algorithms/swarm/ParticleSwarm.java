package dev.fathom.algorithms.swarm;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Column;
import org.jspecify.annotations.Nullable;

/// Particle swarm with inertia, drawn to the best point of each particle and of the whole swarm.
///
/// Clerc, "Standard particle swarm optimisation" (2006 and 2007 versions; HAL 00764996, 2012), with its inertia
/// ω = 1/(2 ln 2), its acceleration φ = ½ + ln 2 and its initial velocity: half the way to another random point. All
/// is done in standard coordinates; first positions are drawn from the space by [Shape#sample].
///
/// Deviations:
/// - every particle knows the best point of all particles, not of a few random informants;
/// - asynchronous: particles move in turn and learn when their result is known. Where more proposals are pending than
///   there are particles, they move again from where they were sent;
/// - confinement stops a particle at the bound, in each column that has one; columns without bounds need none.
///
/// @param particles number of particles n ≥ 1, or 0 for the larger of 40 and the number of workers; multiplied by
///     `shape.start().population()`
/// @param inertia ω, `[0, 1)`
/// @param own φ_p, acceleration to the particle's best point, `[0, ∞)`
/// @param common φ_g, acceleration to the swarm's best point, `[0, ∞)`
public record ParticleSwarm(int particles, double inertia, double own, double common)
        implements Incremental<ParticleSwarm.State> {

    private static final double LN_2 = 0.6931471805599453;

    public ParticleSwarm {
        if (particles < 0 || !(inertia >= 0 && inertia < 1) || !(own >= 0) || !(common >= 0)) {
            throw new IllegalArgumentException("a particle swarm cannot have " + particles + " particles, inertia "
                    + inertia + " and accelerations " + own + " and " + common + ". Maybe 0, 0.72, 1.19 and 1.19?");
        }
    }

    /// 40 particles, ω = 1/(2 ln 2), φ = ½ + ln 2 for both accelerations.
    public ParticleSwarm() {
        this(0, 1 / (2 * LN_2), 0.5 + LN_2, 0.5 + LN_2);
    }

    public ParticleSwarm withParticles(int number) {
        return new ParticleSwarm(number, inertia, own, common);
    }

    public ParticleSwarm withInertia(double omega) {
        return new ParticleSwarm(particles, omega, own, common);
    }

    public ParticleSwarm withAccelerations(double particle, double swarm) {
        return new ParticleSwarm(particles, inertia, particle, swarm);
    }

    /// Positions and velocities `[n×d]`, and the best rows.
    public static final class State {
        final Shape shape;
        final double[] low;
        final double[] high;
        final double[] position;
        final double[] velocity;
        final @Nullable Row[] bests;

        @Nullable
        Row best;

        int sent;
        int turn;

        State(Shape shape, int particles) {
            this.shape = shape;
            low = shape.columns().stream().mapToDouble(Column::low).toArray();
            high = shape.columns().stream().mapToDouble(Column::high).toArray();
            position = new double[particles * shape.dimension()];
            velocity = new double[particles * shape.dimension()];
            bests = new Row[particles];
        }
    }

    /// The number of the particle.
    @Override
    public int notes(Shape shape) {
        return 1;
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int base = particles > 0 ? particles : Math.max(40, shape.workers());
        return new State(shape, shape.start().scale(base));
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        int particle = s.turn;
        s.turn = (particle + 1) % s.bests.length;
        Row own = s.bests[particle];
        if (s.sent < s.bests.length || own == null || s.best == null) {
            s.sent = Math.min(s.sent + 1, s.bests.length);
            place(s, particle, out.x, rng);
        } else {
            move(s, particle, own.x, s.best.x, rng);
        }
        System.arraycopy(s.position, particle * out.x.length, out.x, 0, out.x.length);
        out.notes[0] = particle;
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        int particle = (int) told.notes[0];
        Row own = s.bests[particle];
        if (own == null || told.compareTo(own) <= 0) {
            s.bests[particle] = told;
        }
        return lead(s, told);
    }

    /// Becomes the best point of the particle whose best point is worst, if it is better.
    @Override
    public State inform(State s, Row told, Rng rng) {
        int worst = -1;
        Row least = null;
        for (int i = 0; i < s.bests.length; i++) {
            Row own = s.bests[i];
            if (own != null && (least == null || own.compareTo(least) > 0)) {
                least = own;
                worst = i;
            }
        }
        if (least != null && told.compareTo(least) < 0) {
            s.bests[worst] = told;
        }
        return lead(s, told);
    }

    private static State lead(State s, Row told) {
        if (s.best == null || told.compareTo(s.best) < 0) {
            s.best = told;
        }
        return s;
    }

    /// x ~ space, v = (y − x)/2 with another y ~ space.
    private static void place(State s, int particle, double[] x, Rng rng) {
        int d = x.length;
        s.shape.sample(x, rng);
        System.arraycopy(x, 0, s.position, particle * d, d);
        s.shape.sample(x, rng);
        for (int j = 0; j < d; j++) {
            s.velocity[particle * d + j] = (x[j] - s.position[particle * d + j]) / 2;
        }
    }

    /// v ← ω v + φ_p r_p (p − x) + φ_g r_g (g − x) and x ← x + v, with r ~ U(0, 1) anew in each column.
    private void move(State s, int particle, double[] p, double[] g, Rng rng) {
        int d = p.length;
        for (int j = 0; j < d; j++) {
            int i = particle * d + j;
            double x = s.position[i];
            double v = inertia * s.velocity[i]
                    + own * rng.nextDouble() * (p[j] - x)
                    + common * rng.nextDouble() * (g[j] - x);
            double to = x + v;
            boolean inside = to >= s.low[j] && to <= s.high[j];
            s.velocity[i] = inside ? v : 0;
            s.position[i] = inside ? to : Math.min(Math.max(to, s.low[j]), s.high[j]);
        }
    }
}
