package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Normal points around centres, and how many.
public final class Sampling {

    private Sampling() {}

    /// λ of each search: `asked`, or 4 + ⌊3 ln d⌋ where that is 0, multiplied by `shape.start().population()`; never
    /// less
    /// than the number of workers.
    public static int size(int asked, Shape shape) {
        int base = asked > 0 ? asked : 4 + (int) (3 * StrictMath.log(shape.dimension()));
        return shape.population(base);
    }

    /// The same, made even.
    static int evenSize(int asked, Shape shape) {
        int size = size(asked, shape);
        return size + size % 2;
    }

    /// `μ + σ z` `[k·rows × d]`
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma σ `[k×d]`
    /// @param rows of each search
    public static Tensor independent(Tensor mean, Tensor sigma, int rows, Noise noise) {
        return mean.substrate().normal(mean, sigma, mean.rows() * rows, noise);
    }

    /// The same in pairs: rows 2i and 2i + 1 of a search are `μ + σ z_i` and `μ − σ z_i`; an odd last row has no
    /// partner.
    static Tensor mirrored(Tensor mean, Tensor sigma, int rows, Noise noise) {
        int k = mean.rows();
        int d = mean.columns();
        int pairs = (rows + 1) / 2;
        Tensor z = mean.substrate().gaussian(k * pairs, d, noise);
        Tensor other = z.affine(sigma.times(-1), mean);
        Tensor x = z.affine(sigma, mean).beside(other).reshape(2 * k * pairs, d);
        return rows % 2 == 0 ? x : withoutLast(x, k, rows);
    }

    /// All but the last row of each of k groups of `rows + 1` rows.
    private static Tensor withoutLast(Tensor x, int k, int rows) {
        Tensor kept = x.rows(0, rows);
        for (int g = 1; g < k; g++) {
            int first = g * (rows + 1);
            kept = kept.above(x.rows(first, first + rows));
        }
        return kept;
    }
}
