package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Moves some coordinates by a part of their range, most by little (Deb and Deb, "Analysing mutation schemes for
/// real-parameter genetic algorithms", 2014, with their treatment of bounds).
///
/// Deviation: a column without two bounds has the range of [Domain] and no end in reach.
///
/// @param eta distribution index η, `[0, ∞)`: moves are the smaller the larger it is
/// @param probability with which each coordinate is changed, `(0, 1]`
public record PolynomialMutation(double eta, double probability) implements Operator {

    public PolynomialMutation {
        Mutations.check(probability);
        if (!(eta >= 0)) {
            throw new IllegalArgumentException("no distribution index: " + eta + ". Maybe 20?");
        }
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Tensor x = parents.x();
        Domain domain = parents.domain();
        Tensor free = domain.bounded().times(-1).plus(1);
        Tensor share = x.minus(domain.low()).over(domain.width()).clamp(0, 1);
        Tensor below = share.max(free); // δ₁, from the lower end
        Tensor above = share.times(-1).plus(1).max(free); // δ₂, to the upper end
        Tensor r = x.substrate().uniform(x.rows(), x.columns(), noise.fork(0));
        Tensor rest = r.times(-1).plus(1);
        Tensor down = r.less(rest);
        Tensor s = r.min(rest).times(2); // 2r, or 2(1 − r)
        Tensor room = power(down.choose(below, above).times(-1).plus(1), eta + 1); // (1 − δ)^(η+1)
        Tensor size = power(s.times(-1).plus(1).times(room).plus(s), 1 / (eta + 1))
                .times(-1)
                .plus(1);
        Tensor delta = down.times(-2).plus(1).times(size); // downward if r < ½
        return Mutations.some(x, delta.times(domain.width()).plus(x), probability, noise.fork(1));
    }

    /// x^p, x ≥ 0
    private static Tensor power(Tensor x, double p) {
        return x.clamp(0, 1).log().times(p).exp();
    }
}
