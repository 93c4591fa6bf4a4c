package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// Simulated binary crossover of every column, in its unbounded form, between winners of tournaments.
///
/// Deb and Agrawal, "Simulated binary crossover for continuous search space" (Complex Systems 9, 1995): children lie
/// around the middle of their parents, at β times the parents' distance from it; half of them within the parents.
///
/// @param eta distribution index η, `[0, ∞)`: children stay the nearer to their parents the larger it is
/// @param tournament rows of each tournament, at least 1
public record SimulatedBinary(double eta, int tournament) implements Operator {

    public SimulatedBinary {
        Pairs.check(tournament);
        if (!(eta >= 0)) {
            throw new IllegalArgumentException("no distribution index: " + eta + ". Maybe 8?");
        }
    }

    @Override
    public boolean isCrossover() {
        return true;
    }

    @Override
    public Tensor of(Breeding parents, Noise noise) {
        Pairs pairs = Pairs.of(parents, tournament, noise.fork(0));
        Tensor beta = beta(pairs.uniform(parents.columns(), noise.fork(1)));
        Tensor middle = pairs.a().plus(pairs.b()).times(0.5);
        Tensor shift = pairs.a().minus(pairs.b()).times(0.5).times(beta);
        return pairs.children(middle.plus(shift), middle.minus(shift));
    }

    /// β = (2u)^(−1/(η+1)) if u < ½, else (2(1 − u))^(1/(η+1)): the halves of the paper's β exchanged, so that far
    /// children come of small u, which are exact in any precision.
    private Tensor beta(Tensor u) {
        Tensor rest = u.times(-1).plus(1);
        Tensor log = u.min(rest).clamp(LEAST, 0.5).times(2).log();
        Tensor sign = u.less(rest).times(-2).plus(1);
        return log.times(sign).times(1 / (eta + 1)).exp();
    }

    private static final double LEAST = 0x1.0p-54;
}
