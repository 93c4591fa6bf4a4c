package dev.fathom.algorithms.evolution;

import dev.fathom.math.Rng;

/// Which coordinates a child takes from its donor; the others come from its parent.
public enum Crossover {
    /// Each with a given probability, and one at random in any case: the binomial crossover of Storn and Price (1997).
    PARAMETRIC,
    /// Those on one side of a random cut, either side with equal chance; `PARAMETRIC` for d < 3.
    ONE_POINT,
    /// Those between two random cuts, or those outside, with equal chance; `PARAMETRIC` for d < 4.
    TWO_POINTS;

    /// Replaces coordinates of the donor by those of the parent.
    ///
    /// @param child holds the donor `[d]` and becomes the child
    /// @param rate probability of `PARAMETRIC` to keep a coordinate of the donor, `[0, 1]`
    void mix(double[] child, double[] parent, double rate, Rng rng) {
        int d = child.length;
        if (this == ONE_POINT && d >= 3) {
            int cut = rng.nextInt(1, d);
            segment(child, parent, 0, cut, rng.nextBoolean());
        } else if (this == TWO_POINTS && d >= 4) {
            int one = rng.nextInt(d + 1);
            int other = rng.nextInt(d);
            int two = other < one ? other : other + 1; // distinct cuts
            segment(child, parent, Math.min(one, two), Math.max(one, two), rng.nextBoolean());
        } else {
            binomial(child, parent, rate, rng);
        }
    }

    private static void binomial(double[] child, double[] parent, double rate, Rng rng) {
        int kept = rng.nextInt(child.length);
        for (int j = 0; j < child.length; j++) {
            if (rng.nextDouble() >= rate && j != kept) {
                child[j] = parent[j];
            }
        }
    }

    /// Takes from the parent what lies inside, or outside, of `from … to - 1`.
    private static void segment(double[] child, double[] parent, int from, int to, boolean inside) {
        for (int j = 0; j < child.length; j++) {
            if ((j >= from && j < to) == inside) {
                child[j] = parent[j];
            }
        }
    }
}
