package dev.fathom.lab;

import java.util.Locale;

/// Parallel workers, simulated: evaluations take random times of a clock that exists in the run only, so that the
/// behaviour of parallel searches is measured reproducibly.
///
/// @param count how many evaluations may be pending at once, at least 1
/// @param durations how long an evaluation takes; the mean is 1
/// @param batches whether all workers wait for the slowest one before the results are told; otherwise each result is
///     told when it is there, and its worker goes on at once
public record Workers(int count, Durations durations, boolean batches) {

    /// @throws IllegalArgumentException if there is none
    public Workers {
        if (count < 1) {
            throw new IllegalArgumentException("workers must be at least 1, but is " + count + ". Maybe 8?");
        }
    }

    /// A single worker: one evaluation after the other, each taking 1.
    public static Workers one() {
        return new Workers(1, Durations.CONSTANT, false);
    }

    @Override
    public String toString() {
        return count + (count == 1 ? " worker, " : " workers, ")
                + durations.name().toLowerCase(Locale.ROOT) + " durations, "
                + (batches ? "in batches" : "asynchronous");
    }
}
