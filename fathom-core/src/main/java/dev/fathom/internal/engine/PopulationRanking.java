package dev.fathom.internal.engine;

import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Ranks whole populations by the rule of [Ranking], search by search.
public final class PopulationRanking {

    private PopulationRanking() {}

    /// The place of each row within its search, 0 for the best one.
    ///
    /// @param losses `[n×m]`, minimized, `+∞` for failures
    /// @param f the same numbers `[n·m]`
    /// @param violation `[n]`
    /// @param proposals what was proposed `[n×d]`, if rows that were brought inside the bounds are to be penalized as
    /// by
    ///     [Overshoot]; null if not
    /// @param inside where the rows were evaluated `[n×d]`
    /// @param searches k
    /// @return `[n×1]`
    public static Tensor of(
            Tensor losses, double[] f, double[] violation, @Nullable Tensor proposals, Tensor inside, int searches) {
        boolean feasible = Arrays.stream(violation).allMatch(v -> v <= 0);
        if (losses.columns() > 1 || !feasible) {
            return sorted(losses, f, violation, searches);
        }
        int lambda = violation.length / searches;
        int[] valued = new int[searches];
        for (int i = 0; i < violation.length; i++) {
            valued[i / lambda] += Double.isFinite(f[i]) ? 1 : 0;
        }
        return feasible(losses, proposals, inside, searches, valued);
    }

    /// The same for one objective where no constraint is violated.
    ///
    /// @param losses `[n×1]`
    /// @param valued how many rows of each search did not fail `[k]`
    public static Tensor feasible(
            Tensor losses, @Nullable Tensor proposals, Tensor inside, int searches, int[] valued) {
        Tensor key = proposals == null ? losses : penalized(losses, proposals, inside, searches, valued);
        return key.ranks(searches);
    }

    /// The places of rows that are where they were proposed.
    ///
    /// @param losses `[n×m]`, minimized, `+∞` for failures
    /// @param violation `[n×1]`
    public static Tensor of(Tensor losses, Tensor violation, int searches) {
        boolean feasible = violation.columnMax(1).at(0, 0) <= 0;
        return losses.columns() == 1 && feasible
                ? losses.ranks(searches)
                : sorted(losses, losses.toArray(), violation.toArray(), searches);
    }

    /// f(x_i) + IQR(f) · mean_j (p_ij − x_ij)² / var_j(p), see [Overshoot]
    private static Tensor penalized(Tensor losses, Tensor proposals, Tensor inside, int searches, int[] valued) {
        Tensor over = proposals.minus(inside);
        if (over.abs().columnMax(1).rowSums().at(0, 0) == 0) {
            return losses;
        }
        int lambda = losses.rows() / searches;
        Tensor mean = proposals.columnSums(searches).times(1.0 / lambda);
        Tensor variance = proposals.minus(mean).square().columnSums(searches).times(1.0 / lambda);
        Tensor distance = over.square().over(variance).rowSums().times(1.0 / proposals.columns());
        Tensor penalty = distance.times(spread(losses, searches, valued));
        return losses.plus(penalty.isFinite().choose(penalty, losses.times(0)));
    }

    /// The interquartile range of each search `[k×1]`.
    private static Tensor spread(Tensor losses, int searches, int[] valued) {
        int lambda = losses.rows() / searches;
        double[] quartiles = new double[2 * searches];
        for (int g = 0; g < searches; g++) {
            int last = Math.max(0, valued[g] - 1);
            quartiles[g] = g * lambda + last / 4;
            quartiles[searches + g] = g * lambda + 3 * last / 4;
        }
        Tensor at = losses.substrate().column(quartiles);
        Tensor found = losses.gather(losses.argsort(searches).gather(at));
        Tensor range = found.rows(searches, 2 * searches).minus(found.rows(0, searches));
        return range.isFinite().choose(range, range.substrate().full(1, 1, 0)); // 0 where all rows failed
    }

    private static Tensor sorted(Tensor losses, double[] f, double[] violation, int searches) {
        int lambda = violation.length / searches;
        double[] ranks = new double[violation.length];
        for (int g = 0; g < searches; g++) {
            int[] order = Ranking.order(f, violation, losses.columns(), g * lambda, (g + 1) * lambda);
            for (int place = 0; place < lambda; place++) {
                ranks[order[place]] = place;
            }
        }
        return losses.substrate().of(ranks, violation.length, 1);
    }
}
