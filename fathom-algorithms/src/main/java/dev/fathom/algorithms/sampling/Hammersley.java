package dev.fathom.algorithms.sampling;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import dev.fathom.space.Column;
import java.util.EnumSet;
import java.util.Set;

/// The Hammersley set of n points: the first column of point i is (i + ½)/n, column j > 0 the radical inverse of i + 1
/// in prime base j, see [RadicalInverse], mapped by [Column#quantile].
///
/// Hammersley, "Monte Carlo methods for solving multivariable problems" (Annals of the New York Academy of Sciences
/// 1960). n is the budget; the points beyond it go on as a Halton sequence, with one more base for the first column.
///
/// @param scrambled whether digits are permuted at random; without, columns of large bases are correlated
public record Hammersley(boolean scrambled) implements Incremental<Hammersley.State> {

    /// Scrambled.
    public Hammersley() {
        this(true);
    }

    public Hammersley withScrambled(boolean permuted) {
        return new Hammersley(permuted);
    }

    /// The set and the next index.
    public static final class State {
        final Column[] columns;
        final RadicalInverse inverse;
        final long points;
        long index;

        State(Shape shape, RadicalInverse inverse) {
            columns = shape.columns().toArray(new Column[0]);
            points = shape.budget();
            this.inverse = inverse;
        }
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.ONE_SHOT, Trait.NEEDS_BUDGET);
    }

    /// @throws IllegalArgumentException if the budget is unknown
    @Override
    public State start(Shape shape, Rng rng) {
        if (!shape.hasBudget()) {
            throw new IllegalArgumentException(
                    "a Hammersley set needs a known budget. Maybe set one, or use a Halton sequence?");
        }
        return new State(shape, new RadicalInverse(shape.dimension(), scrambled, rng));
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        long i = s.index++;
        int last = out.x.length - 1;
        double first = i < s.points ? (i + 0.5) / s.points : s.inverse.at(last, i + 1);
        out.x[0] = s.columns[0].quantile(first);
        for (int j = 1; j <= last; j++) {
            out.x[j] = s.columns[j].quantile(s.inverse.at(j - 1, i + 1));
        }
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        return s;
    }
}
