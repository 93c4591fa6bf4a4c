package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Crossover of lists of different lengths between winners of tournaments: each parent is cut at a place of its own,
/// uniform in 0 … its length, and the tails change sides (the "messy" crossover of Goldberg, Korb, Deb, "Messy genetic
/// algorithms", Complex Systems 3, 1989).
///
/// A list is a row whose first column is its length, a whole number between 0 and d − 1, followed by its elements; what
/// stands behind them does not count. Children that become too long lose their last elements.
///
/// The first column is to have the scale `value = origin + unit · x`, as numbers between bounds have.
///
/// @param tournament rows of each tournament, at least 1
public record CutAndSplice(int tournament) implements Operator {

    public CutAndSplice {
        Pairs.check(tournament);
    }

    @Override
    public boolean isCrossover() {
        return true;
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Pairs pairs = Pairs.of(parents, tournament, noise.fork(0));
        if (parents.columns() == 1) {
            return pairs.children(pairs.a(), pairs.b()); // empty lists
        }
        Tensor lengthA = length(pairs.a(), parents.domain());
        Tensor lengthB = length(pairs.b(), parents.domain());
        Tensor cutA = cut(lengthA, pairs.uniform(1, noise.fork(1)));
        Tensor cutB = cut(lengthB, pairs.uniform(1, noise.fork(2)));
        return pairs.children(
                spliced(parents.domain(), pairs.a(), cutA, pairs.b(), cutB, lengthB),
                spliced(parents.domain(), pairs.b(), cutB, pairs.a(), cutA, lengthA));
    }

    /// round(origin + unit x), in 0 … d − 1 `[n×1]`
    private static Tensor length(Tensor x, Domain domain) {
        Tensor value = x.columns(0, 1)
                .times(domain.unit().columns(0, 1))
                .plus(domain.origin().columns(0, 1));
        return value.plus(0.5).floor().clamp(0, x.columns() - 1);
    }

    private static Tensor cut(Tensor length, Tensor u) {
        return length.plus(1).times(u).floor();
    }

    /// The first elements of one list, then the last of another.
    private static Tensor spliced(
            Domain domain, Tensor head, Tensor headCut, Tensor tail, Tensor tailCut, Tensor tailLength) {
        int n = head.rows();
        int d = head.columns();
        Tensor j = head.times(0).plus(Groups.numbers(head, d).reshape(1, d).plus(-1)); // elements count from 0
        Tensor from = j.minus(headCut).plus(tailCut).clamp(0, d - 2).plus(1); // columns of the tail
        Tensor index = from.plus(Groups.numbers(head, n).times(d)).reshape(n * d, 1);
        Tensor tails = tail.reshape(n * d, 1).gather(index).reshape(n, d);
        Tensor elements = j.less(headCut).choose(head, tails);
        Tensor length = headCut.plus(tailLength).minus(tailCut).clamp(0, d - 1);
        Tensor scaled =
                length.minus(domain.origin().columns(0, 1)).over(domain.unit().columns(0, 1));
        return scaled.beside(elements.columns(1, d));
    }
}
