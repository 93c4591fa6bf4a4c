package dev.fathom.algorithms.sampling;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import dev.fathom.space.Column;
import java.util.EnumSet;
import java.util.Set;

/// The Halton sequence: column j of point i is the radical inverse of i + 1 in the j-th prime base, see
/// [RadicalInverse], mapped by [Column#quantile].
///
/// @param scrambled whether digits are permuted at random; without, columns of large bases are correlated
public record Halton(boolean scrambled) implements Incremental<Halton.State> {

    /// Scrambled.
    public Halton() {
        this(true);
    }

    public Halton withScrambled(boolean permuted) {
        return new Halton(permuted);
    }

    /// The sequence and the next index.
    public static final class State {
        final Column[] columns;
        final RadicalInverse inverse;
        long index;

        State(Shape shape, RadicalInverse inverse) {
            columns = shape.columns().toArray(new Column[0]);
            this.inverse = inverse;
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.ONE_SHOT);
    }

    @Override
    public State start(Shape shape, Rng rng) {
        return new State(shape, new RadicalInverse(shape.dimension(), scrambled, rng));
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        s.index++;
        for (int j = 0; j < out.x.length; j++) {
            out.x[j] = s.columns[j].quantile(s.inverse.at(j, s.index));
        }
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        return s;
    }
}
