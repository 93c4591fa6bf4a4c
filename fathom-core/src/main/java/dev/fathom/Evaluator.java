package dev.fathom;

/// An objective with resources of its own, such as a child process: every worker opens one and closes it at the end.
///
/// It is called by one thread at a time. An interrupt means that the time is over: the evaluation should end at once by
/// an
/// exception. A worker whose evaluation ran out of time closes its evaluator and opens another one.
///
/// @param <T> the type of the parameters
public interface Evaluator<T> extends Objective<T>, AutoCloseable {

    /// Evaluates one setting of a run.
    ///
    /// @param id number of the trial within its run, from 0; the same when a run is resumed
    default Outcome evaluate(long id, T value) throws Exception {
        return evaluate(value);
    }

    /// Frees the resources; idempotent.
    @Override
    default void close() {}

    /// Opens evaluators, one per worker.
    ///
    /// @param <T> the type of the parameters
    @FunctionalInterface
    interface Factory<T> {

        /// A new evaluator.
        Evaluator<T> open() throws Exception;
    }
}
