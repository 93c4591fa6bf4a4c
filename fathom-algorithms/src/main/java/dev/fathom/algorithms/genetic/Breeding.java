package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// What an [Operator] makes children of.
///
/// @param x the rows of all searches, one search after the other `[k·p × d]`
/// @param ranks the place of each row within its search `[k·p × 1]`, 0 for the best one; all 0 for rows without
/// results,
///     which then count in their order
/// @param searches k
/// @param children how many children each search wants; an operator that selects makes so many, others keep the rows
/// @param domain where the columns range
public record Breeding(Tensor x, Tensor ranks, int searches, int children, Domain domain) {

    /// d.
    public int columns() {
        return x.columns();
    }

    /// p, the rows of each search.
    public int perSearch() {
        return x.rows() / searches;
    }

    /// Winners of tournaments among rows that are drawn with replacement.
    ///
    /// @param tournament t ≥ 1
    /// @param count tournaments of each search
    /// @return `[k·count × d]`
    public Tensor winners(int tournament, int count, Noise noise) {
        int p = perSearch();
        Tensor u = x.substrate().uniform(searches * count, 1, noise);
        Tensor place = places(u, tournament, x.substrate().full(1, 1, p)).clamp(0, p - 1);
        return x.gather(ranks.argsort(searches).gather(Groups.indices(place, p, searches)));
    }

    /// The best of t draws from the places 0 … n − 1 is `⌊n min(u_1, …, u_t)⌋`, and the least of t uniform numbers is
    /// distributed as `1 − u^(1/t)`: one number decides a tournament.
    static Tensor places(Tensor u, int tournament, Tensor n) {
        Tensor least = tournament == 1
                ? u
                : u.log().times(1.0 / tournament).exp().times(-1).plus(1);
        return least.times(n).floor();
    }

    /// The same with rows that another operator made of these.
    Breeding with(Tensor values) {
        return new Breeding(values, values.substrate().full(values.rows(), 1, 0), searches, children, domain);
    }
}
