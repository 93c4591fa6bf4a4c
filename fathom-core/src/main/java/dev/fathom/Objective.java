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

    /// One loss over whole populations: from settings `x [n×d]` to losses `[n×1]`, to which columns of black-box
    /// constraints may be added.
    static TensorObjective tensor(TensorObjective.Formula formula) {
        return tensor(1, formula);
    }

    /// Several losses over whole populations: from settings `x [n×d]` to losses `[n×m]`, to which columns of black-box
    /// constraints may be added.
    ///
    /// @param objectives m
    static TensorObjective tensor(int objectives, TensorObjective.Formula formula) {
        return new TensorObjective(formula, objectives, false);
    }
}
