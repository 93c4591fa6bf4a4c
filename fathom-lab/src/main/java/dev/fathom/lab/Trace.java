package dev.fathom.lab;

import dev.fathom.Outcome;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Is told every evaluation of a run, as it comes, for logs that need more than a row.
interface Trace {

    /// An evaluation.
    ///
    /// @param exact losses and constraints without noise; null if there are none
    /// @param measured what the optimizer was told
    /// @param x the point, [d], not to be kept
    void add(Outcome.@Nullable Values exact, Outcome measured, double[] x);

    /// The run has ended.
    void end() throws IOException;

    /// A trace that keeps nothing.
    static Trace none() {
        return new Trace() {
            @Override
            public void add(Outcome.@Nullable Values exact, Outcome measured, double[] x) {}

            @Override
            public void end() {}
        };
    }
}
