package dev.fathom.algorithms.sampling;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.EnumSet;
import java.util.Set;

/// Independent points from the space's own distribution, see [Shape#sample].
public record RandomSearch() implements Incremental<Shape> {

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.ONE_SHOT);
    }

    @Override
    public Shape start(Shape shape, Rng rng) {
        return shape;
    }

    @Override
    public void propose(Shape shape, Row out, Rng rng) {
        shape.sample(out.x, rng);
    }

    @Override
    public Shape learn(Shape shape, Row told, Rng rng) {
        return shape;
    }
}
