package dev.fathom.problems.bbob;

/// A linear map of Rᵈ; leaves its argument as it is.
sealed interface Linear extends Step permits Dense, Blocks {

    /// The image of z [d] under the transposed map, for rotations the inverse.
    double[] transposed(double[] z);

    /// R Λ Q, as one matrix where that costs less than three maps.
    ///
    /// @param lambda the diagonal Λ, [d]
    static Step product(Linear r, double[] lambda, Linear q) {
        if (r instanceof Dense left && q instanceof Dense right) {
            return left.times(lambda, right);
        }
        return q.then(Transformations.scale(lambda)).then(r);
    }
}
