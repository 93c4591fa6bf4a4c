package dev.fathom.problems;

import dev.fathom.Outcome;
import dev.fathom.math.Rng;

/// What is measured of a test problem that is noisy. Safe to call from several threads at once.
@FunctionalInterface
public interface Noise {

    /// Disturbed losses and constraints at x [d].
    ///
    /// @param x left alone
    /// @param rng where the disturbance is drawn from
    Outcome.Values at(double[] x, Rng rng);
}
