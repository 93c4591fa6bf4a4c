package dev.fathom.algorithms.quadratic;

import java.util.function.Supplier;

/// Functions fitted to a sample.
///
/// @param forms one for each output, `[m]`
/// @param errors by how much each form would miss the points (mean square of standardized values, `[m]`) if it were
/// fitted
///     without the one in question; infinite where a point cannot be left out
@SuppressWarnings("ArrayRecordComponent")
record Fit(Form[] forms, Supplier<double[]> errors) {

    /// For each output the form of lower error.
    Form[] or(Fit other) {
        double[] mine = errors.get();
        double[] theirs = other.errors.get();
        Form[] chosen = forms.clone();
        for (int i = 0; i < chosen.length; i++) {
            if (theirs[i] < mine[i]) {
                chosen[i] = other.forms[i];
            }
        }
        return chosen;
    }

    /// The mean of the squares `(part[s]/whole[s])²`; infinite if a whole is not positive.
    static double meanSquare(double[] part, double[] whole) {
        double sum = 0;
        for (int s = 0; s < part.length; s++) {
            if (!(whole[s] > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double error = part[s] / whole[s];
            sum += error * error / part.length;
        }
        return sum;
    }
}
