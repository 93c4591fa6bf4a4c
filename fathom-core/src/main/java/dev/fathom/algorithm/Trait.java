package dev.fathom.algorithm;

/// What an algorithm declares about itself, so that the engine can adapt to it.
public enum Trait {
    /// Learns nothing: all rows could be proposed at once.
    ONE_SHOT,
    /// Learns from its own proposal, not from the point brought inside the bounds (distributions need this). With one
    /// objective and whole generations, that point is then the nearest one, whatever the transform of the space, and
    /// proposals outside are ranked with a penalty.
    LEARNS_PROPOSAL,
    /// Wants whole generations of its own rows: the engine waits for the last result rather than asking beyond.
    SYNCHRONOUS,
    /// Cannot work without a known budget.
    NEEDS_BUDGET,
    /// Searches around several points side by side, so that a row of similar values does not mean that it has
    /// converged: it is not restarted unless it has finished.
    SIDE_BY_SIDE,
    /// Its own recommendation is better than the best point seen where evaluations are noisy.
    DENOISES
}
