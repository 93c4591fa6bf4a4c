package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;

/// Shuffles the numbers of each column among rows, so that every column is a population of its own (Gomez, Schmidhuber,
/// Miikkulainen, "Accelerated neural evolution through cooperatively coevolved synapses", JMLR 9, 2008).
///
/// A number leaves its row with probability `1 − r^(1/d)`, where r falls from 1 for the best row to 0 for the worst, so
/// that the best row stays as it is; those that leave a column change places at random. Rows without results stay.
///
/// @param all whether all numbers leave their rows
public record CosynePermutation(boolean all) implements Operator {

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Tensor x = parents.x();
        int d = x.columns();
        int k = parents.searches() * d; // the groups: columns of searches
        Tensor lines = byColumns(x, parents.searches());
        Tensor shuffled = shuffle(lines, stays(parents, noise.fork(0)), k, noise.fork(1));
        return byRows(shuffled, parents.searches(), d);
    }

    /// 1 for numbers that stay in their row `[k·d·p × 1]`, column by column.
    private Tensor stays(Breeding parents, Noise noise) {
        Substrate on = parents.x().substrate();
        int d = parents.columns();
        int p = parents.perSearch();
        if (all || p == 1) {
            return on.full(parents.x().rows() * d, 1, all ? 0 : 1);
        }
        Tensor r = parents.ranks().times(-1.0 / (p - 1)).plus(1).clamp(0, 1);
        Tensor chance = r.log().times(1.0 / d).exp(); // of staying
        return byColumns(on.uniform(r.rows(), d, noise).atMost(chance), parents.searches());
    }

    /// The places that are left, taken in order, get what left them, taken at random.
    private static Tensor shuffle(Tensor lines, Tensor stays, int groups, Noise noise) {
        int p = lines.rows() / groups;
        Tensor u = lines.substrate().uniform(lines.rows(), 1, noise);
        Tensor taken = stays.choose(stays, u).argsort(groups); // u < 1: leavers first, at random
        Tensor place = stays.ranks(groups); // leavers first, in order
        return lines.gather(taken.gather(Groups.indices(place, p, groups)));
    }

    /// Column by column within each search `[k·d·p × 1]`.
    private static Tensor byColumns(Tensor x, int searches) {
        int p = x.rows() / searches;
        int d = x.columns();
        Tensor out = x.rows(0, p).transpose();
        for (int g = 1; g < searches; g++) {
            out = out.above(x.rows(g * p, (g + 1) * p).transpose());
        }
        return out.reshape(searches * d * p, 1);
    }

    private static Tensor byRows(Tensor lines, int searches, int d) {
        int p = lines.rows() / searches / d;
        Tensor x = lines.reshape(searches * d, p);
        Tensor out = x.rows(0, d).transpose();
        for (int g = 1; g < searches; g++) {
            out = out.above(x.rows(g * d, (g + 1) * d).transpose());
        }
        return out;
    }
}
