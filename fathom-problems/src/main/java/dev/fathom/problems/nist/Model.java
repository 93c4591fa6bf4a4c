package dev.fathom.problems.nist;

/// A regression function of one predictor.
@FunctionalInterface
public interface Model {

    /// The response predicted at x.
    ///
    /// @param b the parameters, [p]
    double predict(double[] b, double x);
}
