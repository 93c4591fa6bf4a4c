package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Parents that won tournaments, in pairs, each of which has two children.
///
/// @param a one parent of each pair `[k·h × d]`
/// @param b the other one `[k·h × d]`
record Pairs(Breeding parents, Tensor a, Tensor b) {

    static Pairs of(Breeding parents, int tournament, Noise noise) {
        int pairs = (parents.children() + 1) / 2;
        return new Pairs(
                parents,
                parents.winners(tournament, pairs, noise.fork(0)),
                parents.winners(tournament, pairs, noise.fork(1)));
    }

    static void check(int tournament) {
        if (tournament < 1) {
            throw new IllegalArgumentException(
                    "a tournament needs at least one row, but has " + tournament + ". Maybe 4?");
        }
    }

    /// As many children as are wanted, of first and second ones.
    Tensor children(Tensor first, Tensor second) {
        Tensor both = Groups.join(first, second, parents.searches());
        return parents.children() % 2 == 0 ? both : Groups.first(both, parents.children(), parents.searches());
    }

    /// Children that take each number from one parent or the other.
    ///
    /// @param mask where the first child takes from the first parent `[k·h × d]`
    Tensor mix(Tensor mask) {
        return children(mask.choose(a, b), mask.choose(b, a));
    }

    Tensor uniform(int columns, Noise noise) {
        return a.substrate().uniform(a.rows(), columns, noise);
    }
}
