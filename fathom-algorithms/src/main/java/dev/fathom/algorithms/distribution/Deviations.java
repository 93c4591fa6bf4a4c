package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;
import java.util.Optional;

/// What the deviations of `k` search distributions tell about them.
public final class Deviations {

    private Deviations() {}

    /// Why none of the searches can go on, or empty.
    ///
    /// @param mean `[k×d]`
    /// @param sigma `[k×d]`
    /// @param initial the deviation they began with
    /// @param tolerance relative to that
    public static Optional<String> finished(Tensor mean, Tensor sigma, double initial, double tolerance) {
        double[] widest = largest(sigma);
        double[] farthest = largest(mean);
        boolean allNarrow = true;
        boolean allBroken = true;
        for (int i = 0; i < widest.length; i++) {
            boolean broken = !Double.isFinite(widest[i]) || !Double.isFinite(farthest[i]);
            allBroken &= broken;
            allNarrow &= broken || widest[i] < tolerance * initial;
        }
        if (allBroken) {
            return Optional.of("the search distribution is not finite");
        }
        return allNarrow
                ? Optional.of("all standard deviations are below " + tolerance + " times the initial one")
                : Optional.empty();
    }

    /// The largest absolute value of each row [k].
    private static double[] largest(Tensor x) {
        int k = x.rows();
        return x.abs().reshape(k * x.columns(), 1).columnMax(k).toArray();
    }
}
