package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Crossover at one, two or more points between winners of tournaments (Goldberg, "Genetic algorithms in search,
/// optimization, and machine learning", 1989).
///
/// One point: a cut uniform in 1 … d − 1, behind which the children change sides. More: cuts uniform in 0 … d, repeats
/// and ends among them, at each of which they change sides.
///
/// @param points at least 1
/// @param tournament rows of each tournament, at least 1
public record PointCrossover(int points, int tournament) implements Operator {

    public PointCrossover {
        Pairs.check(tournament);
        if (points < 1) {
            throw new IllegalArgumentException("a crossover needs a point, but has " + points + ". Maybe 1?");
        }
    }

    /// One point.
    public static PointCrossover one(int tournament) {
        return new PointCrossover(1, tournament);
    }

    /// Two points.
    public static PointCrossover two(int tournament) {
        return new PointCrossover(2, tournament);
    }

    @Override
    public boolean isCrossover() {
        return true;
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Pairs pairs = Pairs.of(parents, tournament, noise.fork(0));
        int d = parents.columns();
        Tensor u = pairs.uniform(points, noise.fork(1));
        Tensor cuts =
                points == 1 ? u.times(d - 1).floor().plus(1) : u.times(d + 1).floor();
        Tensor j = pairs.a().times(0).plus(Groups.numbers(u, d).reshape(1, d));
        Tensor mask = j.less(cuts.columns(0, 1));
        for (int p = 1; p < points; p++) {
            mask = mask.minus(j.less(cuts.columns(p, p + 1))).square(); // changes sides behind the cut
        }
        return pairs.mix(points % 2 == 0 ? mask.times(-1).plus(1) : mask);
    }
}
