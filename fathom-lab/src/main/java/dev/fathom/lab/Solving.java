package dev.fathom.lab;

/// How soon one run solved its problem to some precisions τ: the part τ of the decrease from the problem's start to the
/// known minimum is missing at most. What data profiles and performance profiles are made of.
///
/// @param algorithm the optimizer's name
/// @param problem what was solved, with instance, dimension and repetition: runs are compared where this is equal
/// @param dimension d, number of variables
/// @param budgetPerDimension evaluations allowed, divided by d
/// @param evaluations the number of the evaluation, from 1, that solved it to each of [#precisions]; 0 where none did,
///     [4]
public record Solving(String algorithm, String problem, int dimension, double budgetPerDimension, long[] evaluations) {

    private static final double[] PRECISIONS = {1e-1, 1e-3, 1e-5, 1e-7};

    /// Copies the evaluations.
    ///
    /// @throws IllegalArgumentException if there are not as many evaluations as precisions
    public Solving {
        evaluations = evaluations.clone();
        if (evaluations.length != PRECISIONS.length) {
            throw new IllegalArgumentException(algorithm + " on " + problem + " has " + evaluations.length
                    + " solving times, not " + PRECISIONS.length + ". Maybe one is missing?");
        }
    }

    /// The precisions τ, descending, [4].
    public static double[] precisions() {
        return PRECISIONS.clone();
    }

    /// When it was solved to each precision, 0 for never, [4].
    @Override
    public long[] evaluations() {
        return evaluations.clone();
    }
}
