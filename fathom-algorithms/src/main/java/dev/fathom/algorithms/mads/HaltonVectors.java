package dev.fathom.algorithms.mads;

import dev.fathom.algorithms.sampling.RadicalInverse;
import dev.fathom.math.Rng;
import java.util.HashMap;
import java.util.Map;

/// Directions of the Halton sequence: 2u_t − e with the t-th point u_t of the sequence, t from the n-th prime on, as
/// its
/// first points are correlated. Abramson, Audet, Dennis and Le Digabel, "OrthoMADS: a deterministic MADS instance with
/// orthogonal directions" (SIAM J. Optimization 2009), section 3.1. Their rounding to integers is left to the mesh.
final class HaltonVectors implements UnitVectors {

    private final Map<Integer, Sequence> sequences = new HashMap<>();

    private static final class Sequence {
        private final RadicalInverse inverse;
        private long t;

        Sequence(int n) {
            inverse = new RadicalInverse(n, false, Rng.of(0));
            t = inverse.base(n - 1);
        }
    }

    @Override
    public double[] next(int n) {
        Sequence sequence = sequences.computeIfAbsent(n, Sequence::new);
        double[] q = new double[n];
        double length = 0;
        while (!(length > 0)) {
            for (int j = 0; j < n; j++) {
                q[j] = 2 * sequence.inverse.at(j, sequence.t) - 1;
            }
            sequence.t++;
            length = UnitVectors.length(q);
        }
        return UnitVectors.scaled(q, 1 / length);
    }
}
