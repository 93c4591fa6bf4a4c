package dev.fathom.algorithm;

/// The function as a [Sequential] algorithm sees it.
public interface Oracle {

    /// Evaluates one point and waits for the result.
    ///
    /// @param x standard coordinates `x [d]`; copied. Points outside the bounds are brought inside first.
    /// @return the row with its result; its `x` is the point that was evaluated
    Row at(double[] x);

    /// Evaluates several points, in parallel where there are workers, and waits for all results.
    ///
    /// @param points `[n][d]` standard coordinates
    /// @return n rows in the order of the points
    Row[] all(double[][] points);
}
