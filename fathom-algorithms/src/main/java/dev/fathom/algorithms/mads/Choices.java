package dev.fathom.algorithms.mads;

/// The words that some parameters choose from.
public final class Choices {

    private Choices() {}

    /// How the points of a list are ordered before they are evaluated.
    public enum QueueSort {
        /// By a quadratic model of the outputs, where there is one, otherwise by `DIR_LAST_SUCCESS`.
        QUADRATIC_MODEL,
        /// By the angle to the last successful direction.
        DIR_LAST_SUCCESS,
        /// By the value of a function that the user gives and that is cheap to evaluate.
        SURROGATE,
        /// At random.
        RANDOM,
        /// By their coordinates.
        LEXICOGRAPHICAL,
        /// By a comparator that the user gives.
        USER
    }

    /// How violations of several constraints are put together to one number h.
    public enum ViolationNorm {
        /// Their sum.
        L1,
        /// The sum of their squares.
        L2,
        /// The largest.
        LINF
    }

    /// How a quadratic model is minimized.
    public enum ModelSolver {
        /// By a method for quadratic functions in a box, with an augmented Lagrangian for constraints.
        DIRECT,
        /// By MADS itself, as the original does.
        MADS
    }

    /// Where random directions come from.
    public enum DirectionSource {
        /// From the generator of the run.
        RANDOM,
        /// From the Halton sequence: the same in every run, whatever the seed (Abramson et al. 2009).
        HALTON
    }

    /// What a search by a surrogate model minimizes; y is the best value, ŷ and ŝ are the prediction and its
    /// uncertainty.
    public enum SurrogateFormulation {
        /// ŷ − λŝ, constraints likewise.
        FS,
        /// Minus the expected improvement, times the probability of feasibility.
        EFI,
        /// Minus the uncertainty: the point farthest from all others.
        D
    }
}
