package dev.fathom.problems.bbob;

import java.util.function.ToDoubleFunction;

/// A function of a suite: f(x) = factor · core(map(x)) + penalty · f_pen(x) + minimum. Safe to evaluate from several
/// threads at once. It can be evaluated everywhere; the box in which it is searched is [-5, 5]ᵈ.
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
        double value = factor * core.applyAsDouble(map.of(x));
        if (penalty > 0) {
            value += penalty * Transformations.pen(x);
        }
        return value + minimum;
    }
}
