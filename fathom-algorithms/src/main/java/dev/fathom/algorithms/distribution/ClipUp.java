package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;
import java.util.List;

/// ClipUp: steps of the same length whatever the length of the gradient, with momentum, and a largest speed.
///
/// Toklu, Liskowski and Srivastava, "ClipUp: a simple and powerful optimizer for distribution-based policy evolution"
/// (PPSN 2020): `v ← m v + α g/‖g‖`, shortened to the largest speed; step `v`.
///
/// Deviation: a zero gradient, which has no direction, adds nothing.
///
/// @param rate α, `(0, ∞)`; 0 for half the largest speed
/// @param momentum m, `[0, 1)`
/// @param maxSpeed longest step, `(0, ∞)`; 0 for twice the rate, or, where that is 0, for a fifteenth of the initial
///     radius of the search, the rule of thumb of the paper
public record ClipUp(double rate, double momentum, double maxSpeed) implements Ascent {

    private static final double PART_OF_RADIUS = 1 / 15.0;

    public ClipUp {
        if (!(rate >= 0) || !(momentum >= 0) || !(momentum < 1) || !(maxSpeed >= 0)) {
            throw new IllegalArgumentException("ClipUp cannot have rate " + rate + ", momentum " + momentum
                    + " and largest speed " + maxSpeed + ". Maybe 0, 0.9 and 0, which are chosen from the radius?");
        }
    }

    /// The paper's rule of thumb.
    public ClipUp() {
        this(0, 0.9, 0);
    }

    public ClipUp withRate(double stepSize) {
        return new ClipUp(stepSize, momentum, maxSpeed);
    }

    public ClipUp withMomentum(double part) {
        return new ClipUp(rate, part, maxSpeed);
    }

    public ClipUp withMaxSpeed(double longest) {
        return new ClipUp(rate, momentum, longest);
    }

    @Override
    public Ascent within(double radius) {
        double speed = maxSpeed > 0 ? maxSpeed : rate > 0 ? 2 * rate : PART_OF_RADIUS * radius;
        return new ClipUp(rate > 0 ? rate : speed / 2, momentum, speed);
    }

    @Override
    public Motion start(Tensor center) {
        return Motion.rest(center, 1);
    }

    @Override
    public Motion next(Motion before, Tensor gradient) {
        Tensor direction = gradient.over(length(gradient));
        Tensor v = before.memory().getFirst().times(momentum).plus(direction.times(rate));
        Tensor one = v.substrate().full(1, 1, 1);
        Tensor factor = length(v).times(1 / maxSpeed).max(one);
        Tensor clipped = v.over(factor);
        return new Motion(clipped, List.of(clipped), before.count() + 1);
    }

    /// ‖x‖ of each row `[k×1]`, never 0; the largest number is taken out, so that squares neither overflow nor vanish.
    private static Tensor length(Tensor x) {
        int k = x.rows();
        Tensor largest = x.abs().reshape(k * x.columns(), 1).columnMax(k).clamp(Utilities.TINY, Double.MAX_VALUE);
        Tensor norm = x.over(largest).square().rowSums().sqrt().times(largest);
        return norm.clamp(Utilities.TINY, Double.MAX_VALUE);
    }
}
