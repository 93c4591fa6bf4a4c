package dev.fathom;

/// Whether small or large values of an objective are good.
public enum Direction {
    /// Small is good.
    MINIMIZE,
    /// Large is good.
    MAXIMIZE
}
