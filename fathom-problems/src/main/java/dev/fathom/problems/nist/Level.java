package dev.fathom.problems.nist;

/// How difficult the NIST judges a regression problem to be.
public enum Level {
    /// Lower level of difficulty.
    LOWER,
    /// Average level of difficulty.
    AVERAGE,
    /// Higher level of difficulty.
    HIGHER
}
