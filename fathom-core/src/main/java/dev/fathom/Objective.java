package dev.fathom;

import java.util.function.ToDoubleFunction;

/// The function to be optimized.
///
/// It may be called from several threads at once when there are several workers. An exception is recorded as a failed
/// evaluation; an interrupt means that the time is over.
///
/// @param <T> the type of the parameters
@FunctionalInterface
public interface Objective<T> {

    /// Evaluates one setting.
    Outcome evaluate(T value) throws Exception;

    /// A single loss.
    static <T> Objective<T> of(ToDoubleFunction<? super T> loss) {
        return value -> Outcome.of(loss.applyAsDouble(value));
    }
}
