package dev.fathom.problems.nist;

/// A regression function.
@FunctionalInterface
public interface Model {

    /// The response predicted for one observation.
    ///
    /// @param b the parameters, [p]
    /// @param x the predictors of this observation, [k]; one in all problems but Nelson
    double predict(double[] b, double[] x);
}
