package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;

/// Finds the mirrored rows `μ + s` and `μ − s` of a generation, whatever the order in which they come.
///
/// Sorted by the absolute value of a random projection of s, partners are neighbours; that they are partners is known
/// by
/// two projections that sum to 0. Rows without a partner, such as late and foreign ones, are recognised as such.
final class Pairs {

    private static final Noise DIRECTIONS = new Noise(0x5eed);
    private static final double TOLERANCE = 1e-4;

    private Pairs() {}

    /// The directions of two projections `[d×2]`.
    static Tensor directions(Substrate substrate, int d) {
        return substrate.gaussian(d, 2, DIRECTIONS).times(1 / Math.sqrt(d));
    }

    /// The place of the better row of its pair, for each row `[n×1]`; 2λ for rows without a partner.
    ///
    /// @param z `(x − μ)/σ` `[n×d]`
    /// @param directions `[d×2]`
    static Tensor places(Population told, Tensor z, Tensor directions) {
        int k = told.searches();
        Tensor projections = z.product(directions);
        Tensor order = projections.columns(0, 1).abs().argsort(k);
        Tensor sorted = projections.gather(order);
        Tensor places = told.ranks().gather(order);
        Tensor withNext = cancels(sorted, next(sorted));
        Tensor withLast = last(withNext);
        Tensor none = z.substrate().full(1, 1, 2.0 * told.perSearch());
        Tensor better = withNext.choose(places.min(next(places)), withLast.choose(places.min(last(places)), none));
        return better.gather(order.argsort(1));
    }

    /// Where both projections sum to 0 `[n×1]`.
    private static Tensor cancels(Tensor a, Tensor b) {
        Tensor near = a.substrate().full(1, 1, TOLERANCE);
        Tensor two = a.substrate().full(1, 1, 2);
        return a.plus(b).abs().atMost(near).rowSums().same(two);
    }

    /// Each row's next one; the first one for the last.
    private static Tensor next(Tensor x) {
        return x.rows(1, x.rows()).above(x.rows(0, 1));
    }

    private static Tensor last(Tensor x) {
        int n = x.rows();
        return x.rows(n - 1, n).above(x.rows(0, n - 1));
    }
}
