package dev.fathom.algorithm;

import dev.fathom.internal.engine.PopulationRanking;
import dev.fathom.tensor.Tensor;

/// A whole population with its results, as tensors on one substrate: what a [Vectorized] algorithm learns from.
///
/// It may hold several searches that run side by side, `λ` rows of each, one search after the other: `n = k·λ`.
///
/// @param x standard coordinates `[n×d]`, in no particular order
/// @param f objectives `[n×m]`, minimized; `+∞` for failures
/// @param violation total constraint violation `[n×1]`, `≥ 0`
/// @param ranks the place of each row within its search `[n×1]`, 0 for the best one: feasible rows by objective, or by
///     fronts and spread, then the others by violation, failures last
/// @param searches k
/// @param own whether all rows were sampled from the state that learns; else some may come from elsewhere, so that an
///     algorithm should limit what a single row can do
public record Population(Tensor x, Tensor f, Tensor violation, Tensor ranks, int searches, boolean own) {

    /// A population whose rows may come from elsewhere.
    public Population(Tensor x, Tensor f, Tensor violation, Tensor ranks, int searches) {
        this(x, f, violation, ranks, searches, false);
    }

    /// How far a single row may count: without limit where all rows are the state's own.
    ///
    /// @param foreign what own rows do not reach
    public double limit(double foreign) {
        return own ? Double.POSITIVE_INFINITY : foreign;
    }

    /// Rows with their results, ranked by the engine's rule: what elitist searches need of parents and children
    /// together.
    ///
    /// @param x `[n×d]`
    /// @param f `[n×m]`, minimized, no NaN; `+∞` for failures
    /// @param violation `[n×1]`, `≥ 0`
    /// @param searches k, a divisor of n
    public static Population ranked(Tensor x, Tensor f, Tensor violation, int searches) {
        Tensor ranks = PopulationRanking.of(f, violation, searches);
        return new Population(x, f, violation, ranks, searches);
    }

    /// Some of its rows, equally many of each search.
    ///
    /// @param indices of the rows, search by search `[m×1]`
    public Population rows(Tensor indices) {
        return new Population(
                x.gather(indices), f.gather(indices), violation.gather(indices), ranks.gather(indices), searches);
    }

    /// n, the rows of all searches.
    public int size() {
        return x.rows();
    }

    /// λ, the rows of one search.
    public int perSearch() {
        return x.rows() / searches;
    }
}
