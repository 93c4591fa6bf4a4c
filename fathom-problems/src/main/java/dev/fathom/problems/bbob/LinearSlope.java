package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.powers;

import java.util.function.ToDoubleFunction;

/// Function 5: a plane within the box, Σ 5 |s_i| - s_i z_i, level in each variable that has passed the corner.
///
/// @param corner where it ends, each -5 or 5, [d]
/// @param steepness s_i = ±10^(e_i), [d]
record LinearSlope(double[] corner, double[] steepness) implements ToDoubleFunction<double[]> {

    /// The slope to the corner of the box that has the signs of that point, [d].
    static LinearSlope towards(double[] point) {
        double[] corner = Instance.signs(point, 0);
        double[] steepness = powers(10, 1, point.length);
        for (int i = 0; i < corner.length; i++) {
            steepness[i] *= corner[i];
            corner[i] *= 5;
        }
        return new LinearSlope(corner, steepness);
    }

    @Override
    public double applyAsDouble(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = x[i] * corner[i] < 25 ? x[i] : corner[i];
            sum += 5 * Math.abs(steepness[i]) - steepness[i] * z;
        }
        return sum;
    }
}
