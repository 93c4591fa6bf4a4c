package dev.fathom;

import dev.fathom.space.Space;

/// What is to be optimized.
///
/// @param space the settings
/// @param evaluators opens one evaluator per worker
/// @param goal how its values are to be read
/// @param <T> the type of the parameters
public record Problem<T>(Space<T> space, Evaluator.Factory<T> evaluators, Goal goal) {

    /// An objective that all workers share.
    public static <T> Problem<T> of(Space<T> space, Objective<T> objective, Goal goal) {
        return new Problem<>(space, () -> objective::evaluate, goal);
    }
}
