package dev.fathom.space;

/// What a column of standard coordinates stands for. Algorithms may ignore it: every kind decodes from any real number.
public enum Kind {
    /// A real number.
    REAL,
    /// An integer: the real number is rounded when it is decoded.
    INTEGER,
    /// An ordered category: the position of Φ(x) among equal bins.
    ORDERED,
    /// The score of one option of an unordered choice: the option with the largest score is taken.
    SCORE,
    /// A random key: the order of several keys gives a permutation or a subset.
    KEY
}
