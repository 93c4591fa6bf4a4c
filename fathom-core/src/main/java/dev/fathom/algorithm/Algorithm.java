package dev.fathom.algorithm;

import java.util.EnumSet;
import java.util.Set;

/// A pure description of how to propose rows of numbers and how to learn from rows with results.
///
/// An algorithm is a record of its options. What changes during a run is a state of its own type, made by `start`.
/// There
/// are three shapes, told apart by the one thing the engine must know: *when it can learn*.
///
/// - [Generational]: from whole generations, sorted best first;
/// - [Incremental]: from one result at a time, in any order;
/// - [Sequential]: straight-line code that calls the function.
///
/// Bounds, integers, constraints, failures, budgets, threads, ranking and stopping belong to the engine. Random numbers
/// are
/// an argument. Everything that decides a search must be reproducible to the bit: use [StrictMath] and the
/// classes of `dev.fathom.math`, not the transcendental functions of [Math].
public sealed interface Algorithm permits Generational, Incremental, Sequential {

    /// What the engine should know; none by default.
    default Set<Trait> traits() {
        return EnumSet.noneOf(Trait.class);
    }

    /// How many numbers it keeps with each row, see [Row#notes].
    default int notes(Shape shape) {
        return 0;
    }
}
