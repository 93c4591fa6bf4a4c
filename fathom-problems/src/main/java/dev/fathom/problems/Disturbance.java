package dev.fathom.problems;

import dev.fathom.Outcome;
import dev.fathom.math.Rng;
import java.util.function.ToDoubleFunction;

/// Noise that grows with the function's slope, and additive noise: f(x) + L N(0,1) (f(x + N(0,I)) - f(x)) + A N(0,1).
/// One-sided noise depends on y₁, the first coordinate that the function sees: where y₁ ≤ 0, L is multiplied by
/// 1 + 100 y₁, elsewhere it is 0.
///
/// @param value f without noise
/// @param first y₁, from x
/// @param level L ≥ 0
/// @param isOneSided whether y₁ matters
/// @param additive A ≥ 0
record Disturbance(
        ToDoubleFunction<double[]> value,
        ToDoubleFunction<double[]> first,
        double level,
        boolean isOneSided,
        double additive)
        implements Noise {

    @Override
    public Outcome.Values at(double[] x, Rng rng) {
        double clean = value.applyAsDouble(x);
        double slope = level == 0 ? 0 : strength(x) * rng.nextGaussian() * (elsewhere(x, rng) - clean);
        return Outcome.of(clean + slope + (additive == 0 ? 0 : additive * rng.nextGaussian()));
    }

    private double strength(double[] x) {
        if (!isOneSided) {
            return level;
        }
        double y = first.applyAsDouble(x);
        return y <= 0 ? level * (1 + 100 * y) : 0;
    }

    private double elsewhere(double[] x, Rng rng) {
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += rng.nextGaussian();
        }
        return value.applyAsDouble(moved);
    }
}
