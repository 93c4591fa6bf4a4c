package dev.fathom.lab;

import java.io.IOException;

/// Is told every evaluation of a run, as long as it lasts, for logs that need points.
interface Trace {

    /// An evaluation.
    ///
    /// @param number of the evaluation, from 1
    /// @param measured what the optimizer was told; NaN for a failure
    /// @param delta how far the evaluation lies above the optimum; `+∞` if it counts for nothing
    /// @param x the point, [d], not to be kept
    void add(long number, double measured, double delta, double[] x);

    /// The run has ended.
    ///
    /// @param evaluations how many there were
    void end(long evaluations) throws IOException;

    /// A trace that keeps nothing.
    static Trace none() {
        return new Trace() {
            @Override
            public void add(long number, double measured, double delta, double[] x) {}

            @Override
            public void end(long evaluations) {}
        };
    }
}
