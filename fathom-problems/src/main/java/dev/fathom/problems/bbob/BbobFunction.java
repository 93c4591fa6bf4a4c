package dev.fathom.problems.bbob;

import java.util.function.ToDoubleFunction;

/// A function of a suite: f(x) = factor · core(map(x)) + penalty · f_pen(x) + minimum. Safe to evaluate from several
/// threads at once. It can be evaluated everywhere; the box in which it is searched is [-5, 5]ᵈ. An infinite penalty
/// makes the box a wall: f(x) = +∞ outside, as always within.
public final class BbobFunction implements ToDoubleFunction<double[]> {

    private final double[] optimum;
    private final double minimum;
    private final Step map;
    private final ToDoubleFunction<double[]> core;
    private final double factor;
    private final double penalty;

    /// @param optimum x_opt, [d]
    /// @param core may overwrite its argument if the map makes a new array
    BbobFunction(
            double[] optimum,
            double minimum,
            Step map,
            ToDoubleFunction<double[]> core,
            double factor,
            double penalty) {
        this.optimum = optimum.clone();
        this.minimum = minimum;
        this.map = map;
        this.core = core;
        this.factor = factor;
        this.penalty = penalty;
    }

    /// x_opt, a global minimizer, [d].
    public double[] optimum() {
        return optimum.clone();
    }

    /// f_opt, the value at the optimum up to rounding.
    public double minimum() {
        return minimum;
    }

    /// The value at x [d].
    @Override
    public double applyAsDouble(double[] x) {
        double value = rise(x);
        if (penalty > 0) {
            value += outside(x);
        }
        return value + minimum;
    }

    /// How far f(x) lies above the minimum without what is added outside the box.
    double rise(double[] x) {
        return factor * core.applyAsDouble(map.of(x));
    }

    /// What is added outside the box.
    double outside(double[] x) {
        double beyond = Transformations.pen(x);
        return beyond > 0 ? penalty * beyond : 0;
    }
}
