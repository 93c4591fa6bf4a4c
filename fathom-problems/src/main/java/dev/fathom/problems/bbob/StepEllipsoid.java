package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.round;

import java.util.function.ToDoubleFunction;

/// Function 7, from ẑ = Λ^10 Q (x - x_opt) on: plateaus, made by rounding ẑ before it is turned once more.
///
/// @param r the rotation R
/// @param weights 10^(2 e_i), [d]
/// @param edge factor of |ẑ₁| / 10⁴, the slope within the lowest plateau
record StepEllipsoid(Linear r, double[] weights, double edge) implements ToDoubleFunction<double[]> {

    @Override
    public double applyAsDouble(double[] z) {
        double first = Math.abs(z[0]);
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.abs(z[i]) > 0.5 ? round(z[i]) : round(10 * z[i]) / 10;
        }
        return 0.1 * Math.max(edge * first / 1e4, Sums.weighted(weights, r.of(z)));
    }
}
