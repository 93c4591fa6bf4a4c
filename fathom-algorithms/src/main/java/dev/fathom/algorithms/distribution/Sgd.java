package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;
import java.util.List;

/// Steps along the gradient `g`, perhaps with momentum: `v ← m v + (1 − δ) g`, step `α v`, or `α (g + m v)` after
/// Nesterov.
///
/// @param rate α, `(0, ∞)`
/// @param momentum m, `[0, 1)`
/// @param dampening δ, `[0, 1)`
/// @param nesterov whether to look ahead; needs momentum without dampening
public record Sgd(double rate, double momentum, double dampening, boolean nesterov) implements Ascent {

    public Sgd {
        if (!(rate > 0) || !(momentum >= 0) || !(momentum < 1) || !(dampening >= 0) || !(dampening < 1)) {
            throw new IllegalArgumentException("steps along a gradient cannot have rate " + rate + ", momentum "
                    + momentum + " and dampening " + dampening + ". Maybe rate 1 and 0 for the others?");
        }
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("Nesterov's momentum needs momentum without dampening, but they are "
                    + momentum + " and " + dampening + ". Maybe 0.9 and 0?");
        }
    }

    /// Plain steps.
    public Sgd(double rate) {
        this(rate, 0, 0, false);
    }

    public Sgd withMomentum(double part) {
        return new Sgd(rate, part, dampening, nesterov);
    }

    public Sgd withDampening(double part) {
        return new Sgd(rate, momentum, part, nesterov);
    }

    public Sgd withNesterov() {
        return new Sgd(rate, momentum, dampening, true);
    }

    @Override
    public Motion start(Tensor center) {
        return Motion.rest(center, momentum > 0 ? 1 : 0);
    }

    @Override
    public Motion next(Motion before, Tensor gradient) {
        if (momentum == 0) {
            return new Motion(gradient.times(rate * (1 - dampening)), List.of(), before.count() + 1);
        }
        Tensor velocity = before.memory().getFirst().times(momentum).plus(gradient.times(1 - dampening));
        Tensor direction = nesterov ? gradient.plus(velocity.times(momentum)) : velocity;
        return new Motion(direction.times(rate), List.of(velocity), before.count() + 1);
    }
}
