package dev.fathom.algorithms.mads;

/// What a point or an iteration achieved, in ascending order.
enum Success {
    /// Nothing.
    NONE,
    /// An infeasible point with a smaller violation that does not dominate the incumbent, or a first infeasible point.
    PARTIAL,
    /// A point that dominates an incumbent, or a first feasible point.
    FULL;

    Success or(Success other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
