package dev.fathom.problems;

/// What a variable of a test problem may be.
public enum Variable {
    /// A real number.
    REAL,
    /// A whole number.
    WHOLE,
    /// One of the whole numbers between the bounds, which are only names: their order means nothing.
    OPTION
}
