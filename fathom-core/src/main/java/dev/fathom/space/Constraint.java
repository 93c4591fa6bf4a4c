package dev.fathom.space;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A cheap constraint: decided from the parameters alone, before anything is evaluated.
///
/// @param name how messages call it, for example the formula
/// @param violation satisfied where `≤ 0`; the larger, the farther from being satisfied; NaN counts as violated
/// @param <T> the type of the parameters
public record Constraint<T>(String name, ToDoubleFunction<? super T> violation) {

    /// A constraint that is either satisfied or not.
    public static <T> Constraint<T> of(String name, Predicate<? super T> satisfied) {
        return new Constraint<>(name, value -> satisfied.test(value) ? 0 : 1);
    }

    /// Whether `value` satisfies it.
    public boolean allows(T value) {
        return violation.applyAsDouble(value) <= 0;
    }
}
