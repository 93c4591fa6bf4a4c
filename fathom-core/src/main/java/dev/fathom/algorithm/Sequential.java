package dev.fathom.algorithm;

import dev.fathom.math.Rng;

/// An algorithm written as its paper is: straight-line code that calls the function.
///
/// The engine runs it on a virtual thread of its own; each call of the [Oracle] becomes an ask and each answer a tell.
/// Returning means that the search has ended by itself, and why. The engine ends it early by an unchecked exception out
/// of the oracle, which must not be caught.
public non-sealed interface Sequential extends Algorithm {

    /// Searches, from `shape.start()`, until nothing can be gained.
    ///
    /// @return why it ended, in words
    String run(Oracle f, Shape shape, Rng rng);
}
