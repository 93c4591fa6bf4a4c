package dev.fathom.tensor;

/// A matrix of numbers, `n` rows of `d` columns, on some [Substrate]: the word in which searches over whole populations
/// are written. A row is a point, a column a coordinate.
///
/// Verbs return new tensors and change nothing. Binary verbs broadcast by one rule: the other operand has `r` rows,
/// where
/// `r` divides `n`, and each of its rows serves `n/r` consecutive rows of this one; and it has `d` columns, or one that
/// serves all. So `[1×d]` is a row for everybody, `[n×1]` a number for each row, and `[k×d]` a row for each of the `k`
/// groups of a population that holds `k` searches. Truths are 1 and 0, indices whole numbers.
///
/// Shapes that do not fit give an [IllegalArgumentException] that names both. A tensor that was made within a
/// [Substrate.Scope] is gone when the scope closes, unless the scope was told to keep it; its use is then an
/// [IllegalStateException].
public interface Tensor {

    /// Where it lives.
    Substrate substrate();

    /// n.
    int rows();

    /// d.
    int columns();

    /// A copy of all numbers, row-major `[n·d]`.
    double[] toArray();

    /// One number; slow on a device.
    double at(int row, int column);

    /// Rows `from … to - 1`, sharing their numbers with this tensor.
    Tensor rows(int from, int to);

    /// The same numbers, in the same order, as another matrix, sharing them with this tensor.
    Tensor reshape(int rows, int columns);

    // ---- arithmetic, with broadcasting ----

    /// `x + y`
    Tensor plus(Tensor y);

    /// `x − y`
    Tensor minus(Tensor y);

    /// `x · y`, number by number.
    Tensor times(Tensor y);

    /// `x / y`
    Tensor over(Tensor y);

    /// The smaller of both; NaN if one is.
    Tensor min(Tensor y);

    /// The larger of both; NaN if one is.
    Tensor max(Tensor y);

    /// `x + y`
    Tensor plus(double y);

    /// `x · y`
    Tensor times(double y);

    /// `x` brought into `[low, high]`.
    Tensor clamp(double low, double high);

    /// `scale · x + shift` in one pass.
    Tensor affine(Tensor scale, Tensor shift);

    /// `(x − mean)/deviation` in one pass, brought into `[-limit, limit]`; computed as a product with `1/deviation`.
    Tensor standardize(Tensor mean, Tensor deviation, double limit);

    /// `x²`
    Tensor square();

    /// `√x`
    Tensor sqrt();

    /// `eˣ`
    Tensor exp();

    /// `ln x`
    Tensor log();

    /// `sin x`
    Tensor sin();

    /// `cos x`
    Tensor cos();

    /// `|x|`
    Tensor abs();

    /// The largest whole number that is not above.
    Tensor floor();

    // ---- truths ----

    /// Where `x < y`.
    Tensor less(Tensor y);

    /// Where `x ≤ y`.
    Tensor atMost(Tensor y);

    /// Where `x = y`.
    Tensor same(Tensor y);

    /// Where it is a finite number.
    Tensor isFinite();

    /// `yes` where this is not 0, else `no`; both broadcast.
    Tensor choose(Tensor yes, Tensor no);

    // ---- sums and products ----

    /// The sum of each row `[n×1]`.
    Tensor rowSums();

    /// `Σ_j x_ij y_ij` of each row `[n×1]`: with itself, the squared lengths.
    default Tensor rowDots(Tensor y) {
        return times(y).rowSums();
    }

    /// The sum of the rows of each of `k` groups `[k×d]`.
    Tensor columnSums(int groups);

    /// `Σ_i w_i x_i` over the rows of each of `k` groups `[k×d]`.
    ///
    /// @param w `[n×1]`
    Tensor weightedSums(Tensor w, int groups);

    /// `Σ_i w_i x_i²` over the rows of each of `k` groups `[k×d]`.
    ///
    /// @param w `[n×1]`
    Tensor weightedSquares(Tensor w, int groups);

    /// `Σ_i w_i z_i` over the rows of each of `k` groups, and below them `Σ_i w_i z_i²` `[2k×d]`, where z is what
    /// [#standardize] gives; in one pass where the substrate can.
    ///
    /// @param w `[n×1]`
    default Tensor moments(Tensor mean, Tensor deviation, double limit, Tensor w, int groups) {
        Tensor z = standardize(mean, deviation, limit);
        return z.weightedSums(w, groups).above(z.weightedSquares(w, groups));
    }

    /// The largest number of each column within each of `k` groups `[k×d]`.
    Tensor columnMax(int groups);

    /// The matrix product `x y`, `[n×d]` by `[d×e]`.
    Tensor product(Tensor y);

    /// `xᵀ [d×n]`
    Tensor transpose();

    // ---- order ----

    /// The indices that sort the only column, ascending, within each of `k` groups `[n×1]`; equal numbers keep their
    /// order, NaN comes last. Indices count the rows of the whole tensor.
    Tensor argsort(int groups);

    /// The place, from 0, of each number of the only column in the ascending order of its group `[n×1]`: the inverse of
    /// [#argsort].
    Tensor ranks(int groups);

    /// The rows with those indices `[m×d]`.
    ///
    /// @param indices `[m×1]`, whole numbers in `[0, n)`
    Tensor gather(Tensor indices);

    /// This tensor with the rows of another one below.
    Tensor above(Tensor below);

    /// This tensor with the columns of another one to its right.
    Tensor beside(Tensor right);

    /// Columns `from … to - 1`, a copy.
    Tensor columns(int from, int to);
}
