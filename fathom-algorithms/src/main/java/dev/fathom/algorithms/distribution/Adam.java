package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;
import java.util.List;

/// Adam: gradients relative to their own recent size, in each column.
///
/// Kingma and Ba, "Adam: a method for stochastic optimization" (ICLR 2015), algorithm 1.
///
/// @param rate α, `(0, ∞)`
/// @param beta1 β₁, `[0, 1)`
/// @param beta2 β₂, `[0, 1)`
/// @param epsilon ε, `(0, ∞)`
public record Adam(double rate, double beta1, double beta2, double epsilon) implements Ascent {

    public Adam {
        if (!(rate > 0) || !(beta1 >= 0) || !(beta1 < 1) || !(beta2 >= 0) || !(beta2 < 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException("Adam cannot have rate " + rate + ", β₁ " + beta1 + ", β₂ " + beta2
                    + " and ε " + epsilon + ". Maybe 0.001, 0.9, 0.999 and 1e-8?");
        }
    }

    /// The paper's defaults.
    public Adam() {
        this(1e-3);
    }

    /// The paper's defaults with another rate.
    public Adam(double rate) {
        this(rate, 0.9, 0.999, 1e-8);
    }

    public Adam withBetas(double first, double second) {
        return new Adam(rate, first, second, epsilon);
    }

    @Override
    public Motion start(Tensor center) {
        return Motion.rest(center, 2);
    }

    @Override
    public Motion next(Motion before, Tensor gradient) {
        long t = before.count() + 1;
        Tensor m = before.memory().get(0).times(beta1).plus(gradient.times(1 - beta1));
        Tensor v = before.memory().get(1).times(beta2).plus(gradient.square().times(1 - beta2));
        Tensor mHat = m.times(1 / (1 - StrictMath.pow(beta1, (double) t)));
        Tensor vHat = v.times(1 / (1 - StrictMath.pow(beta2, (double) t)));
        Tensor step = mHat.times(rate).over(vHat.sqrt().plus(epsilon));
        return new Motion(step, List.of(m, v), t);
    }
}
